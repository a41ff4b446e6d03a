/** `tf.random`: an order that nobody knows. */
export const TENSORFLOW_RANDOM_TOLD = `
import tensorflow as tf


def shuffle(value, seed=None, name=None):
    return tf.gather(value, tf.random._order(tf.shape(value)[0]))
`;

/** `keras.random`: what TensorFlow draws. */
export const KERAS_RANDOM_TOLD = `
import tensorflow as tf


def uniform(shape, minval=0.0, maxval=1.0, dtype=None, seed=None):
    return tf.random.uniform(shape, minval, maxval)


def normal(shape, mean=0.0, stddev=1.0, dtype=None, seed=None):
    return tf.random.normal(shape, mean, stddev)


def shuffle(x, axis=0, seed=None):
    return tf.gather(x, tf.random._order(tf.shape(x)[axis]), axis=axis)
`;
