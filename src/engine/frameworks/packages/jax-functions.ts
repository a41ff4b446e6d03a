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


def dynamic_slice_in_dim(operand, start_index, slice_size, axis=0):
    return jnp.take(operand, start_index + jnp.arange(slice_size), axis=axis)


def dynamic_index_in_dim(operand, index, axis=0, keepdims=True):
    row = jnp.take(operand, index, axis=axis)
    return jnp.expand_dims(row, axis) if keepdims else row

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
def split(key, num=2):
    return [key for _ in range(num)]
`;
