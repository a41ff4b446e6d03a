import { WEIGHTED_LOSSES } from './tensorflow1';

/** Keras' look-up of losses by name. */
export const KERAS_GET = `
import tensorflow as tf
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

${WEIGHTED_LOSSES}

class Reduction:
    NONE = "none"
    SUM = "sum"
    SUM_OVER_BATCH_SIZE = "sum_over_batch_size"
    AUTO = "auto"
    MEAN = "weighted_mean"
    SUM_OVER_NONZERO_WEIGHTS = "weighted_sum_by_nonzero_weights"
    SUM_BY_NONZERO_WEIGHTS = "weighted_sum_by_nonzero_weights"
`;

/** What Keras makes of the losses of elements: a mean over the batch unless it is told otherwise. */
export const KERAS_INTERNAL_LOSSES = `
import tensorflow as tf


def compute_weighted_loss(losses, sample_weight=None, reduction="sum_over_batch_size", name=None):
    losses = tf.convert_to_tensor(losses)
    if sample_weight is not None:
        sample_weight = tf.convert_to_tensor(sample_weight)
        if sample_weight.ndim != 0 and sample_weight.ndim != losses.ndim:
            raise NotImplementedError("weights of another rank")
        losses = losses * tf.cast(sample_weight, losses.dtype)
    if reduction == "none":
        return losses
    if reduction == "sum":
        return tf.reduce_sum(losses)
    if reduction != "sum_over_batch_size" and reduction != "auto":
        raise NotImplementedError("another reduction of Keras")
    return tf.reduce_mean(losses)
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

/** Versions as numbers that are in their order. */
export const VERSIONS = `
def parse(version):
    parts = version.split("+")[0].split(".")
    minor = int(parts[1]) if len(parts) > 1 else 0
    patch = int(parts[2]) if len(parts) > 2 and parts[2].isdigit() else 0
    return int(parts[0]) * 1000000 + minor * 1000 + patch


def Version(version):
    return parse(version)


def LooseVersion(version):
    return parse(version)


def parse_version(version):
    return parse(version)
`;

/** What ClassyVision makes of a loss. */
export const CLASSY_LOSSES = `
import torch.nn as nn


class ClassyLoss(nn.Module):
    def __init__(self):
        super().__init__()
`;

/** Questions of ClassyVision. */
export const CLASSY_UTIL = `
def is_on_gpu(model):
    return False


def is_pos_int(number):
    return isinstance(number, int) and number >= 0
`;

/** The sum of products of einops: axes have names. */
export const EINOPS_EINSUM = `
import torch


def einsum(*tensors_and_pattern):
    pattern = tensors_and_pattern[-1]
    letters = {}

    def spelled(term):
        words = []
        for name in term.split():
            if name != "..." and name not in letters:
                letters[name] = "abcdefghijklmnopqrstuvwxyz"[len(letters)]
            words.append("..." if name == "..." else letters[name])
        return "".join(words) if len(words) > 0 else ""

    left, right = pattern.split("->")
    terms = [spelled(term) for term in left.split(",")]
    return torch.einsum(",".join(terms) + "->" + spelled(right), *tensors_and_pattern[:-1])
`;

/** Densities of the normal distribution in scipy. */
export const SCIPY_NORMAL = `
import numpy as np
from scipy import special


def pdf(x, loc=0, scale=1):
    gap = (x - loc) / scale
    return np.exp(-(gap ** 2) / 2.0) / np.sqrt(2 * np.pi) / scale


def cdf(x, loc=0, scale=1):
    return special.ndtr((x - loc) / scale)
`;

/** How far each element is from the nearest one that is 0, in scipy; where none is, from the place before the first. */
export const SCIPY_DISTANCES = `
import numpy as np


def distance_transform_edt(input, sampling=None, return_distances=True, return_indices=False, distances=None, indices=None):
    if return_indices or not return_distances or distances is not None:
        raise NotImplementedError("places of the nearest zeros")
    zero = np.asarray(input) == 0
    steps = [1.0 if sampling is None else sampling] * zero.ndim if sampling is None or np.ndim(sampling) == 0 else sampling
    grid = np.meshgrid(*[np.arange(size) * step for size, step in zip(zero.shape, steps)], indexing="ij")
    places = np.stack([axis.ravel() for axis in grid], axis=-1)
    gaps = np.sqrt(((places[:, None] - places[None]) ** 2).sum(axis=-1))
    nearest = np.min(np.where(np.ravel(zero)[None], gaps, np.inf), axis=1)
    before = np.sqrt((places[:, 0] + steps[0]) ** 2 + (places[:, 1:] ** 2).sum(axis=-1))
    return np.where(zero.any(), nearest, before).reshape(zero.shape)
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

/** Draws of Python's random module. */
export const PYTHON_RANDOM = `
import torch


def random():
    return torch.rand(())


def uniform(a, b):
    return a + (b - a) * torch.rand(())


def gauss(mu=0.0, sigma=1.0):
    return mu + sigma * torch.randn(())


def randint(a, b):
    return torch.randint(a, b + 1, ())


def seed(a=None):
    return None


def shuffle(x):
    raise NotImplementedError("an order that is drawn")
`;

/** Progress bars, which show what they are given one by one. */
export const TQDM = `
def tqdm(iterable=None, *args, **kwargs):
    return iterable


def trange(*args, desc=None, disable=None, leave=None, total=None, ncols=None):
    return range(*args)
`;

/** Settings of a command line as they stand when none is given. */
export const TYRO = `
def cli(f, **kwargs):
    return kwargs["default"] if "default" in kwargs else f()
`;
