import { ARRAYS_FURTHER } from './arrays-further';

/** Functions that NumPy and JAX share and that are others put together; XP stands for the module. */
const ARRAYS = `
import XP as xp
import scipy.signal


def append(arr, values, axis=None):
    if axis is None:
        return xp.concatenate([xp.ravel(arr), xp.ravel(values)])
    return xp.concatenate([arr, values], axis=axis)


def atleast_3d(ary):
    if ary.ndim == 0:
        return ary.reshape(1, 1, 1)
    if ary.ndim == 1:
        return ary[None, :, None]
    return ary[:, :, None] if ary.ndim == 2 else ary


def broadcast_arrays(*args):
    shape = (sum([xp.zeros(xp.shape(one)) for one in args])).shape
    return [xp.broadcast_to(one, shape) for one in args]


def broadcast_shapes(*shapes):
    return sum([xp.zeros(one) for one in shapes]).shape


def column_stack(tup):
    return xp.concatenate([one.reshape(-1, 1) if one.ndim < 2 else one for one in tup], axis=1)


def row_stack(tup):
    return xp.vstack(tup)


def dstack(tup):
    return xp.concatenate([atleast_3d(one) for one in tup], axis=2)


def diagflat(v, k=0):
    return xp.diag(xp.ravel(v), k)


def ediff1d(ary):
    flat = xp.ravel(ary)
    return flat[1:] - flat[:-1]


def fliplr(m):
    return xp.flip(m, 1)


def flipud(m):
    return xp.flip(m, 0)


def rot90(m, k=1, axes=(0, 1)):
    a, b = axes
    k = k % 4
    if k == 0:
        return m
    if k == 2:
        return xp.flip(xp.flip(m, a), b)
    if k == 1:
        return xp.swapaxes(xp.flip(m, b), a, b)
    return xp.swapaxes(xp.flip(m, a), a, b)


def rollaxis(a, axis, start=0):
    rank = a.ndim
    axis = axis + rank if axis < 0 else axis
    start = start + rank if start < 0 else start
    return xp.moveaxis(a, axis, start - 1 if axis < start else start)


def unique(ar, return_index=False, return_inverse=False, return_counts=False, axis=None):
    if axis is not None or return_index:
        raise NotImplementedError("unique along an axis")
    flat = xp.ravel(xp.asarray(ar))
    if not return_inverse and not return_counts:
        return xp.array(sorted(set(flat.tolist())))
    if return_inverse and xp.ndim(ar) > 1:
        raise NotImplementedError("places in an array of several axes, which versions of NumPy shape differently")
    values = _ordered(flat)
    results = [values]
    if return_inverse:
        results.append(xp.reshape(xp.sum(values < xp.expand_dims(flat, 1), axis=1), xp.shape(ar)))
    if return_counts:
        results.append(xp.sum(xp.expand_dims(values, 1) == flat, axis=1))
    return tuple(results)


def _ordered(flat):
    ordered = xp.sort(flat)
    return ordered[xp.concatenate([xp.ones(1, dtype=bool), ordered[1:] != ordered[:-1]])]


def isscalar(element):
    return isinstance(element, (int, float, bool, str))


def isposinf(x):
    return x == xp.inf


def isneginf(x):
    return x == -xp.inf


def isin(element, test_elements):
    return (xp.expand_dims(element, -1) == xp.ravel(xp.asarray(test_elements))).any(axis=-1)


def bincount(x, weights=None, minlength=0, *, length=None):
    if length is None or weights is not None:
        raise NotImplementedError("bincount without length")
    return xp.sum(xp.reshape(xp.maximum(x, 0), (-1, 1)) == xp.arange(length), axis=0)


def convolve(a, v, mode="full", *, precision=None):
    if v.shape[0] > a.shape[0]:
        a, v = v, a
    return scipy.signal.convolve2d(xp.reshape(a, (1, -1)), xp.reshape(v, (1, -1)), mode)[0]


def fmin(x1, x2):
    return xp.where((x1 < x2) | xp.isnan(x2), x1, x2)


def fmax(x1, x2):
    return xp.where((x1 > x2) | xp.isnan(x2), x1, x2)


def ptp(a, axis=None):
    return xp.max(a, axis=axis) - xp.min(a, axis=axis)


def vecdot(x1, x2, axis=-1):
    return xp.sum(x1 * x2, axis=axis)


def vander(x, N=None, increasing=False):
    count = x.shape[0] if N is None else N
    powers = range(count) if increasing else range(count - 1, -1, -1)
    return xp.stack([x ** i for i in powers], axis=-1)


def array_split(ary, indices_or_sections, axis=0):
    size = ary.shape[axis]
    if isinstance(indices_or_sections, int):
        count = indices_or_sections
        cuts = []
        end = 0
        for i in range(count - 1):
            end = end + size // count + (1 if i < size % count else 0)
            cuts.append(end)
    else:
        cuts = list(indices_or_sections)
    return xp.split(ary, cuts, axis=axis)


def polyval(p, x):
    total = xp.zeros_like(x)
    for coefficient in p:
        total = total * x + coefficient
    return total


def piecewise(x, condlist, funclist):
    def value(function):
        return function(x) if callable(function) else function

    result = value(funclist[-1]) if len(funclist) > len(condlist) else 0
    for condition, function in zip(condlist, funclist):
        result = xp.where(condition, value(function), result)
    return result


def nanmax(a, axis=None, keepdims=False):
    return xp.max(xp.where(xp.isnan(a), -xp.inf, a), axis=axis, keepdims=keepdims)


def nanmin(a, axis=None, keepdims=False):
    return xp.min(xp.where(xp.isnan(a), xp.inf, a), axis=axis, keepdims=keepdims)


def delete(arr, obj, axis=None):
    if axis is None:
        arr = xp.ravel(arr)
        axis = 0
    size = arr.shape[axis]
    gone = [obj] if isinstance(obj, int) else list(obj)
    gone = [i + size if i < 0 else i for i in gone]
    return xp.take(arr, xp.array([i for i in range(size) if i not in gone]), axis=axis)


def apply_along_axis(func1d, axis, arr):
    rows = xp.moveaxis(arr, axis, -1)
    front = rows.shape[:-1]
    results = [func1d(row) for row in rows.reshape(-1, rows.shape[-1])]
    stacked = xp.stack(results)
    whole = stacked.reshape(front + stacked.shape[1:])
    return xp.moveaxis(whole, -1, axis) if stacked.ndim > 1 else whole
`;

/** The functions for one of the two. */
export function arraysOf(module: string): string {
  return (ARRAYS + ARRAYS_FURTHER).replace('XP', module);
}

/** Generators of random numbers of their own. */
export const NUMPY_GENERATORS = `
import numpy as np


class RandomState:
    def __init__(self, seed=None):
        self.seed = seed

    def randn(self, *d):
        return np.random.randn(*d)

    def rand(self, *d):
        return np.random.rand(*d)

    def standard_normal(self, size=None):
        return np.random.standard_normal(size)

    def random(self, size=None):
        return np.random.random(size)

    def random_sample(self, size=None):
        return np.random.random(size)

    def normal(self, loc=0.0, scale=1.0, size=None):
        return np.random.normal(loc, scale, size)

    def uniform(self, low=0.0, high=1.0, size=None):
        return np.random.uniform(low, high, size)


def default_rng(seed=None):
    return RandomState(seed)
`;
