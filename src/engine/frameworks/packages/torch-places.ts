/** Further functions of `torch` that are others put together: choices of the smaller, places in an order, what is gathered by places. */
export const TORCH_PLACES = `
def fmin(input, other):
    other = torch.as_tensor(other)
    return torch.where((input <= other) | torch.isnan(other), input, other)


def fmax(input, other):
    other = torch.as_tensor(other)
    return torch.where((input >= other) | torch.isnan(other), input, other)


def fmod(input, other):
    return torch.where(input < 0, -torch.remainder(-input, abs(other)), torch.remainder(input, abs(other)))


def searchsorted(sorted_sequence, input, *, out_int32=False, right=False, side=None):
    values = torch.as_tensor(input)
    last = right or side == "right"
    if values.dim() == 0:
        before = sorted_sequence <= values if last else sorted_sequence < values
    else:
        edges, places = sorted_sequence.unsqueeze(-2), values.unsqueeze(-1)
        if sorted_sequence.dim() == 1:
            edges = sorted_sequence
        before = edges <= places if last else edges < places
    return before.sum(-1)


def bucketize(input, boundaries, *, out_int32=False, right=False):
    return searchsorted(boundaries, input, right=right)


def combinations(input, r=2, with_replacement=False):
    if r != 2 or with_replacement:
        raise NotImplementedError("combinations of other than two")
    return torch.stack([torch.stack([input[i], input[j]]) for i in builtins.range(len(input)) for j in builtins.range(i + 1, len(input))])


def tril_indices(row, col, offset=0, *, dtype=None, device=None, layout=None):
    places = [(i, j) for i in builtins.range(row) for j in builtins.range(col) if j - i <= offset]
    return torch.tensor([[i for i, j in places], [j for i, j in places]])


def dstack(tensors):
    return torch.cat([one.unsqueeze(-1) if one.dim() == 2 else one for one in tensors], dim=2)


def normal(mean, std):
    return mean + std * torch.randn_like(mean)


def allclose(input, other, rtol=1e-05, atol=1e-08, equal_nan=False):
    return torch.isclose(input, other, rtol=rtol, atol=atol).all()


def equal(input, other):
    return (input == other).all() if input.shape == other.shape else False


def scatter_reduce(input, dim, index, src, reduce, *, include_self=True):
    if not include_self or reduce not in ("sum", "mean"):
        raise NotImplementedError("this reduction of what is scattered")
    total = torch.scatter_add(input, dim, index, src)
    if reduce == "sum":
        return total
    return total / torch.scatter_add(torch.ones_like(input), dim, index, torch.ones_like(src))
`;
