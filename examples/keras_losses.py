"""Losses for Keras models: a class, a function, and two ways to stop the gradient by accident."""

import keras
import tensorflow as tf


class SoftDice(keras.losses.Loss):
    """Overlap of two masks; the constant keeps an empty image from dividing by zero."""

    def __init__(self, smooth=1.0, name="soft_dice"):
        super().__init__(name=name)
        self.smooth = smooth

    def call(self, y_true, y_pred):
        overlap = tf.reduce_sum(y_true * y_pred)
        total = tf.reduce_sum(y_true) + tf.reduce_sum(y_pred)
        return 1.0 - (2.0 * overlap + self.smooth) / (total + self.smooth)


def soft_iou(y_true, y_pred):
    """Without such a constant an empty target and an empty prediction give 0 / 0."""
    overlap = tf.reduce_sum(y_true * y_pred)
    union = tf.reduce_sum(y_true + y_pred - y_true * y_pred)
    return 1.0 - overlap / union


def hard_error_rate(y_true, y_pred):
    """Counts mistakes. tf.round has no slope, so nothing is ever learnt."""
    return tf.reduce_mean(tf.abs(y_true - tf.round(y_pred)))


def euclidean_distance(y_true, y_pred):
    """The square root is infinitely steep at 0, which a perfect prediction reaches."""
    return tf.reduce_mean(tf.sqrt(tf.reduce_sum(tf.square(y_true - y_pred), axis=-1)))
