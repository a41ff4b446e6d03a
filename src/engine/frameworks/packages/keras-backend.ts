/** Functions of `keras.backend` that are others put together. */
export const KERAS_BACKEND_TOLD = `
import tensorflow as tf
from keras import backend as K


def image_data_format():
    return "channels_last"


def backend():
    return "tensorflow"


def is_keras_tensor(x):
    return False


def reverse(x, axes):
    return tf.reverse(x, [axes] if isinstance(axes, int) else axes)


def map_fn(fn, elems, name=None, dtype=None):
    return tf.map_fn(fn, elems)


def batch_dot(x, y, axes=None):
    if x.ndim != 2 or y.ndim != 2 or axes not in (1, [1, 1], (1, 1)):
        raise NotImplementedError("batch_dot of other axes")
    return tf.reduce_sum(x * y, axis=1, keepdims=True)


def get_value(x):
    return x


def name_scope(name):
    return tf.name_scope(name)


def elu(x, alpha=1.0):
    return tf.where(x > 0, x, alpha * (tf.exp(x) - 1))
`;
