"""Runs library losses on fixed inputs and writes what came out to composites.json.

Each case names a composite, the canonical arguments it is built from, and the real call. Gradients are those of the sum of
the result. Needs torch, jax, optax, tensorflow and keras.
"""

import json
import os
import pathlib

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ.setdefault("KERAS_BACKEND", "tensorflow")

import jax
import jax.numpy as jnp
import keras
import numpy as np
import optax
import tensorflow as tf
import torch
import torch.nn.functional as F

jax.config.update("jax_enable_x64", True)
rng = np.random.default_rng(7)


def normal(*shape):
    return np.round(rng.normal(size=shape) * 2, 3)


def unit(*shape):
    return np.round(rng.uniform(0.02, 0.98, size=shape), 3)


def bits(*shape):
    return (rng.uniform(size=shape) < 0.5).astype(float)


def rows(*shape):
    x = rng.uniform(0.05, 1, size=shape)
    return x / x.sum(axis=-1, keepdims=True)


def signs(*shape):
    return bits(*shape) * 2 - 1


def classes(count, *shape):
    return rng.integers(0, count, size=shape)


def in_torch(call, tensors, wrt):
    given = {k: torch.tensor(v, requires_grad=k in wrt) for k, v in tensors.items()}
    value = call(**given)
    value.sum().backward()
    return value.detach().numpy(), {k: given[k].grad.numpy() for k in wrt}


def in_jax(call, tensors, wrt):
    given = {k: jnp.asarray(v) for k, v in tensors.items()}
    value = call(**given)
    grads = jax.grad(lambda part: call(**{**given, **part}).sum())({k: given[k] for k in wrt})
    return np.asarray(value), {k: np.asarray(g) for k, g in grads.items()}


def in_tensorflow(call, tensors, wrt):
    given = {k: tf.Variable(v) if k in wrt else tf.constant(v) for k, v in tensors.items()}
    with tf.GradientTape() as tape:
        value = call(**given)
        total = tf.reduce_sum(value)
    grads = tape.gradient(total, {k: given[k] for k in wrt})
    return value.numpy(), {k: tf.convert_to_tensor(g).numpy() for k, g in grads.items()}


RUN = {"torch": in_torch, "jax": in_jax, "tensorflow": in_tensorflow}
CASES = []


def case(framework, composite, call, tensors, wrt=("input",), **attributes):
    CASES.append((framework, composite, call, tensors, list(wrt), attributes))


def torch_cases():
    x, y = normal(3, 4), normal(3, 4)
    for reduction in ("mean", "sum", "none"):
        kw = {"reduction": reduction}
        case("torch", "mse", lambda input, target, kw=kw: F.mse_loss(input, target, **kw), {"input": x, "target": y}, ("input", "target"), **kw)
        case("torch", "l1", lambda input, target, kw=kw: F.l1_loss(input, target, **kw), {"input": x, "target": y}, **kw)
        case("torch", "bce_with_logits", lambda input, target, kw=kw: F.binary_cross_entropy_with_logits(input, target, **kw), {"input": x, "target": bits(3, 4)}, **kw)
        case("torch", "cross_entropy", lambda input, target, kw=kw: F.cross_entropy(input, target, **kw), {"input": x, "target": classes(4, 3)}, **kw)
    w = unit(3, 4)
    case("torch", "mse", lambda input, target, weight: F.mse_loss(input, target, weight=weight), {"input": x, "target": y, "weight": w})
    case("torch", "l1", lambda input, target, weight: F.l1_loss(input, target, weight=weight), {"input": x, "target": y, "weight": w})
    case("torch", "huber", lambda input, target, weight: F.huber_loss(input, target, weight=weight), {"input": x, "target": y, "weight": w})
    edge = y.copy()
    edge[0] += 0.5
    edge[1] -= 0.5
    for beta in (0.0, 0.5, 1.0):
        case("torch", "smooth_l1", lambda input, target, beta=beta: F.smooth_l1_loss(input, target, beta=beta), {"input": edge, "target": y}, beta=beta)
    for delta in (0.5, 1.0, 2.5):
        case("torch", "huber", lambda input, target, delta=delta: F.huber_loss(input, target, delta=delta), {"input": edge, "target": y}, delta=delta)
    case("torch", "huber", lambda input, target: F.huber_loss(input, target), {"input": np.array([1e200, -1e200, 0.0]), "target": np.zeros(3)})
    weights = unit(4)
    for smoothing in (0.0, 0.1):
        for reduction in ("mean", "sum", "none"):
            kw = {"reduction": reduction, "label_smoothing": smoothing}
            call = lambda input, target, weight, kw=kw: F.cross_entropy(input, target, weight=weight, **kw)
            case("torch", "cross_entropy", call, {"input": x, "target": classes(4, 3), "weight": weights}, **kw)
            case("torch", "cross_entropy", call, {"input": x, "target": rows(3, 4), "weight": weights}, **kw)
    kw = {"ignore_index": 2}
    image, labels = normal(2, 3, 2, 2), classes(3, 2, 2, 2)
    labels[0, 0, 0] = 2
    case("torch", "cross_entropy", lambda input, target: F.cross_entropy(input, target, ignore_index=2), {"input": image, "target": labels}, **kw)
    case("torch", "cross_entropy", lambda input, target: F.cross_entropy(input, target, ignore_index=2, label_smoothing=0.2), {"input": image, "target": labels}, label_smoothing=0.2, **kw)
    hidden = classes(4, 3)
    hidden[1] = -100
    case("torch", "cross_entropy", lambda input, target: F.cross_entropy(input, target), {"input": x, "target": hidden})
    case("torch", "cross_entropy", lambda input, target: F.cross_entropy(input, target), {"input": x[0], "target": np.array(2)})
    case("torch", "cross_entropy", lambda input, target: F.cross_entropy(input, target), {"input": x * 400, "target": hidden})
    logs = np.log(rows(3, 4))
    case("torch", "nll", lambda input, target: F.nll_loss(input, target), {"input": logs, "target": classes(4, 3)})
    case("torch", "nll", lambda input, target, weight: F.nll_loss(input, target, weight=weight, ignore_index=1), {"input": logs, "target": classes(4, 3), "weight": weights}, ignore_index=1)
    p, t = unit(3, 4), bits(3, 4)
    case("torch", "binary_cross_entropy", lambda input, target: F.binary_cross_entropy(input, target), {"input": p, "target": t})
    case("torch", "binary_cross_entropy", lambda input, target, weight: F.binary_cross_entropy(input, target, weight=weight, reduction="sum"), {"input": p, "target": t, "weight": w}, reduction="sum")
    ends = np.array([0.0, 0.0, 1.0, 1.0, 1e-30, 1 - 1e-9])
    case("torch", "binary_cross_entropy", lambda input, target: F.binary_cross_entropy(input, target), {"input": ends, "target": np.array([0.0, 1, 0, 1, 1, 0])})
    case("torch", "bce_with_logits", lambda input, target, weight, pos_weight: F.binary_cross_entropy_with_logits(input, target, weight=weight, pos_weight=pos_weight), {"input": x, "target": t, "weight": w, "pos_weight": unit(4) * 3})
    case("torch", "bce_with_logits", lambda input, target: F.binary_cross_entropy_with_logits(input, target), {"input": np.array([900.0, -900, 0, 40]), "target": np.array([0.0, 1, 1, 1])})
    for reduction in ("mean", "batchmean", "sum", "none"):
        case("torch", "kl_div", lambda input, target, reduction=reduction: F.kl_div(input, target, reduction=reduction), {"input": logs, "target": rows(3, 4)}, reduction=reduction)
    case("torch", "kl_div", lambda input, target: F.kl_div(input, target, reduction="sum"), {"input": logs, "target": np.eye(4)[[0, 2, 3]]}, reduction="sum")
    case("torch", "kl_div", lambda input, target: F.kl_div(input, target, log_target=True, reduction="sum"), {"input": logs, "target": np.log(rows(3, 4))}, ("input", "target"), log_target=True, reduction="sum")
    for full in (False, True):
        case("torch", "gaussian_nll", lambda input, target, var, full=full: F.gaussian_nll_loss(input, target, var, full=full), {"input": x, "target": y, "var": w}, ("input", "var"), full=full)
        case("torch", "poisson_nll", lambda input, target, full=full: F.poisson_nll_loss(input, target, full=full), {"input": x, "target": np.array([[0.0, 1, 2, 3], [4, 0, 1, 7], [2, 2, 3, 1]])}, full=full)
    case("torch", "gaussian_nll", lambda input, target, var: F.gaussian_nll_loss(input, target, var), {"input": x, "target": y, "var": np.array([1e-9, 0.2, 3.0])}, ("input", "var"))
    case("torch", "poisson_nll", lambda input, target: F.poisson_nll_loss(input, target, log_input=False), {"input": p, "target": t * 3}, log_input=False)
    case("torch", "hinge_embedding", lambda input, target: F.hinge_embedding_loss(input, target, margin=1.5), {"input": np.abs(x), "target": signs(3, 4)}, margin=1.5)
    case("torch", "margin_ranking", lambda input1, input2, target: F.margin_ranking_loss(input1, input2, target, margin=0.3), {"input1": x[0], "input2": y[0], "target": signs(4)}, ("input1", "input2"), margin=0.3)
    case("torch", "soft_margin", lambda input, target: F.soft_margin_loss(input, target), {"input": x, "target": signs(3, 4)})
    for power in (1, 2):
        case("torch", "multi_margin", lambda input, target, power=power: F.multi_margin_loss(input, target, p=power, margin=0.8), {"input": x, "target": classes(4, 3)}, p=power, margin=0.8)
    case("torch", "multi_margin", lambda input, target, weight: F.multi_margin_loss(input, target, weight=weight), {"input": x, "target": classes(4, 3), "weight": weights})
    case("torch", "multilabel_soft_margin", lambda input, target, weight: F.multilabel_soft_margin_loss(input, target, weight=weight), {"input": x, "target": t, "weight": weights})
    case("torch", "cosine_embedding", lambda input1, input2, target: F.cosine_embedding_loss(input1, input2, target, margin=0.1), {"input1": x, "input2": y, "target": np.array([1.0, -1, -1])}, ("input1", "input2"), margin=0.1)
    case("torch", "pairwise_distance", lambda x1, x2: F.pairwise_distance(x1, x2), {"x1": x, "x2": y}, ("x1", "x2"))
    case("torch", "pairwise_distance", lambda x1, x2: F.pairwise_distance(x1, x2, p=1.0), {"x1": x, "x2": y}, ("x1", "x2"), p=1.0)
    for swap in (False, True):
        case("torch", "triplet_margin", lambda anchor, positive, negative, swap=swap: F.triplet_margin_loss(anchor, positive, negative, margin=2.0, swap=swap), {"anchor": x, "positive": y, "negative": normal(3, 4)}, ("anchor", "positive", "negative"), margin=2.0, swap=swap)


def image_cases():
    image, kernel, bias = normal(2, 2, 4, 6), normal(3, 2, 2, 3), normal(3)
    case("torch", "convolution", lambda input, weight, bias: F.conv2d(input, weight, bias, padding=1), {"input": image, "weight": kernel, "bias": bias}, ("input", "weight", "bias"), padding=1)
    case("torch", "convolution", lambda input, weight: F.conv2d(input, weight, stride=(1, 2), groups=2), {"input": image, "weight": normal(2, 1, 3, 2)}, ("input", "weight"), stride=[1, 2], groups=2)
    case("torch", "convolution", lambda input, weight, bias: F.conv1d(input, weight, bias, padding=1, stride=2), {"input": normal(2, 2, 7), "weight": normal(3, 2, 3), "bias": bias}, ("input", "weight", "bias"), padding=1, stride=2, dims=1)
    case("torch", "average_pool", lambda input: F.avg_pool2d(input, 2), {"input": image}, kernel_size=2)
    case("torch", "average_pool", lambda input: F.avg_pool2d(input, 3, stride=1, padding=1, count_include_pad=False), {"input": image}, kernel_size=3, stride=1, padding=1, count_include_pad=False)
    case("torch", "average_pool", lambda input: F.avg_pool1d(input, 3, stride=2), {"input": normal(2, 2, 7)}, kernel_size=3, stride=2, dims=1)
    case("torch", "maximum_pool", lambda input: F.max_pool2d(input, (2, 3)), {"input": image}, kernel_size=[2, 3])
    case("torch", "maximum_pool", lambda input: F.max_pool2d(input, 3, stride=1, padding=1), {"input": image}, kernel_size=3, stride=1, padding=1)
    case("torch", "adaptive_average_pool", lambda input: F.adaptive_avg_pool2d(input, (2, 3)), {"input": image}, output_size=[2, 3])
    case("torch", "adaptive_average_pool", lambda input: F.adaptive_avg_pool2d(input, 1), {"input": image}, output_size=1)
    case("torch", "resize", lambda input: F.interpolate(input, scale_factor=2), {"input": image}, scale_factor=2)
    case("torch", "resize", lambda input: F.interpolate(input, size=(3, 4), mode="bilinear", align_corners=False), {"input": image}, size=[3, 4], mode="bilinear", align_corners=False)
    case("torch", "resize", lambda input: F.interpolate(input, size=(5, 7), mode="bilinear", align_corners=True), {"input": image}, size=[5, 7], mode="bilinear", align_corners=True)


def distribution_cases():
    D = torch.distributions
    loc, scale, value = normal(2, 3), unit(2, 3), normal(2, 3)
    both = {"loc": loc, "scale": scale, "value": value}
    every = ("loc", "scale", "value")
    case("torch", "normal_log_prob", lambda loc, scale, value: D.Normal(loc, scale).log_prob(value), both, every)
    case("torch", "normal_cdf", lambda loc, scale, value: D.Normal(loc, scale).cdf(value), both, every)
    in_turn = {"value": value, "loc": loc, "scale": scale}
    case("jax", "normal_ndtr", lambda value, loc, scale: jax.scipy.stats.norm.cdf(value, loc, scale), in_turn, every)
    case("jax", "normal_log_ndtr", lambda value, loc, scale: jax.scipy.stats.norm.logcdf(value, loc, scale), in_turn, every)
    case("jax", "normal_logpdf", lambda value, loc, scale: jax.scipy.stats.norm.logpdf(value, loc, scale), in_turn, every)
    case("torch", "normal_entropy", lambda loc, scale: D.Normal(loc, scale).entropy(), {"loc": loc, "scale": unit(3)}, ("scale",))
    case("torch", "laplace_log_prob", lambda loc, scale, value: D.Laplace(loc, scale).log_prob(value), both, every)
    case("torch", "cauchy_log_prob", lambda loc, scale, value: D.Cauchy(loc, scale).log_prob(value), both, every)
    case("torch", "log_normal_log_prob", lambda loc, scale, value: D.LogNormal(loc, scale).log_prob(value), {**both, "value": unit(2, 3)}, every)
    case("torch", "student_t_log_prob", lambda df, loc, scale, value: D.StudentT(df, loc, scale).log_prob(value), {"df": unit(2, 3) * 5, **both}, ("df", *every))
    flips = {"value": bits(2, 3)}
    case("torch", "bernoulli_log_prob", lambda logits, value: D.Bernoulli(logits=logits).log_prob(value), {"logits": normal(2, 3), **flips}, ("logits",))
    case("torch", "bernoulli_log_prob", lambda probs, value: D.Bernoulli(probs).log_prob(value), {"probs": unit(2, 3), **flips}, ("probs",))
    case("torch", "bernoulli_entropy", lambda logits: D.Bernoulli(logits=logits).entropy(), {"logits": normal(2, 3)}, ("logits",))
    case("torch", "bernoulli_entropy", lambda probs: D.Bernoulli(probs).entropy(), {"probs": unit(2, 3)}, ("probs",))
    picks = {"value": classes(3, 4)}
    case("torch", "categorical_log_prob", lambda logits, value: D.Categorical(logits=logits).log_prob(value), {"logits": normal(4, 3), **picks}, ("logits",))
    case("torch", "categorical_log_prob", lambda probs, value: D.Categorical(probs).log_prob(value), {"probs": unit(4, 3), **picks}, ("probs",))
    case("torch", "categorical_log_prob", lambda logits, value: D.Categorical(logits=logits).log_prob(value), {"logits": normal(3), **picks}, ("logits",))
    case("torch", "categorical_entropy", lambda logits: D.Categorical(logits=logits).entropy(), {"logits": normal(4, 3)}, ("logits",))
    case("torch", "categorical_entropy", lambda probs: D.Categorical(probs).entropy(), {"probs": unit(4, 3)}, ("probs",))
    counts = np.array([0.0, 1, 2, 5])
    case("torch", "poisson_log_prob", lambda rate, value: D.Poisson(rate).log_prob(value), {"rate": unit(4) * 3, "value": counts}, ("rate",))
    case("torch", "exponential_log_prob", lambda rate, value: D.Exponential(rate).log_prob(value), {"rate": unit(4) * 3, "value": counts}, ("rate",))
    case("torch", "gamma_log_prob", lambda concentration, rate, value: D.Gamma(concentration, rate).log_prob(value), {"concentration": unit(4) * 3, "rate": unit(4), "value": unit(4)}, ("concentration", "rate", "value"))
    case("torch", "beta_log_prob", lambda concentration1, concentration0, value: D.Beta(concentration1, concentration0).log_prob(value), {"concentration1": unit(4) * 3, "concentration0": unit(4) * 2, "value": unit(4)}, ("concentration1", "concentration0", "value"))


def jax_cases():
    x, y = normal(3, 4), normal(3, 4)
    holes = x.copy()
    holes[0, 1] = holes[2, 2] = np.nan
    case("jax", "nansum", lambda input: jnp.nansum(input, axis=1), {"input": holes}, axes=1)
    case("jax", "nanmean", lambda input: jnp.nanmean(input), {"input": holes})
    case("jax", "vdot", lambda x, y: jnp.vdot(x, y), {"x": x, "y": y}, ("x", "y"))
    case("jax", "diff", lambda input: jnp.diff(input, axis=0), {"input": x}, axis=0)
    pair = {"input": x, "target": y}
    case("jax", "squared_error", lambda input, target: optax.squared_error(input, target), pair)
    case("jax", "half_squared_error", lambda input, target: optax.l2_loss(input, target), pair)
    case("jax", "half_squared_error", lambda input: optax.l2_loss(input), {"input": x})
    case("jax", "optax_huber", lambda input, target: optax.huber_loss(input, target, delta=0.7), pair, delta=0.7)
    case("jax", "optax_log_cosh", lambda input, target: optax.log_cosh(input, target), {"input": x * 300, "target": y})
    case("jax", "optax_cosine_similarity", lambda input, target: optax.cosine_similarity(input, target), pair, ("input", "target"))
    case("jax", "optax_cosine_distance", lambda input, target: optax.cosine_distance(input, target, epsilon=1e-3), pair, epsilon=1e-3)
    case("jax", "optax_sigmoid_bce", lambda input, target: optax.sigmoid_binary_cross_entropy(input, target), {"input": x * 30, "target": bits(3, 4)})
    focal = {"input": x, "target": bits(3, 4)}
    case("jax", "optax_sigmoid_focal", lambda input, target: optax.sigmoid_focal_loss(input, target, gamma=1.5), focal, gamma=1.5)
    case("jax", "optax_sigmoid_focal", lambda input, target: optax.sigmoid_focal_loss(input, target, alpha=0.25), focal, alpha=0.25)
    case("jax", "softmax_cross_entropy", lambda input, target: optax.softmax_cross_entropy(input, target), {"input": x, "target": rows(3, 4)})
    case("jax", "softmax_cross_entropy", lambda input, target: optax.softmax_cross_entropy(input, target, axis=0), {"input": x, "target": rows(3, 4)}, axis=0)
    case("jax", "safe_softmax_cross_entropy", lambda input, target: optax.safe_softmax_cross_entropy(input, target), {"input": np.array([[0.5, -np.inf, 1.0]]), "target": np.array([[0.5, 0.0, 0.5]])})
    case("jax", "optax_sparse_softmax_cross_entropy", lambda input, target: optax.softmax_cross_entropy_with_integer_labels(input, target), {"input": x * 100, "target": classes(4, 3)})
    case("jax", "poly_cross_entropy", lambda input, target: optax.losses.poly_loss_cross_entropy(input, target, epsilon=1.5), {"input": x, "target": rows(3, 4)}, epsilon=1.5)
    logs = np.log(rows(3, 4))
    case("jax", "optax_kl_divergence", lambda input, target: optax.losses.kl_divergence(input, target), {"input": logs, "target": rows(3, 4)})
    case("jax", "optax_kl_divergence", lambda input, target: optax.losses.kl_divergence(input, target), {"input": logs, "target": np.eye(4)[[0, 1, 3]]})
    case("jax", "optax_kl_divergence_log_targets", lambda input, target: optax.losses.kl_divergence_with_log_targets(input, target), {"input": logs, "target": np.log(rows(3, 4))}, ("input", "target"))
    case("jax", "optax_convex_kl_divergence", lambda input, target: optax.losses.convex_kl_divergence(input, target), {"input": logs, "target": rows(3, 4)})
    case("jax", "optax_hinge", lambda input, target: optax.hinge_loss(input, target), {"input": np.array([1.0, -1.0, 0.3, 2.0]), "target": np.array([1.0, -1.0, -1.0, 1.0])})
    case("jax", "optax_perceptron", lambda input, target: optax.losses.perceptron_loss(input, target), {"input": x[0], "target": signs(4)})
    case("jax", "smooth_labels", lambda input: optax.smooth_labels(input, 0.1), {"input": np.eye(3)}, alpha=0.1)
    case("jax", "optax_triplet_margin", lambda anchor, positive, negative: optax.losses.triplet_margin_loss(anchor, positive, negative, margin=2.0), {"anchor": x, "positive": y, "negative": normal(3, 4)}, ("anchor", "negative"), margin=2.0)


def tensorflow_cases():
    x, y = normal(3, 4), normal(3, 4)
    nn, losses = tf.nn, keras.losses
    case("tensorflow", "squared_difference", lambda x, y: tf.math.squared_difference(x, y), {"x": x, "y": y}, ("x", "y"))
    case("tensorflow", "l2_penalty", lambda input: nn.l2_loss(input), {"input": x})
    case("tensorflow", "tf_sigmoid_cross_entropy", lambda input, target: nn.sigmoid_cross_entropy_with_logits(target, input), {"input": x * 100, "target": bits(3, 4)}, ("input", "target"))
    case("tensorflow", "tf_weighted_cross_entropy", lambda input, target: nn.weighted_cross_entropy_with_logits(target, input, 2.5), {"input": x * 20, "target": bits(3, 4)}, pos_weight=2.5)
    case("tensorflow", "tf_weighted_cross_entropy", lambda input, target: nn.weighted_cross_entropy_with_logits(target, input, 2.5), {"input": np.array([0.0, 0.0, 0.0, 1.5]), "target": np.array([0.0, 1.0, 0.25, 1.0])}, ("input", "target"), pos_weight=2.5)
    case("tensorflow", "tf_softmax_cross_entropy", lambda input, target: nn.softmax_cross_entropy_with_logits(target, input), {"input": x, "target": rows(3, 4)})
    case("tensorflow", "tf_softmax_cross_entropy", lambda input, target: nn.softmax_cross_entropy_with_logits(target, input), {"input": x, "target": bits(3, 4)})
    case("tensorflow", "tf_softmax_cross_entropy", lambda input, target: nn.softmax_cross_entropy_with_logits(target, input), {"input": x, "target": np.zeros((3, 4))})
    case("tensorflow", "tf_sparse_softmax_cross_entropy", lambda input, target: nn.sparse_softmax_cross_entropy_with_logits(target, input), {"input": x * 50, "target": classes(4, 3)})
    for full in (False, True):
        case("tensorflow", "tf_log_poisson", lambda input, target, full=full: nn.log_poisson_loss(target, input, compute_full_loss=full), {"input": x, "target": np.array([[0.0, 1, 2, 3], [4, 0, 1, 7], [2, 2, 3, 1]])}, full=full)
    for direction in ("ASCENDING", "DESCENDING"):
        case("tensorflow", "directed_sort", lambda input, direction=direction: tf.sort(input, axis=0, direction=direction), {"input": x}, axis=0, direction=direction)
    case("tensorflow", "directed_argsort", lambda input: tf.cast(tf.argsort(input, direction="DESCENDING"), input.dtype), {"input": x}, (), direction="DESCENDING")
    pair = {"input": x, "target": y}
    positive = {"input": np.abs(x), "target": np.abs(y)}
    shares = {"input": rows(3, 4), "target": rows(3, 4)}
    hot = {"input": rows(3, 4), "target": np.eye(4)[[0, 2, 1]]}
    half = {"input": unit(3, 4), "target": bits(3, 4)}
    logits = {"input": x * 3, "target": bits(3, 4)}
    plain = [
        ("keras_mse", losses.mean_squared_error, pair),
        ("keras_mae", losses.mean_absolute_error, pair),
        ("keras_mape", losses.mean_absolute_percentage_error, pair),
        ("keras_msle", losses.mean_squared_logarithmic_error, positive),
        ("keras_huber", losses.huber, pair),
        ("keras_log_cosh", losses.log_cosh, pair),
        ("keras_hinge", losses.hinge, {"input": x, "target": bits(3, 4)}),
        ("keras_hinge", losses.hinge, {"input": x, "target": signs(3, 4)}),
        ("keras_squared_hinge", losses.squared_hinge, {"input": x, "target": signs(3, 4)}),
        ("keras_categorical_hinge", losses.categorical_hinge, {"input": x, "target": np.eye(4)[[0, 2, 1]]}),
        ("keras_kl_divergence", losses.kl_divergence, shares),
        ("keras_poisson", losses.poisson, positive),
        ("keras_cosine_similarity", losses.cosine_similarity, pair),
        ("keras_binary_crossentropy", losses.binary_crossentropy, half),
        ("keras_binary_crossentropy", losses.binary_crossentropy, {"input": np.array([[0.0, 1.0, 1.0, 0.0]]), "target": np.array([[0.0, 1.0, 0.0, 1.0]])}),
        ("keras_categorical_crossentropy", losses.categorical_crossentropy, hot),
        ("keras_categorical_crossentropy", losses.categorical_crossentropy, {"input": rows(3, 4) * 2.5, "target": rows(3, 4)}),
        ("keras_sparse_categorical_crossentropy", losses.sparse_categorical_crossentropy, {"input": rows(3, 4), "target": classes(4, 3)}),
        ("keras_sparse_categorical_crossentropy", losses.sparse_categorical_crossentropy, {"input": rows(3, 4), "target": classes(4, 3, 1)}),
        ("keras_binary_focal_crossentropy", losses.binary_focal_crossentropy, half),
        ("keras_categorical_focal_crossentropy", losses.categorical_focal_crossentropy, hot),
        ("keras_dice", losses.dice, half),
        ("keras_tversky", losses.tversky, half),
    ]
    for name, function, tensors in plain:
        case("tensorflow", name, lambda input, target, function=function: function(target, input), tensors)
    options = [
        ("keras_huber", losses.huber, pair, {"delta": 0.6}),
        ("keras_binary_crossentropy", losses.binary_crossentropy, logits, {"from_logits": True}),
        ("keras_binary_crossentropy", losses.binary_crossentropy, half, {"label_smoothing": 0.2}),
        ("keras_categorical_crossentropy", losses.categorical_crossentropy, {"input": x, "target": np.eye(4)[[0, 2, 1]]}, {"from_logits": True, "label_smoothing": 0.1}),
        ("keras_sparse_categorical_crossentropy", losses.sparse_categorical_crossentropy, {"input": x, "target": np.array([0, 1, 2])}, {"from_logits": True, "ignore_class": 1}),
        ("keras_binary_focal_crossentropy", losses.binary_focal_crossentropy, logits, {"from_logits": True, "apply_class_balancing": True, "gamma": 1.5}),
        ("keras_categorical_focal_crossentropy", losses.categorical_focal_crossentropy, {"input": x, "target": np.eye(4)[[0, 2, 1]]}, {"from_logits": True}),
        ("keras_cosine_similarity", losses.cosine_similarity, pair, {"axis": 0}),
        ("keras_dice", losses.dice, half, {"axis": 1}),
        ("keras_tversky", losses.tversky, half, {"alpha": 0.3, "beta": 0.7}),
    ]
    for name, function, tensors, kw in options:
        case("tensorflow", name, lambda input, target, function=function, kw=kw: function(target, input, **kw), tensors, **kw)
    for reduction in ("sum_over_batch_size", "sum", "none", "mean_with_sample_weight"):
        loss = losses.MeanSquaredError(reduction=reduction, dtype="float64")
        case("tensorflow", "keras_mse", lambda input, target, sample_weight, loss=loss: loss(target, input, sample_weight=sample_weight), {**pair, "sample_weight": unit(3)}, reduction=reduction)
    crossed = losses.BinaryCrossentropy(dtype="float64")
    case("tensorflow", "keras_binary_crossentropy", lambda input, target: crossed(target, input), half, reduction="sum_over_batch_size")
    import keras.src.legacy.backend as old

    case("tensorflow", "keras_ops_binary_crossentropy", lambda input, target: keras.ops.binary_crossentropy(target, input), half)
    case("tensorflow", "keras_ops_categorical_crossentropy", lambda input, target: keras.ops.categorical_crossentropy(target, input), hot)
    case("tensorflow", "keras_ops_sparse_categorical_crossentropy", lambda input, target: keras.ops.sparse_categorical_crossentropy(target, input, from_logits=True), {"input": x, "target": classes(4, 3)}, from_logits=True)
    case("tensorflow", "keras_backend_binary_crossentropy", lambda input, target: old.binary_crossentropy(target, input), half)
    case("tensorflow", "keras_backend_sqrt", lambda x: old.sqrt(x), {"x": np.array([0.25, 4.0, -1.0])}, ("x",))


def focal_loss(inputs, targets, alpha, gamma, reduction):
    """The focal loss of fvcore and torchvision as they document it."""
    p = torch.sigmoid(inputs)
    loss = F.binary_cross_entropy_with_logits(inputs, targets, reduction="none") * (1 - (p * targets + (1 - p) * (1 - targets))) ** gamma
    if alpha >= 0:
        loss = (alpha * targets + (1 - alpha) * (1 - targets)) * loss
    return {"none": loss, "mean": loss.mean(), "sum": loss.sum()}[reduction]


def focal_cases():
    for kw in ({"alpha": 0.25, "gamma": 2.0, "reduction": "none"}, {"alpha": -1.0, "gamma": 1.5, "reduction": "mean"}, {"alpha": 0.7, "gamma": 3.0, "reduction": "sum"}):
        case("torch", "sigmoid_focal", lambda inputs, targets, kw=kw: focal_loss(inputs, targets, **kw), {"inputs": normal(3, 4), "targets": bits(3, 4)}, ("inputs",), **kw)


def plain(value):
    array = np.asarray(value)
    flat = [("nan" if np.isnan(v) else "inf" if v > 0 else "-inf") if not np.isfinite(v) else float(v) for v in array.ravel()]
    return {"shape": list(array.shape), "values": flat}


def main():
    torch_cases()
    image_cases()
    distribution_cases()
    jax_cases()
    tensorflow_cases()
    focal_cases()
    seen = []
    for framework, composite, call, tensors, wrt, attributes in CASES:
        value, gradients = RUN[framework](call, tensors, wrt)
        seen.append(
            {
                "framework": framework,
                "composite": composite,
                "attributes": attributes,
                "tensors": {k: {**plain(v), "kind": "int" if np.asarray(v).dtype.kind == "i" else "float"} for k, v in tensors.items()},
                "value": plain(value),
                "gradients": {k: plain(g) for k, g in gradients.items()},
            }
        )
    lines = ",\n".join(json.dumps(entry) for entry in seen)
    pathlib.Path(__file__).with_suffix(".json").write_text(f"[\n{lines}\n]\n")
    print(len(seen), "cases")


if __name__ == "__main__":
    main()
