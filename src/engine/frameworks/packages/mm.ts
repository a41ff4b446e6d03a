/** How OpenMMLab's detection and segmentation packages weigh and average losses. */
export const MM_LOSS_UTILS = `
import functools

import torch
import torch.nn.functional as F


def reduce_loss(loss, reduction):
    if reduction == "none":
        return loss
    if reduction == "mean":
        return loss.mean()
    if reduction == "sum":
        return loss.sum()
    raise ValueError("reduction")


def weight_reduce_loss(loss, weight=None, reduction="mean", avg_factor=None):
    if weight is not None:
        loss = loss * weight
    if avg_factor is None:
        return reduce_loss(loss, reduction)
    if reduction == "mean":
        return loss.sum() / (avg_factor + torch.finfo(torch.float32).eps)
    if reduction != "none":
        raise ValueError("avg_factor can not be used with reduction='sum'")
    return loss


def weighted_loss(loss_func):
    @functools.wraps(loss_func)
    def wrapper(pred, target, weight=None, reduction="mean", avg_factor=None, **kwargs):
        return weight_reduce_loss(loss_func(pred, target, **kwargs), weight, reduction, avg_factor)

    return wrapper
`;

/** The focal losses of class indices as mmcv computes them, and their own gradients. */
export const MMCV_FOCAL = `
import torch
import torch.nn.functional as F


def _reduced(loss, reduction):
    if reduction == "mean":
        return loss.sum() / loss.size(0)
    return loss.sum() if reduction == "sum" else loss


class SigmoidFocalLossFunction(torch.autograd.Function):
    @staticmethod
    def forward(ctx, input, target, gamma=2.0, alpha=0.25, weight=None, reduction="mean"):
        if weight is not None:
            raise NotImplementedError("class weights")
        chosen = F.one_hot(target.long(), input.size(1) + 1)[:, : input.size(1)].to(input.dtype)
        p = torch.sigmoid(input)
        tiny = torch.finfo(torch.float32).tiny
        yes = torch.pow(1 - p, gamma) * torch.log(torch.clamp(p, min=tiny))
        no = torch.pow(p, gamma) * torch.log(torch.clamp(1 - p, min=tiny))
        loss = -alpha * chosen * yes - (1 - alpha) * (1 - chosen) * no
        ctx.save_for_backward(p, chosen)
        ctx.gamma = gamma
        ctx.alpha = alpha
        ctx.scale = 1.0 / input.size(0) if reduction == "mean" else 1.0
        return _reduced(loss, reduction)

    @staticmethod
    def backward(ctx, grad_output):
        p, chosen = ctx.saved_tensors
        gamma, alpha = ctx.gamma, ctx.alpha
        tiny = torch.finfo(torch.float32).tiny
        yes = torch.pow(1 - p, gamma) * (1 - p - gamma * p * torch.log(torch.clamp(p, min=tiny)))
        no = torch.pow(p, gamma) * (gamma * (1 - p) * torch.log(torch.clamp(1 - p, min=tiny)) - p)
        slope = -alpha * chosen * yes - (1 - alpha) * (1 - chosen) * no
        return grad_output * slope * ctx.scale, None, None, None, None, None


def sigmoid_focal_loss(input, target, gamma=2.0, alpha=0.25, weight=None, reduction="mean"):
    return SigmoidFocalLossFunction.apply(input, target, gamma, alpha, weight, reduction)


class SoftmaxFocalLossFunction(torch.autograd.Function):
    @staticmethod
    def forward(ctx, input, target, gamma=2.0, alpha=0.25, weight=None, reduction="mean"):
        if weight is not None:
            raise NotImplementedError("class weights")
        tiny = torch.finfo(torch.float32).tiny
        p = torch.softmax(input, dim=1)
        own = torch.gather(p, 1, target.long().unsqueeze(1)).squeeze(1)
        loss = -alpha * torch.pow(1 - own, gamma) * torch.log(torch.clamp(own, min=tiny))
        ctx.save_for_backward(p, own, target)
        ctx.gamma = gamma
        ctx.alpha = alpha
        ctx.scale = 1.0 / input.size(0) if reduction == "mean" else 1.0
        return _reduced(loss, reduction)

    @staticmethod
    def backward(ctx, grad_output):
        p, own, target = ctx.saved_tensors
        gamma, alpha = ctx.gamma, ctx.alpha
        tiny = torch.finfo(torch.float32).tiny
        log = torch.log(torch.clamp(own, min=tiny))
        scale = alpha * (gamma * torch.pow(1 - own, gamma - 1) * own * log - torch.pow(1 - own, gamma))
        chosen = F.one_hot(target.long(), p.size(1)).to(p.dtype)
        slope = (scale * grad_output * ctx.scale).unsqueeze(1) * (chosen - p)
        return slope, None, None, None, None, None


def softmax_focal_loss(input, target, gamma=2.0, alpha=0.25, weight=None, reduction="mean"):
    return SoftmaxFocalLossFunction.apply(input, target, gamma, alpha, weight, reduction)


class SigmoidFocalLoss(torch.nn.Module):
    def __init__(self, gamma, alpha, weight=None, reduction="mean"):
        super().__init__()
        self.gamma = gamma
        self.alpha = alpha
        self.weight = weight
        self.reduction = reduction

    def forward(self, input, target):
        return sigmoid_focal_loss(input, target, self.gamma, self.alpha, self.weight, self.reduction)
`;

/** Boxes of OpenMMLab: overlaps of pairs or of rows, and changes of form. */
export const MM_BOXES = `
import torch


def bbox_cxcywh_to_xyxy(bbox):
    cx, cy, w, h = bbox.split((1, 1, 1, 1), dim=-1)
    return torch.cat([cx - 0.5 * w, cy - 0.5 * h, cx + 0.5 * w, cy + 0.5 * h], dim=-1)


def bbox_xyxy_to_cxcywh(bbox):
    x1, y1, x2, y2 = bbox.split((1, 1, 1, 1), dim=-1)
    return torch.cat([(x1 + x2) / 2, (y1 + y2) / 2, x2 - x1, y2 - y1], dim=-1)


def bbox_overlaps(bboxes1, bboxes2, mode="iou", is_aligned=False, eps=1e-6):
    if mode not in ("iou", "iof", "giou"):
        raise ValueError("mode")
    area1 = (bboxes1[..., 2] - bboxes1[..., 0]) * (bboxes1[..., 3] - bboxes1[..., 1])
    area2 = (bboxes2[..., 2] - bboxes2[..., 0]) * (bboxes2[..., 3] - bboxes2[..., 1])
    if is_aligned:
        first, second = bboxes1, bboxes2
    else:
        first, second = bboxes1[..., :, None, :], bboxes2[..., None, :, :]
        area1, area2 = area1[..., None], area2[..., None, :]
    low = torch.max(first[..., :2], second[..., :2])
    high = torch.min(first[..., 2:], second[..., 2:])
    sides = (high - low).clamp(min=0)
    overlap = sides[..., 0] * sides[..., 1]
    union = area1 + area2 - overlap if mode in ("iou", "giou") else area1
    union = torch.max(union, union.new_tensor([eps]))
    ious = overlap / union
    if mode in ("iou", "iof"):
        return ious
    around = (torch.max(first[..., 2:], second[..., 2:]) - torch.min(first[..., :2], second[..., :2])).clamp(min=0)
    area = around[..., 0] * around[..., 1]
    area = torch.max(area, area.new_tensor([eps]))
    return ious - (area - union) / area


class HorizontalBoxes:
    @staticmethod
    def cxcywh_to_xyxy(boxes):
        return bbox_cxcywh_to_xyxy(boxes)

    @staticmethod
    def xyxy_to_cxcywh(boxes):
        return bbox_xyxy_to_cxcywh(boxes)
`;

/** Averages over processes: one process is what a loss is read for. */
export const ONE_PROCESS = `
def reduce_mean(tensor):
    return tensor


def get_world_size(group=None):
    return 1


def get_rank(group=None):
    return 0


def get_dist_info():
    return 0, 1


def is_distributed():
    return False


def is_distributed_training_run():
    return False


def is_primary():
    return True


def all_reduce_mean(tensor):
    return tensor


def all_reduce_sum(tensor):
    return tensor


def all_reduce_max(tensor):
    return tensor


def gather_from_all(tensor):
    return tensor
`;

/** OpenMMLab's registries: what a configuration that is not known here builds is whatever the loss is given. */
export const MM_REGISTRY = `
class Registry:
    def __init__(self, name, build_func=None, parent=None, scope=None, locations=()):
        self.name = name

    def register_module(self, name=None, force=False, module=None):
        if module is not None:
            return module
        return lambda one: one

    def get(self, key):
        raise NotImplementedError("a class by its registered name")

    def build(self, cfg, *args, **kwargs):
        if isinstance(cfg, dict):
            if isinstance(cfg["type"], str):
                raise NotImplementedError("a class by its registered name")
            rest = {key: value for key, value in cfg.items() if key != "type"}
            return cfg["type"](**rest)
        return cfg


def build_from_cfg(cfg, registry, default_args=None):
    return registry.build(cfg)


def digit_version(version_str, length=4):
    parts = version_str.split("+")[0].split(".")
    patch = int(parts[2]) if len(parts) > 2 and parts[2].isdigit() else 0
    return int(parts[0]) * 1000000 + int(parts[1]) * 1000 + patch
`;

/** How OpenMMLab's heads go through the levels of a pyramid. */
export const MM_APPLY = `
def multi_apply(func, *args, **kwargs):
    return tuple([list(one) for one in zip(*[func(*each, **kwargs) for each in zip(*args)])])
`;
