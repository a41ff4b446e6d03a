/** Functions of `jax.lax` on one device, and others put together. */
export const JAX_LAX_TOLD = `
import jax.numpy as jnp


def axis_index(axis_name):
    return 0


def axis_size(axis_name):
    return 1


def all_gather(x, axis_name, *, axis_index_groups=None, axis=0, tiled=False):
    return x if tiled else jnp.expand_dims(x, axis)


def pmean(x, axis_name, *, axis_index_groups=None):
    return x


def psum(x, axis_name, *, axis_index_groups=None):
    return x


def pmax(x, axis_name, *, axis_index_groups=None):
    return x


def pmin(x, axis_name, *, axis_index_groups=None):
    return x


def ppermute(x, axis_name, perm):
    return x


def with_sharding_constraint(x, shardings):
    return x


def broadcast_in_dim(operand, shape, broadcast_dimensions, *, out_sharding=None):
    sizes = [1] * len(shape)
    for i in range(len(broadcast_dimensions)):
        sizes[broadcast_dimensions[i]] = operand.shape[i]
    return jnp.broadcast_to(jnp.reshape(operand, tuple(sizes)), tuple(shape))


def broadcast(operand, sizes):
    return jnp.broadcast_to(operand, tuple(sizes) + tuple(operand.shape))


def dynamic_slice(operand, start_indices, slice_sizes):
    for axis in range(len(slice_sizes)):
        operand = dynamic_slice_in_dim(operand, start_indices[axis], slice_sizes[axis], axis)
    return operand


def slice(operand, start_indices, limit_indices, strides=None):
    for axis in range(len(start_indices)):
        stride = 1 if strides is None else strides[axis]
        operand = slice_in_dim(operand, start_indices[axis], limit_indices[axis], stride, axis)
    return operand


def squeeze(array, dimensions):
    return jnp.squeeze(array, tuple(dimensions))


def concatenate(operands, dimension):
    return jnp.concatenate(operands, axis=dimension)


def full(shape, fill_value, dtype=None):
    return jnp.full(shape, fill_value, dtype=dtype)


def full_like(x, fill_value, dtype=None, shape=None):
    return jnp.full(x.shape if shape is None else shape, fill_value, dtype=x.dtype if dtype is None else dtype)


def rev(operand, dimensions):
    return jnp.flip(operand, tuple(dimensions))


def select_n(which, *cases):
    if len(cases) != 2:
        raise NotImplementedError("a choice among more than two")
    return jnp.where(which, cases[1], cases[0])


def slice_in_dim(operand, start_index, limit_index, stride=1, axis=0):
    start = 0 if start_index is None else start_index
    stop = operand.shape[axis] if limit_index is None else limit_index
    stop = stop + operand.shape[axis] if stop < 0 else stop
    return jnp.take(operand, jnp.arange(start, stop, stride), axis=axis)


def index_in_dim(operand, index, axis=0, keepdims=True):
    row = jnp.take(operand, index, axis=axis)
    return jnp.expand_dims(row, axis) if keepdims else row


def switch(index, branches, *operands):
    if not isinstance(index, int):
        raise NotImplementedError("a choice of a function by data")
    return branches[min(max(index, 0), len(branches) - 1)](*operands)


def dynamic_slice_in_dim(operand, start_index, slice_size, axis=0):
    size = operand.shape[axis]
    if isinstance(start_index, int):
        start = max(0, min(start_index + size if start_index < 0 else start_index, size - slice_size))
    else:
        start = jnp.clip(jnp.where(start_index < 0, start_index + size, start_index), 0, size - slice_size)
    return jnp.take(operand, start + jnp.arange(slice_size), axis=axis)


def dynamic_index_in_dim(operand, index, axis=0, keepdims=True):
    row = dynamic_slice_in_dim(operand, index, 1, axis)
    return row if keepdims else jnp.squeeze(row, axis)

`;

/** Functions of `jax.nn` that are others put together. */
export const JAX_NN_TOLD = `
import jax
import jax.numpy as jnp


def glu(x, axis=-1):
    first, second = jnp.split(x, 2, axis=axis)
    return first * jax.nn.sigmoid(second)


def squareplus(x, b=4):
    return (x + jnp.sqrt(x * x + b)) / 2


def identity(x):
    return x


def standardize(x, axis=-1, mean=None, variance=None, epsilon=1e-5, where=None):
    if where is not None:
        raise NotImplementedError("standardize of some elements")
    mean = jnp.mean(x, axis=axis, keepdims=True) if mean is None else mean
    variance = jnp.mean(x * x, axis=axis, keepdims=True) - mean * mean if variance is None else variance
    return (x - mean) * jax.lax.rsqrt(variance + epsilon)
`;

/** Folds over the leaves of trees. */
export const JAX_TREE = `
import functools
import jax


def reduce(function, tree, *initializer, is_leaf=None):
    leaves = jax.tree_util.tree_leaves(tree)
    return functools.reduce(function, leaves, *initializer)


def tree_reduce(function, tree, *initializer, is_leaf=None):
    leaves = jax.tree_util.tree_leaves(tree)
    return functools.reduce(function, leaves, *initializer)
`;

/** Questions about devices: one process on one device is what a loss is read for. */
export const JAX_DEVICES = `
def device_count(backend=None):
    return 1


def local_device_count(backend=None):
    return 1


def process_count(backend=None):
    return 1


def process_index(backend=None):
    return 0
`;

/** Keys of random numbers: each stands for numbers that nobody knows. */
export const JAX_RANDOM_TOLD = `
import jax


def split(key, num=2):
    return [key for _ in range(num)]


def gumbel(key, shape=(), dtype=None):
    return -jax.numpy.log(-jax.numpy.log(jax.random.uniform(key, shape)))


def bernoulli(key, p=0.5, shape=None):
    return jax.random.uniform(key, jax.numpy.shape(p) if shape is None else shape) < p


def exponential(key, shape=(), dtype=None):
    return -jax.numpy.log1p(-jax.random.uniform(key, shape))


def permutation(key, x, axis=0, independent=False):
    if isinstance(x, int):
        return jax.random._order(x)
    if independent and jax.numpy.ndim(x) > 1:
        raise NotImplementedError("an order of its own for each row")
    return jax.numpy.take(x, jax.random._order(jax.numpy.shape(x)[axis]), axis=axis)


def rademacher(key, shape=(), dtype=None):
    return jax.numpy.where(jax.random.uniform(key, shape) < 0.5, -1.0, 1.0)
`;
