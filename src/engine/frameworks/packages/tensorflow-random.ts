/** `tf.random`: an order that nobody knows. */
export const TENSORFLOW_RANDOM_TOLD = `
import tensorflow as tf


def shuffle(value, seed=None, name=None):
    return tf.gather(value, tf.random._order(tf.shape(value)[0]))
`;
