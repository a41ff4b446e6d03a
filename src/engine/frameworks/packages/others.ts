/** Keras' look-up of losses by name. */
export const KERAS_GET = `
import keras
from keras import losses


def get(identifier):
    if identifier is None:
        return None
    if isinstance(identifier, str):
        named = {
            "mse": losses.mean_squared_error,
            "mean_squared_error": losses.mean_squared_error,
            "MeanSquaredError": losses.MeanSquaredError(),
            "mae": losses.mean_absolute_error,
            "mean_absolute_error": losses.mean_absolute_error,
            "MeanAbsoluteError": losses.MeanAbsoluteError(),
            "kl_divergence": losses.kl_divergence,
            "KLDivergence": losses.KLDivergence(),
            "binary_crossentropy": losses.binary_crossentropy,
            "categorical_crossentropy": losses.categorical_crossentropy,
            "sparse_categorical_crossentropy": losses.sparse_categorical_crossentropy,
            "cosine_similarity": losses.cosine_similarity,
            "hinge": losses.hinge,
            "squared_hinge": losses.squared_hinge,
            "huber": losses.huber,
            "poisson": losses.poisson,
        }
        return named[identifier]
    return identifier
`;

/** A choice of TensorFlow's between two functions. */
export const SMART_COND = `
import tensorflow as tf


def smart_cond(pred, true_fn=None, false_fn=None, name=None):
    return tf.cond(pred, true_fn, false_fn)
`;

/** JAX's way from a tree to one vector and back, for a single array. */
export const JAX_FLATTEN = `
import jax.numpy as jnp


def ravel_pytree(pytree):
    shape = pytree.shape
    return jnp.reshape(pytree, (-1,)), lambda flat: jnp.reshape(flat, shape)
`;

/** Selections out of sequences, as Python's operator module has them. */
export const OPERATOR = `
def itemgetter(*items):
    if len(items) == 1:
        return lambda value: value[items[0]]
    return lambda value: tuple(value[item] for item in items)
`;

/** What metrics of torchmetrics keep between calls. */
export const TORCHMETRICS = `
import torch.nn as nn


class Metric(nn.Module):
    def __init__(self, **kwargs):
        super().__init__()

    def add_state(self, name, default, dist_reduce_fx=None, persistent=False):
        setattr(self, name, default)
`;

/** Layers of einops. */
export const EINOPS_LAYERS = `
import einops
import torch.nn as nn


class Rearrange(nn.Module):
    def __init__(self, pattern, **axes_lengths):
        super().__init__()
        self.pattern = pattern
        self.axes_lengths = axes_lengths

    def forward(self, input):
        return einops.rearrange(input, self.pattern, **self.axes_lengths)


class Reduce(nn.Module):
    def __init__(self, pattern, reduction, **axes_lengths):
        super().__init__()
        self.pattern = pattern
        self.reduction = reduction
        self.axes_lengths = axes_lengths

    def forward(self, input):
        return einops.reduce(input, self.pattern, self.reduction, **self.axes_lengths)
`;

/** Losses of timm. */
export const TIMM_LOSSES = `
import torch
import torch.nn as nn
import torch.nn.functional as F


class LabelSmoothingCrossEntropy(nn.Module):
    def __init__(self, smoothing=0.1):
        super().__init__()
        self.smoothing = smoothing
        self.confidence = 1.0 - smoothing

    def forward(self, x, target):
        logprobs = F.log_softmax(x, dim=-1)
        nll = -logprobs.gather(dim=-1, index=target.unsqueeze(1)).squeeze(1)
        return (self.confidence * nll + self.smoothing * -logprobs.mean(dim=-1)).mean()


class SoftTargetCrossEntropy(nn.Module):
    def forward(self, x, target):
        return torch.sum(-target * F.log_softmax(x, dim=-1), dim=-1).mean()
`;
