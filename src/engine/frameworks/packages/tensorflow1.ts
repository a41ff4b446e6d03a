/** Losses of TensorFlow 1: averages over the elements whose weight is not 0. */
export const WEIGHTED_LOSSES = `
import tensorflow as tf


def _weighed(losses, weights, reduction):
    given = losses.dtype
    losses = tf.cast(losses, "float32")
    weights = tf.cast(tf.convert_to_tensor(weights), "float32")
    if weights.ndim != 0 and weights.ndim != losses.ndim:
        raise ValueError("weights can not be broadcast to values")
    weights = weights * tf.ones_like(losses)
    return tf.cast(_reduced(losses * weights, weights, reduction), given)


def _reduced(losses, weights, reduction):
    if reduction == "none":
        return losses
    if reduction == "sum" or reduction == "weighted_sum":
        return tf.reduce_sum(losses)
    if reduction == "weighted_mean":
        return tf.math.divide_no_nan(tf.reduce_sum(losses), tf.reduce_sum(weights))
    if reduction == "weighted_sum_over_batch_size":
        return tf.reduce_mean(losses)
    if reduction is not None and reduction != "weighted_sum_by_nonzero_weights":
        raise NotImplementedError("reduction of a loss of TensorFlow 1")
    present = tf.reduce_sum(tf.cast(tf.not_equal(weights, 0.0), "float32"))
    return tf.math.divide_no_nan(tf.reduce_sum(losses), present)


def compute_weighted_loss(losses, weights=1.0, scope=None, loss_collection=None, reduction=None):
    return _weighed(losses, weights, reduction)


def huber_loss(labels, predictions, weights=1.0, delta=1.0, scope=None, loss_collection=None, reduction=None):
    size = tf.abs(tf.cast(predictions, "float32") - tf.cast(labels, "float32"))
    near = tf.minimum(size, delta)
    return _weighed(0.5 * near * near + delta * (size - near), weights, reduction)


def absolute_difference(labels, predictions, weights=1.0, scope=None, loss_collection=None, reduction=None):
    return _weighed(tf.abs(tf.cast(predictions, "float32") - tf.cast(labels, "float32")), weights, reduction)


def log_loss(labels, predictions, weights=1.0, epsilon=1e-7, scope=None, loss_collection=None, reduction=None):
    predictions, labels = tf.cast(predictions, "float32"), tf.cast(labels, "float32")
    losses = -labels * tf.math.log(predictions + epsilon) - (1 - labels) * tf.math.log(1 - predictions + epsilon)
    return _weighed(losses, weights, reduction)


def cosine_distance(labels, predictions, axis=None, weights=1.0, scope=None, loss_collection=None, reduction=None, dim=None):
    axis = dim if axis is None else axis
    predictions, labels = tf.cast(predictions, "float32"), tf.cast(labels, "float32")
    return _weighed(1 - tf.reduce_sum(predictions * labels, axis=axis, keepdims=True), weights, reduction)


def hinge_loss(labels, logits, weights=1.0, scope=None, loss_collection=None, reduction=None):
    labels = 2 * tf.cast(labels, "float32") - 1
    return _weighed(tf.nn.relu(1 - labels * tf.cast(logits, "float32")), weights, reduction)


def sigmoid_cross_entropy(multi_class_labels, logits, weights=1.0, label_smoothing=0, scope=None, loss_collection=None, reduction=None):
    multi_class_labels = tf.cast(multi_class_labels, logits.dtype)
    if label_smoothing > 0:
        multi_class_labels = multi_class_labels * (1 - label_smoothing) + 0.5 * label_smoothing
    return _weighed(tf.nn.sigmoid_cross_entropy_with_logits(labels=multi_class_labels, logits=logits), weights, reduction)


def softmax_cross_entropy(onehot_labels, logits, weights=1.0, label_smoothing=0, scope=None, loss_collection=None, reduction=None):
    onehot_labels = tf.cast(onehot_labels, logits.dtype)
    if label_smoothing > 0:
        count = onehot_labels.shape[-1]
        onehot_labels = onehot_labels * (1 - label_smoothing) + label_smoothing / count
    return _weighed(tf.nn.softmax_cross_entropy_with_logits(labels=tf.stop_gradient(onehot_labels), logits=logits), weights, reduction)


def sparse_softmax_cross_entropy(labels, logits, weights=1.0, scope=None, loss_collection=None, reduction=None):
    return _weighed(tf.nn.sparse_softmax_cross_entropy_with_logits(labels=labels, logits=logits), weights, reduction)
`;

/** `tensorflow.compat.v1.losses`, where TensorFlow 2 has the losses of Keras. */
export const TENSORFLOW1_LOSSES = `${WEIGHTED_LOSSES}

class Reduction:
    NONE = "none"
    SUM = "weighted_sum"
    MEAN = "weighted_mean"
    SUM_OVER_BATCH_SIZE = "weighted_sum_over_batch_size"
    SUM_OVER_NONZERO_WEIGHTS = "weighted_sum_by_nonzero_weights"
    SUM_BY_NONZERO_WEIGHTS = "weighted_sum_by_nonzero_weights"


def mean_squared_error(labels, predictions, weights=1.0, scope=None, loss_collection=None, reduction=None):
    difference = tf.cast(predictions, "float32") - tf.cast(labels, "float32")
    return _weighed(difference * difference, weights, reduction)
`;

/** Functions of `tensorflow.compat.v1` that mean something else in TensorFlow 2. */
export const TENSORFLOW1 = `
import tensorflow as tf


def where(condition, x=None, y=None, name=None):
    if x is None:
        return tf.where(condition)
    x, y = tf.convert_to_tensor(x), tf.convert_to_tensor(y)
    condition = tf.convert_to_tensor(condition)
    if x.shape != y.shape:
        raise ValueError("x and y must have one shape")
    if condition.ndim == 1 and x.ndim > 1:
        condition = tf.reshape(condition, [-1] + [1] * (x.ndim - 1))
    elif condition.ndim != 0 and condition.shape != x.shape:
        raise ValueError("the condition must have the shape of x")
    return tf.where(condition, x, y)
`;

/** Functions of `tensorflow.compat.v1.nn` that mean something else in TensorFlow 2. */
export const TENSORFLOW1_NN = `
import tensorflow as tf


def softmax_cross_entropy_with_logits(_sentinel=None, labels=None, logits=None, dim=-1, name=None, axis=None):
    axis = dim if axis is None else axis
    return tf.nn.softmax_cross_entropy_with_logits(labels=tf.stop_gradient(labels), logits=logits, axis=axis)
`;
