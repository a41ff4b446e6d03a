/** Functions of `torch.nn.functional` that are others put together. */
export const TORCH_FUNCTIONAL = `
import math

import torch
import torch.nn.functional as F
from torch.overrides import has_torch_function, has_torch_function_unary, has_torch_function_variadic


def _place(coordinate, size, align_corners):
    if align_corners:
        return (coordinate + 1) / 2 * (size - 1)
    return ((coordinate + 1) * size - 1) / 2


def _inside(place, size, padding_mode):
    if padding_mode == "zeros":
        return place
    fixed = torch.clamp(place, 0, size - 1).detach()
    return torch.where((place > 0) & (place < size - 1), place, fixed)


def grid_sample(input, grid, mode="bilinear", padding_mode="zeros", align_corners=None):
    if input.dim() != 4:
        raise NotImplementedError("grid_sample of volumes")
    if mode not in ("bilinear", "nearest") or padding_mode not in ("zeros", "border"):
        raise NotImplementedError("mode of grid_sample")
    n, c, h, w = input.shape
    _, rows, columns, _ = grid.shape
    x = _inside(_place(grid[..., 0], w, align_corners), w, padding_mode)
    y = _inside(_place(grid[..., 1], h, align_corners), h, padding_mode)
    flat = input.reshape(n, c, h * w)

    def at(ix, iy):
        within = (ix >= 0) & (ix <= w - 1) & (iy >= 0) & (iy <= h - 1)
        place = (torch.clamp(iy, 0, h - 1) * w + torch.clamp(ix, 0, w - 1)).long()
        picked = torch.gather(flat, 2, place.reshape(n, 1, rows * columns).expand(n, c, rows * columns))
        return picked.reshape(n, c, rows, columns), within.unsqueeze(1)

    if mode == "nearest":
        values, within = at(torch.round(x).detach(), torch.round(y).detach())
        return torch.where(within, values, 0.0)
    left, top = torch.floor(x).detach(), torch.floor(y).detach()
    total = 0.0
    for dx in (0, 1):
        for dy in (0, 1):
            values, within = at(left + dx, top + dy)
            wide = x - left if dx == 1 else left + 1 - x
            tall = y - top if dy == 1 else top + 1 - y
            total = total + torch.where(within, values, 0.0) * (wide * tall).unsqueeze(1)
    return total


def affine_grid(theta, size, align_corners=None):
    if len(size) != 4:
        raise NotImplementedError("affine_grid of volumes")
    n, _, h, w = size
    ys = torch.linspace(-1, 1, h) if align_corners else torch.linspace(-1 + 1 / h, 1 - 1 / h, h)
    xs = torch.linspace(-1, 1, w) if align_corners else torch.linspace(-1 + 1 / w, 1 - 1 / w, w)
    y, x = torch.meshgrid(ys, xs, indexing="ij")
    points = torch.stack([x, y, torch.ones_like(x)], dim=-1).reshape(1, h * w, 3).expand(n, h * w, 3)
    return torch.bmm(points, theta.transpose(1, 2)).reshape(n, h, w, 2)


def scaled_dot_product_attention(query, key, value, attn_mask=None, dropout_p=0.0, is_causal=False, scale=None, enable_gqa=False):
    if attn_mask is not None or dropout_p != 0.0 or is_causal or enable_gqa:
        raise NotImplementedError("options of an attention")
    factor = 1 / math.sqrt(query.size(-1)) if scale is None else scale
    return torch.softmax(query @ key.transpose(-2, -1) * factor, dim=-1) @ value


def prelu(input, weight):
    if weight.numel() > 1:
        shape = [1] * input.dim()
        shape[1] = weight.numel()
        weight = weight.reshape(shape)
    return torch.where(input > 0, input, weight * input)


def channel_shuffle(input, groups):
    n, c = input.shape[:2]
    rest = input.shape[2:]
    return input.reshape(n, groups, c // groups, *rest).transpose(1, 2).reshape(n, c, *rest)


def _averages(size, count):
    rows = []
    for i in range(count):
        start = (i * size) // count
        stop = size - ((count - 1 - i) * size) // count
        rows.append([1.0 / (stop - start) if start <= j and j < stop else 0.0 for j in range(size)])
    return torch.tensor(rows)


def adaptive_avg_pool2d(input, output_size):
    wanted = (output_size, output_size) if isinstance(output_size, int) else output_size
    h, w = input.shape[-2:]
    rows = h if wanted[0] is None else wanted[0]
    columns = w if wanted[1] is None else wanted[1]
    if h % rows == 0 and w % columns == 0:
        return F.avg_pool2d(input, (h // rows, w // columns), (h // rows, w // columns))
    return torch.einsum("...hw,ih,jw->...ij", input, _averages(h, rows), _averages(w, columns))


def _several(value, rank):
    return (value,) * rank if isinstance(value, int) else tuple(value)


def _transposed(input, weight, bias, stride, padding, output_padding, groups, dilation, rank):
    if groups != 1:
        raise NotImplementedError("groups of a transposed convolution")
    strides, paddings = _several(stride, rank), _several(padding, rank)
    extras, dilations = _several(output_padding, rank), _several(dilation, rank)
    spread = input
    for i in range(rank):
        axis = 2 + i
        if strides[i] > 1:
            apart = spread.unsqueeze(axis + 1)
            gaps = torch.zeros_like(apart).repeat_interleave(strides[i] - 1, dim=axis + 1)
            joined = torch.cat([apart, gaps], dim=axis + 1).flatten(axis, axis + 1)
            spread = joined.narrow(axis, 0, joined.shape[axis] - strides[i] + 1)
    widths = []
    for i in reversed(range(rank)):
        reach = dilations[i] * (weight.shape[2 + i] - 1) - paddings[i]
        if reach < 0:
            raise NotImplementedError("padding of a transposed convolution")
        widths.extend([reach, reach + extras[i]])
    kernel = torch.flip(weight.transpose(0, 1), [2 + i for i in range(rank)])
    convolve = (F.conv1d, F.conv2d, F.conv3d)[rank - 1]
    return convolve(F.pad(spread, widths), kernel, bias, 1, 0, dilations)


def conv_transpose1d(input, weight, bias=None, stride=1, padding=0, output_padding=0, groups=1, dilation=1):
    return _transposed(input, weight, bias, stride, padding, output_padding, groups, dilation, 1)


def conv_transpose2d(input, weight, bias=None, stride=1, padding=0, output_padding=0, groups=1, dilation=1):
    return _transposed(input, weight, bias, stride, padding, output_padding, groups, dilation, 2)


def conv_transpose3d(input, weight, bias=None, stride=1, padding=0, output_padding=0, groups=1, dilation=1):
    return _transposed(input, weight, bias, stride, padding, output_padding, groups, dilation, 3)


def gumbel_softmax(logits, tau=1, hard=False, eps=1e-10, dim=-1):
    inside = torch.rand_like(logits) * (1 - 2**-20) + 2**-21
    noise = -torch.log(-torch.log(inside))
    soft = torch.softmax((logits + noise) / tau, dim)
    if not hard:
        return soft
    place = soft.max(dim, keepdim=True)[1]
    return torch.zeros_like(logits).scatter_(dim, place, 1.0) - soft.detach() + soft


def adaptive_max_pool2d(input, output_size, return_indices=False):
    height, width = (output_size, output_size) if isinstance(output_size, int) else output_size
    if return_indices or input.shape[-2] % height != 0 or input.shape[-1] % width != 0:
        raise NotImplementedError("windows of several sizes")
    return F.max_pool2d(input, (input.shape[-2] // height, input.shape[-1] // width))
`;
