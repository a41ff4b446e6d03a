/** Functions of `tensorflow` that are others put together. */
export const TENSORFLOW_FUNCTIONS = `
import tensorflow as tf
from keras import ops


def eye(num_rows, num_columns=None, batch_shape=None, dtype="float32", name=None):
    one = ops.eye(num_rows, num_columns, dtype=dtype)
    return one if batch_shape is None else tf.broadcast_to(one, list(batch_shape) + list(one.shape))


def scatter_nd(indices, updates, shape, name=None):
    return tf.tensor_scatter_nd_add(tf.zeros(shape), indices, updates)


def sequence_mask(lengths, maxlen=None, dtype="bool", name=None):
    if maxlen is None:
        maxlen = tf.reduce_max(lengths)
    return tf.cast(tf.range(maxlen) < tf.expand_dims(lengths, -1), dtype)


def slice(input_, begin, size, name=None):
    result = input_
    for axis in range(len(begin)):
        stop = result.shape[axis] if size[axis] == -1 else begin[axis] + size[axis]
        result = tf.gather(result, tf.range(begin[axis], stop), axis=axis)
    return result


def searchsorted(sorted_sequence, values, side="left", out_type="int32", name=None):
    if side not in ("left", "right"):
        raise ValueError("side must be left or right")
    row, value = tf.expand_dims(sorted_sequence, -2), tf.expand_dims(values, -1)
    before = row < value if side == "left" else row <= value
    return tf.reduce_sum(tf.cast(before, "int32"), axis=-1)


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


def diag(diagonal, name=None):
    return tf.linalg.diag(diagonal)


def matrix_diag(diagonal, name=None):
    return tf.linalg.diag(diagonal)


def matrix_transpose(a, name=None):
    return tf.linalg.matrix_transpose(a)


def matrix_inverse(input, name=None):
    return tf.linalg.inv(input)


def log_sigmoid(x, name=None):
    return tf.math.log_sigmoid(x)


def lgamma(x, name=None):
    return tf.math.lgamma(x)


def check_numerics(tensor, message, name=None):
    return tensor


def foldl(fn, elems, initializer=None, parallel_iterations=10, back_prop=True, swap_memory=False, name=None):
    rows = tf.unstack(elems)
    total = rows[0] if initializer is None else initializer
    for row in rows[1:] if initializer is None else rows:
        total = fn(total, row)
    return total


def vectorized_map(fn, elems, fallback_to_while_loop=True, warn=True):
    return tf.map_fn(fn, elems)


def scan(fn, elems, initializer=None, parallel_iterations=10, back_prop=True, swap_memory=False, infer_shape=True, reverse=False, name=None):
    rows = tf.unstack(elems)
    if reverse:
        rows = rows[::-1]
    total = rows[0] if initializer is None else initializer
    results = [total] if initializer is None else []
    for row in rows[1:] if initializer is None else rows:
        total = fn(total, row)
        results.append(total)
    return tf.stack(results[::-1] if reverse else results)


def get_static_value(tensor, partial=False):
    return tensor


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
    replica_id_in_sync_group = 0

    def all_reduce(self, reduce_op, value, options=None):
        return value

    def all_gather(self, value, axis, options=None):
        return value


def get_replica_context():
    return _OneDevice()


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


def lbeta(x, name=None):
    return tf.reduce_sum(tf.math.lgamma(x), axis=-1) - tf.math.lgamma(tf.reduce_sum(x, axis=-1))


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


def tensor_diag(diagonal, name=None):
    if diagonal.ndim != 1:
        raise NotImplementedError("tensor_diag of more than a vector")
    return tf.linalg.diag(diagonal)


def tensor_diag_part(input, name=None):
    if input.ndim != 2:
        raise NotImplementedError("tensor_diag_part of more than a matrix")
    return tf.linalg.diag_part(input)


def cross(a, b, name=None):
    a0, a1, a2 = tf.unstack(a, axis=-1)
    b0, b1, b2 = tf.unstack(b, axis=-1)
    return tf.stack([a1 * b2 - a2 * b1, a2 * b0 - a0 * b2, a0 * b1 - a1 * b0], axis=-1)


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
