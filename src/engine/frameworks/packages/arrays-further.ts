/** Further functions that NumPy and JAX share: places in an order, counts, slopes, and what leaves nan out; XP stands for the module. */
export const ARRAYS_FURTHER = `

def tri(N, M=None, k=0, dtype=None):
    return xp.tril(xp.ones((N, N if M is None else M)), k)


def sinc(x):
    at_zero = x == 0
    turn = xp.pi * xp.where(at_zero, 1.0, x)
    return xp.where(at_zero, 1.0, xp.sin(turn) / turn)


def divmod(x1, x2):
    return xp.floor_divide(x1, x2), xp.mod(x1, x2)


def logaddexp2(x1, x2):
    return xp.logaddexp(x1 * xp.log(2.0), x2 * xp.log(2.0)) / xp.log(2.0)


def logspace(start, stop, num=50, endpoint=True, base=10.0, dtype=None, axis=0):
    return base ** xp.linspace(start, stop, num, endpoint=endpoint)


def allclose(a, b, rtol=1e-05, atol=1e-08, equal_nan=False):
    return xp.all(xp.isclose(a, b, rtol=rtol, atol=atol, equal_nan=equal_nan))


def array_equal(a1, a2):
    return xp.all(a1 == a2) if xp.shape(a1) == xp.shape(a2) else False


def diag_indices(n, ndim=2):
    return (xp.arange(n),) * ndim


def indices(dimensions, dtype=None, sparse=False):
    grids = xp.meshgrid(*[xp.arange(size) for size in dimensions], indexing="ij")
    return tuple(grids) if sparse else xp.stack(grids)


def ix_(*args):
    places = [xp.asarray(one) for one in args]
    rank = len(places)
    return tuple([xp.reshape(one, (1,) * i + (-1,) + (1,) * (rank - 1 - i)) for i, one in enumerate(places)])


def unravel_index(indices, shape):
    rest = indices
    places = []
    for size in reversed(shape):
        places.append(rest % size)
        rest = rest // size
    return tuple(reversed(places))


def searchsorted(a, v, side="left", sorter=None, *, method=None):
    if sorter is not None:
        raise NotImplementedError("searchsorted with a sorter")
    a, places = xp.asarray(a), xp.expand_dims(xp.asarray(v), -1)
    return xp.sum(a < places if side == "left" else a <= places, axis=-1)


def digitize(x, bins, right=False, *, method=None):
    bins = xp.asarray(bins)
    side = "left" if right else "right"
    falling = bins.shape[0] - searchsorted(bins[::-1], x, side)
    return xp.where(bins[0] > bins[-1], falling, searchsorted(bins, x, side))


def interp(x, xp, fp, left=None, right=None, period=None):
    if period is not None or isinstance(left, str) or isinstance(right, str):
        raise NotImplementedError("interp beyond its ends")
    x, knots, values = _array(x), _array(xp), _array(fp)
    return _between(x, knots, values, values[0] if left is None else left, values[-1] if right is None else right)


def _array(value):
    return xp.asarray(value)


def _between(x, knots, values, left, right):
    i = xp.clip(searchsorted(knots, x, "right"), 1, knots.shape[0] - 1)
    gap = knots[i] - knots[i - 1]
    share = (x - knots[i - 1]) / xp.where(gap == 0, 1, gap)
    inside = values[i - 1] + xp.where(gap == 0, 0, share * (values[i] - values[i - 1]))
    return xp.where(x > knots[-1], right, xp.where(x < knots[0], left, inside))


def histogram(a, bins=10, range=None, weights=None, density=None):
    flat = xp.ravel(a)
    if isinstance(bins, int):
        if range is None:
            raise NotImplementedError("histogram between the extremes of the data")
        bins = xp.linspace(range[0], range[1], bins + 1)
    edges = xp.asarray(bins)
    values = xp.expand_dims(flat, 1)
    inside = (values >= edges[:-1]) & ((values < edges[1:]) | ((values == edges[-1]) & (edges[1:] == edges[-1])))
    counts = xp.sum(inside if weights is None else inside * xp.reshape(weights, (-1, 1)), axis=0)
    if density:
        counts = counts / (edges[1:] - edges[:-1]) / xp.sum(counts)
    return counts, edges


def correlate(a, v, mode="valid", *, precision=None):
    if v.shape[0] > a.shape[0]:
        raise NotImplementedError("correlate with the longer one second")
    return convolve(a, xp.flip(v), mode)


def gradient(f, *varargs, axis=None, edge_order=1):
    if edge_order != 1 or len(varargs) > 1 or (len(varargs) == 1 and xp.ndim(varargs[0]) > 0):
        raise NotImplementedError("gradient with steps of several sizes")
    step = varargs[0] if len(varargs) == 1 else 1
    axes = list(range(f.ndim)) if axis is None else [axis] if isinstance(axis, int) else list(axis)
    slopes = []
    for one in axes:
        g = xp.moveaxis(f, one, 0)
        inner = (g[2:] - g[:-2]) / (2 * step)
        slope = xp.concatenate([(g[1:2] - g[:1]) / step, inner, (g[-1:] - g[-2:-1]) / step])
        slopes.append(xp.moveaxis(slope, 0, one))
    return slopes[0] if len(axes) == 1 and not isinstance(axis, (tuple, list)) else slopes


def compress(condition, a, axis=None):
    if axis is None:
        return xp.ravel(a)[xp.asarray(condition)]
    return xp.moveaxis(xp.moveaxis(a, axis, 0)[xp.asarray(condition)], 0, axis)


def block(arrays):
    if isinstance(arrays[0], list):
        if isinstance(arrays[0][0], list):
            raise NotImplementedError("blocks of blocks of blocks")
        rows = [xp.concatenate([xp.atleast_2d(one) for one in row], axis=-1) for row in arrays]
        return xp.concatenate(rows, axis=-2)
    return xp.concatenate([xp.atleast_1d(one) for one in arrays], axis=-1)


def hsplit(ary, indices_or_sections):
    return xp.split(ary, indices_or_sections, axis=0 if ary.ndim == 1 else 1)


def vsplit(ary, indices_or_sections):
    return xp.split(ary, indices_or_sections, axis=0)


def nanvar(a, axis=None, dtype=None, out=None, ddof=0, keepdims=False):
    here = xp.logical_not(xp.isnan(a))
    mean = xp.sum(xp.where(here, a, 0), axis=axis, keepdims=True) / xp.sum(here, axis=axis, keepdims=True)
    gap = xp.where(here, a - mean, 0)
    return xp.sum(gap * gap, axis=axis, keepdims=keepdims) / (xp.sum(here, axis=axis, keepdims=keepdims) - ddof)


def nanstd(a, axis=None, dtype=None, out=None, ddof=0, keepdims=False):
    return xp.sqrt(nanvar(a, axis, ddof=ddof, keepdims=keepdims))


def nanmedian(a, axis=None, out=None, overwrite_input=False, keepdims=False):
    if axis is None:
        if keepdims:
            raise NotImplementedError("nanmedian that keeps its axes")
        a, axis = xp.ravel(a), 0
    ordered = xp.sort(xp.where(xp.isnan(a), xp.inf, a), axis=axis)
    count = xp.sum(xp.logical_not(xp.isnan(a)), axis=axis, keepdims=True)
    low = xp.take_along_axis(ordered, xp.maximum(count - 1, 0) // 2, axis=axis)
    high = xp.take_along_axis(ordered, xp.minimum(count // 2, a.shape[axis] - 1), axis=axis)
    middle = xp.where(count == 0, xp.nan, (low + high) / 2)
    return middle if keepdims else xp.squeeze(middle, axis=axis)
`;

/** Linear algebra that NumPy and JAX share. */
const ARRAY_LINALG = `
import XP as xp


def matrix_power(a, n):
    if n < 0:
        return matrix_power(xp.linalg.inv(a), -n)
    result = xp.eye(a.shape[-1])
    for _ in range(n):
        result = xp.matmul(result, a)
    return result


def multi_dot(arrays):
    product = arrays[0]
    for one in arrays[1:]:
        product = xp.matmul(product, one)
    return product


def vector_norm(x, axis=None, keepdims=False, ord=2):
    return xp.linalg.norm(xp.ravel(x) if axis is None and not keepdims else x, ord=ord, axis=axis, keepdims=keepdims)
`;

/** The linear algebra for one of the two. */
export function linalgOf(module: string): string {
  return ARRAY_LINALG.replace('XP', module);
}

/** What a function of two numbers makes of each of the one with each of the other, as ufuncs of NumPy have it. */
export function outerOf(operator: string): string {
  return `
import numpy as np


def outer(A, B):
    A, B = np.asarray(A), np.asarray(B)
    return np.reshape(A, tuple(A.shape) + (1,) * B.ndim) ${operator} B
`;
}
