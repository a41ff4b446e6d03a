/** Functions of `torch` that are others put together. */
export const TORCH_FUNCTIONS = `
import builtins

import torch
import torch.nn.functional as F


class device:
    def __init__(self, type="cpu", index=None):
        self.type = type.split(":")[0]
        self.index = index


def range(start=0, end=None, step=1):
    if step != 1:
        raise NotImplementedError("a step of range")
    return torch.arange(start, end + 1).float()


def adjoint(input):
    return input.mT


def aminmax(input, *, dim=None, keepdim=False):
    if dim is None:
        return input.amin(), input.amax()
    return input.amin(dim=dim, keepdim=keepdim), input.amax(dim=dim, keepdim=keepdim)


def argwhere(input):
    return torch.nonzero(input)


def atleast_1d(input):
    return input.reshape(1) if input.dim() == 0 else input


def atleast_2d(input):
    return atleast_1d(input).unsqueeze(0) if input.dim() < 2 else input


def block_diag(*tensors):
    blocks = [atleast_2d(one) for one in tensors]
    width = sum([one.shape[1] for one in blocks])
    rows = []
    before = 0
    for one in blocks:
        rows.append(F.pad(one, (before, width - before - one.shape[1])))
        before = before + one.shape[1]
    return torch.cat(rows, dim=0)


def bincount(input, weights=None, minlength=0):
    if minlength == 0:
        raise NotImplementedError("bincount of unknown length")
    places = F.one_hot(input.long(), minlength)
    if weights is None:
        return places.sum(0)
    return (places * weights.unsqueeze(1)).sum(0)


def cartesian_prod(*tensors):
    if len(tensors) == 1:
        return tensors[0]
    grids = torch.meshgrid(*tensors, indexing="ij")
    return torch.stack([grid.reshape(-1) for grid in grids], dim=1)


def chain_matmul(*matrices):
    product = matrices[0]
    for matrix in matrices[1:]:
        product = torch.matmul(product, matrix)
    return product


def column_stack(tensors):
    return torch.cat([one.reshape(-1, 1) if one.dim() < 2 else one for one in tensors], dim=1)


row_stack = torch.vstack


def conv1d(input, weight, bias=None, stride=1, padding=0, dilation=1, groups=1):
    return F.conv1d(input, weight, bias, stride, padding, dilation, groups)


def conv2d(input, weight, bias=None, stride=1, padding=0, dilation=1, groups=1):
    return F.conv2d(input, weight, bias, stride, padding, dilation, groups)


def conv3d(input, weight, bias=None, stride=1, padding=0, dilation=1, groups=1):
    return F.conv3d(input, weight, bias, stride, padding, dilation, groups)


def cummax(input, dim):
    return _running(input, dim, True)


def cummin(input, dim):
    return _running(input, dim, False)


def _running(input, dim, largest):
    best = input.select(dim, 0)
    place = torch.zeros_like(best, dtype=torch.int64)
    values, places = [best], [place]
    for i in builtins.range(1, input.shape[dim]):
        here = input.select(dim, i)
        better = here >= best if largest else here <= best
        best = torch.where(better, here, best)
        place = torch.where(better, i, place)
        values.append(best)
        places.append(place)
    return torch.stack(values, dim=dim), torch.stack(places, dim=dim)


def diagflat(input, offset=0):
    return torch.diag(input.reshape(-1), offset)


def unique(input, sorted=True, return_inverse=False, return_counts=False, dim=None):
    if dim is not None:
        raise NotImplementedError("unique along an axis")
    flat = input.reshape(-1)
    ordered = torch.sort(flat)[0]
    first = torch.cat([torch.ones(1, dtype=torch.bool), ordered[1:] != ordered[:-1]])
    values = ordered[first]
    results = [values]
    if return_inverse:
        below = (ordered.unsqueeze(0) < flat.unsqueeze(1)) & first.unsqueeze(0)
        results.append(below.long().sum(1).reshape(input.shape))
    if return_counts:
        results.append((values.unsqueeze(1) == flat.unsqueeze(0)).long().sum(1))
    return values if len(results) == 1 else tuple(results)


def histc(input, bins=100, min=0, max=0):
    if min == 0 and max == 0:
        raise NotImplementedError("histc between the extremes of the data")
    width = (max - min) / bins
    place = torch.floor((input.reshape(-1) - min) / width)
    place = torch.where(input.reshape(-1) == max, bins - 1, place)
    return (place.unsqueeze(0) == torch.arange(bins).unsqueeze(1)).to(input.dtype).sum(1)


def fliplr(input):
    return torch.flip(input, [1])


def flipud(input):
    return torch.flip(input, [0])


def index_copy(input, dim, index, source):
    shape = [1] * input.dim()
    shape[dim] = index.shape[0]
    return torch.scatter(input, dim, index.reshape(shape).expand_as(source), source)


def index_put(input, indices, values, accumulate=False):
    if accumulate:
        raise NotImplementedError("accumulate of index_put")
    result = input.clone()
    result[tuple(indices)] = values
    return result


def isin(elements, test_elements):
    return (elements.unsqueeze(-1) == test_elements.reshape(-1)).any(dim=-1)


def isposinf(input):
    return input == float("inf")


def isneginf(input):
    return input == float("-inf")


def layer_norm(input, normalized_shape, weight=None, bias=None, eps=1e-05, cudnn_enable=True):
    return F.layer_norm(input, normalized_shape, weight, bias, eps)


def matrix_power(input, n):
    if n < 1:
        raise NotImplementedError("a power of a matrix below 1")
    result = input
    for _ in builtins.range(n - 1):
        result = torch.matmul(result, input)
    return result


def nuclear_norm(input, keepdim=False):
    raise NotImplementedError("nuclear_norm")


def pairwise_distance(x1, x2, p=2.0, eps=1e-06, keepdim=False):
    return F.pairwise_distance(x1, x2, p, eps, keepdim)


def prelu(input, weight):
    return F.prelu(input, weight)


def renorm(input, p, dim, maxnorm):
    others = [axis for axis in builtins.range(input.dim()) if axis != dim % input.dim()]
    size = torch.linalg.vector_norm(input, p, dim=others, keepdim=True)
    return input * torch.where(size > maxnorm, maxnorm / (size + 1e-7), torch.ones_like(size))


def rot90(input, k=1, dims=(0, 1)):
    a, b = dims
    k = k % 4
    if k == 0:
        return input
    if k == 2:
        return torch.flip(input, [a, b])
    if k == 1:
        return torch.flip(input, [b]).transpose(a, b)
    return torch.flip(input, [a]).transpose(a, b)


def select_scatter(input, src, dim, index):
    result = input.clone()
    result.select(dim, index).copy_(src)
    return result


def sinc(input):
    x = torch.pi * input
    return torch.where(input == 0, torch.ones_like(x), torch.sin(x) / torch.where(input == 0, torch.ones_like(x), x))


def swapdims(input, dim0, dim1):
    return torch.transpose(input, dim0, dim1)


def take(input, index):
    return input.reshape(-1)[index]


def vdot(input, other):
    return torch.dot(input, other)


def vsplit(input, indices_or_sections):
    return torch.tensor_split(input, indices_or_sections, dim=0)


def hsplit(input, indices_or_sections):
    return torch.tensor_split(input, indices_or_sections, dim=0 if input.dim() == 1 else 1)


def tensor_split(input, indices_or_sections, dim=0):
    size = input.shape[dim]
    if isinstance(indices_or_sections, int):
        count = indices_or_sections
        cuts = []
        end = 0
        for i in builtins.range(count - 1):
            end = end + size // count + (1 if i < size % count else 0)
            cuts.append(end)
    else:
        cuts = list(indices_or_sections)
    starts = [0] + cuts
    stops = cuts + [size]
    return tuple(input.narrow(dim, a, b - a) for a, b in zip(starts, stops))
`;

/** Linear algebra of torch that is other operations put together. */
export const TORCH_LINALG_TOLD = `
import torch


def multi_dot(tensors):
    product = tensors[0]
    for one in tensors[1:]:
        product = torch.matmul(product, one)
    return product


def matrix_power(A, n):
    return torch.matrix_power(A, n)


def matrix_norm(A, ord="fro", dim=(-2, -1), keepdim=False):
    if ord != "fro" and ord != "nuc" and ord != 2:
        raise NotImplementedError("this norm of a matrix")
    if ord != "fro":
        if tuple(dim) not in ((-2, -1), (A.dim() - 2, A.dim() - 1)):
            raise NotImplementedError("a norm of a matrix in other axes")
        values = torch.linalg.svdvals(A)
        norm = values.sum(-1) if ord == "nuc" else values.amax(-1)
        return norm.unsqueeze(-1).unsqueeze(-1) if keepdim else norm
    return torch.linalg.vector_norm(A, dim=dim, keepdim=keepdim)
`;
