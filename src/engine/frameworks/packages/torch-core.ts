/** The losses of torch's own core, which take the number of a reduction in place of its name. */
export const TORCH_CORE = `
import torch.nn.functional as F

REDUCTIONS = ["none", "mean", "sum"]


def mse_loss(input, target, reduction=1):
    return F.mse_loss(input, target, reduction=REDUCTIONS[reduction])


def l1_loss(input, target, reduction=1):
    return F.l1_loss(input, target, reduction=REDUCTIONS[reduction])


def smooth_l1_loss(input, target, reduction=1, beta=1.0):
    return F.smooth_l1_loss(input, target, reduction=REDUCTIONS[reduction], beta=beta)


def huber_loss(input, target, reduction=1, delta=1.0):
    return F.huber_loss(input, target, reduction=REDUCTIONS[reduction], delta=delta)


def soft_margin_loss(input, target, reduction=1):
    return F.soft_margin_loss(input, target, reduction=REDUCTIONS[reduction])


def multi_margin_loss(input, target, p=1, margin=1.0, weight=None, reduction=1):
    return F.multi_margin_loss(input, target, p=p, margin=margin, weight=weight, reduction=REDUCTIONS[reduction])


def multilabel_margin_loss(input, target, reduction=1):
    return F.multilabel_margin_loss(input, target, reduction=REDUCTIONS[reduction])


def binary_cross_entropy(input, target, weight=None, reduction=1):
    return F.binary_cross_entropy(input, target, weight=weight, reduction=REDUCTIONS[reduction])


def nll_loss_nd(input, target, weight=None, reduction=1, ignore_index=-100):
    return F.nll_loss(input, target, weight=weight, reduction=REDUCTIONS[reduction], ignore_index=ignore_index)


def cross_entropy_loss(input, target, weight=None, reduction=1, ignore_index=-100, label_smoothing=0.0):
    return F.cross_entropy(
        input, target, weight=weight, reduction=REDUCTIONS[reduction], ignore_index=ignore_index, label_smoothing=label_smoothing
    )


def binary_cross_entropy_with_logits(input, target, weight=None, pos_weight=None, reduction=1):
    return F.binary_cross_entropy_with_logits(input, target, weight=weight, pos_weight=pos_weight, reduction=REDUCTIONS[reduction])


def kl_div(input, target, reduction=1, log_target=False):
    return F.kl_div(input, target, reduction=REDUCTIONS[reduction], log_target=log_target)


def poisson_nll_loss(input, target, log_input, full, eps, reduction):
    return F.poisson_nll_loss(input, target, log_input=log_input, full=full, eps=eps, reduction=REDUCTIONS[reduction])


def hinge_embedding_loss(input, target, margin=1.0, reduction=1):
    return F.hinge_embedding_loss(input, target, margin=margin, reduction=REDUCTIONS[reduction])


def margin_ranking_loss(input1, input2, target, margin=0.0, reduction=1):
    return F.margin_ranking_loss(input1, input2, target, margin=margin, reduction=REDUCTIONS[reduction])


def cosine_embedding_loss(input1, input2, target, margin=0.0, reduction=1):
    return F.cosine_embedding_loss(input1, input2, target, margin=margin, reduction=REDUCTIONS[reduction])


def triplet_margin_loss(anchor, positive, negative, margin=1.0, p=2, eps=1e-6, swap=False, reduction=1):
    return F.triplet_margin_loss(anchor, positive, negative, margin=margin, p=p, eps=eps, swap=swap, reduction=REDUCTIONS[reduction])
`;

/** `torch.overrides`: no tensor of a loss is of another class. */
export const TORCH_OVERRIDES = `
def has_torch_function(relevant_args):
    return False


def has_torch_function_unary(relevant_arg):
    return False


def has_torch_function_variadic(*args):
    return False


def handle_torch_function(public_api, relevant_args, *args, **kwargs):
    raise NotImplementedError("a tensor of another class")
`;

/** `torch.distributed`, with one process: what is gathered is one’s own, without its gradient. */
export const TORCH_DISTRIBUTED = `
def all_gather(tensor_list, tensor, group=None, async_op=False):
    tensor_list[0].copy_(tensor.detach())


def all_gather_into_tensor(output_tensor, input_tensor, group=None, async_op=False):
    output_tensor.copy_(input_tensor.detach())
`;

/** `torch.distributed.nn`, with one process: the same with the gradient. */
export const TORCH_DISTRIBUTED_NN = `
def all_gather(tensor, group=None):
    return (tensor,)


def all_reduce(tensor, op=None, group=None):
    return tensor
`;
