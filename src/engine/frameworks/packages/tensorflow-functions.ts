/** Functions of `tensorflow` that are others put together. */
export const TENSORFLOW_FUNCTIONS = `
import tensorflow as tf


def scatter_nd(indices, updates, shape, name=None):
    return tf.tensor_scatter_nd_add(tf.zeros(shape), indices, updates)


def sequence_mask(lengths, maxlen=None, dtype="bool", name=None):
    if maxlen is None:
        raise NotImplementedError("sequence_mask without maxlen")
    return tf.cast(tf.range(maxlen) < tf.expand_dims(lengths, -1), dtype)


def slice(input_, begin, size, name=None):
    result = input_
    for axis in range(len(begin)):
        stop = result.shape[axis] if size[axis] == -1 else begin[axis] + size[axis]
        result = tf.gather(result, tf.range(begin[axis], stop), axis=axis)
    return result


def ensure_shape(x, shape, name=None):
    return x


def realdiv(x, y, name=None):
    return tf.divide(x, y)


def scalar_mul(scalar, x, name=None):
    return scalar * x


def saturate_cast(value, dtype, name=None):
    return tf.cast(value, dtype)


def executing_eagerly():
    return True


def clip_by_norm(t, clip_norm, axes=None, name=None):
    square = tf.reduce_sum(t * t, axes, keepdims=True)
    positive = square > 0
    safe = tf.where(positive, square, tf.ones_like(square))
    size = tf.where(positive, tf.sqrt(safe), square)
    return (t * clip_norm) / tf.maximum(size, clip_norm)
`;

/** How TensorFlow spreads over devices: here there is one. */
export const TENSORFLOW_DISTRIBUTE = `
class _OneDevice:
    num_replicas_in_sync = 1


def get_strategy():
    return _OneDevice()


def has_strategy():
    return False


def in_cross_replica_context():
    return False
`;

/** Functions of `tensorflow.math`. */
export const TENSORFLOW_MATH_TOLD = `
import tensorflow as tf


def accumulate_n(inputs, shape=None, tensor_dtype=None, name=None):
    return tf.add_n(inputs)


def multiply_no_nan(x, y, name=None):
    return tf.where(y == 0, tf.zeros_like(x * y), x * y)


def softsign(features, name=None):
    return features / (1 + tf.abs(features))


def scalar_mul(scalar, x, name=None):
    return scalar * x
`;

/** Functions of `tensorflow.nn`. */
export const TENSORFLOW_NN_TOLD = `
import tensorflow as tf


def compute_average_loss(per_example_loss, sample_weight=None, global_batch_size=None):
    if sample_weight is not None:
        per_example_loss = per_example_loss * sample_weight
    count = per_example_loss.shape[0] if global_batch_size is None else global_batch_size
    return tf.reduce_sum(per_example_loss) / count


def scale_regularization_loss(regularization_loss):
    return tf.reduce_sum(regularization_loss)


def embedding_lookup(params, ids, max_norm=None, name=None):
    if max_norm is not None:
        raise NotImplementedError("max_norm of an embedding")
    return tf.gather(params, ids)


def bias_add(value, bias, data_format=None, name=None):
    if data_format is not None:
        raise NotImplementedError("data_format of bias_add")
    return value + bias
`;

/** Linear algebra of TensorFlow. */
export const TENSORFLOW_LINALG_TOLD = `
import tensorflow as tf


def band_part(input, num_lower, num_upper, name=None):
    rows, columns = input.shape[-2], input.shape[-1]
    gap = tf.expand_dims(tf.range(rows), 1) - tf.expand_dims(tf.range(columns), 0)
    inside = tf.ones_like(gap) > 0
    if num_lower >= 0:
        inside = inside & (gap <= num_lower)
    if num_upper >= 0:
        inside = inside & (-gap <= num_upper)
    return tf.where(inside, input, tf.zeros_like(input))


def global_norm(t_list, name=None):
    return tf.sqrt(tf.add_n([tf.reduce_sum(t * t) for t in t_list]))


def adjoint(matrix, name=None):
    return tf.linalg.matrix_transpose(matrix)


def eye(num_rows, num_columns=None, batch_shape=None, dtype="float32", name=None):
    return tf.eye(num_rows, num_columns, batch_shape, dtype)


def tensordot(a, b, axes, name=None):
    return tf.tensordot(a, b, axes)


def normalize(tensor, ord="euclidean", axis=None, name=None):
    norm = tf.norm(tensor, ord=ord, axis=axis, keepdims=True)
    return tensor / norm, norm
`;

/** Pictures in TensorFlow: channels come last. */
export const TENSORFLOW_IMAGE_TOLD = `
import tensorflow as tf


def rgb_to_grayscale(images, name=None):
    weights = tf.constant([0.2989, 0.587, 0.114])
    return tf.expand_dims(tf.tensordot(images, weights, [-1, -1]), -1)


def image_gradients(image):
    dy = image[:, 1:] - image[:, :-1]
    dx = image[:, :, 1:] - image[:, :, :-1]
    bottom = tf.zeros_like(image[:, :1])
    right = tf.zeros_like(image[:, :, :1])
    return tf.concat([dy, bottom], 1), tf.concat([dx, right], 2)


def flip_left_right(image):
    return tf.reverse(image, [-2])


def flip_up_down(image):
    return tf.reverse(image, [-3])


def sobel_edges(image):
    padded = tf.pad(image, [[0, 0], [1, 1], [1, 1], [0, 0]], mode="REFLECT")
    def at(dy, dx):
        return padded[:, 1 + dy:padded.shape[1] - 1 + dy, 1 + dx:padded.shape[2] - 1 + dx]
    dy = at(1, -1) + 2 * at(1, 0) + at(1, 1) - at(-1, -1) - 2 * at(-1, 0) - at(-1, 1)
    dx = at(-1, 1) + 2 * at(0, 1) + at(1, 1) - at(-1, -1) - 2 * at(0, -1) - at(1, -1)
    return tf.stack([dy, dx], -1)
`;

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
