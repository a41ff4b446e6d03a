/** Functions of `keras.ops` that are others put together. */
export const KERAS_OPS_TOLD = `
from keras import ops


def append(x1, x2, axis=None):
    if axis is None:
        return ops.concatenate([ops.ravel(x1), ops.ravel(x2)])
    return ops.concatenate([x1, x2], axis=axis)


def slice(inputs, start_indices, shape):
    result = inputs
    for axis in range(len(shape)):
        start = start_indices[axis]
        result = ops.take(result, ops.arange(start, start + shape[axis]), axis=axis)
    return result


def moments(x, axes, keepdims=False, synchronized=False):
    return ops.mean(x, axis=axes, keepdims=keepdims), ops.var(x, axis=axes, keepdims=keepdims)


def vdot(x1, x2):
    return ops.sum(ops.ravel(x1) * ops.ravel(x2))


def squareplus(x, b=4):
    return (x + ops.sqrt(ops.square(x) + b)) / 2


def fliplr(x):
    return ops.flip(x, axis=1)


def flipud(x):
    return ops.flip(x, axis=0)


def isposinf(x):
    return x == float("inf")


def isneginf(x):
    return x == float("-inf")


def tri(N, M=None, k=0, dtype=None):
    return ops.tril(ops.ones((N, N if M is None else M)), k)

`;
