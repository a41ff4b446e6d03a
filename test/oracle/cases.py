"""Inputs of every fixture: where the loss is, its tensors, what is differentiated, constructor arguments and options, formats."""

import ast
import pathlib

import numpy as np

rng = np.random.default_rng(20)
BOTH = ("float64", "float32")
CASES = []
FIXTURES = pathlib.Path(__file__).resolve().parent.parent / "fixtures" / "losses"


def normal(*shape):
    return np.round(rng.normal(size=shape) * 1.5, 3)


def unit(*shape):
    return np.round(rng.uniform(0.03, 0.97, size=shape), 3)


def bits(*shape):
    return (rng.uniform(size=shape) < 0.5).astype(float)


def signs(*shape):
    return bits(*shape) * 2 - 1


def one_hot(rows, classes):
    return np.eye(classes)[rng.integers(0, classes, size=rows)]


def classes(count, *shape):
    return rng.integers(0, count, size=shape)


def simplex(*shape):
    x = rng.uniform(0.1, 1, size=shape)
    return np.round(x / x.sum(axis=-1, keepdims=True), 4)


def case(where, tensors, wrt=None, dtypes=BOTH, **parameters):
    """`wrt` is the first input that is no target unless it is given."""
    targets = ("target", "y", "y_true", "labels")
    chosen = [wrt] if isinstance(wrt, str) else list(wrt) if wrt else [next(k for k in tensors if k not in targets)]
    CASES.append((where, tensors, chosen, parameters, dtypes))


SINGLE = ("float32",)


def ordinary():
    """The losses that are there in all four libraries."""
    for folder, first, second in (("torch", "prediction", "target"), ("jax", "prediction", "target"), ("numpy", "y_pred", "y_true"), ("tensorflow", "y_pred", "y_true")):
        for name in ("mean_squared_error", "mean_absolute_error", "huber"):
            case(f"{folder}/regression.py::{name}", {first: normal(5), second: normal(5)}, first)
            case(f"{folder}/regression.py::{name}", {first: normal(3, 2), second: normal(3, 2)}, first)
        case(f"{folder}/regression.py::huber", {first: normal(4, 2), second: normal(4, 2)}, first, delta=0.4)
    for folder, p, y, z, labels in (("torch", "p", "y", "logits", "labels"), ("jax", "p", "y", "logits", "labels"), ("numpy", "y_pred", "y_true", "logits", "labels"), ("tensorflow", "y_pred", "y_true", "logits", "labels")):
        file = f"{folder}/classification.py"
        target = y if folder in ("torch", "jax") else "y_true"
        case(f"{file}::bce_clipped", {p: unit(6), y: bits(6)}, p)
        case(f"{file}::bce_clipped", {p: unit(3, 2), y: bits(3, 2)}, p, eps=0.1)
        case(f"{file}::bce_on_sigmoid", {z: normal(6), target: bits(6)}, z)
        for name in ("softmax_cross_entropy", "softmax_cross_entropy_naive"):
            case(f"{file}::{name}", {z: normal(4, 3), labels: one_hot(4, 3)}, z)
        case(f"{folder}/overlap.py::soft_iou", {p: unit(7), y: bits(7)}, p)
        case(f"{folder}/overlap.py::soft_iou", {p: unit(2, 3), y: bits(2, 3)}, p, smooth=1.0)
        case(f"{folder}/penalties.py::l1_penalty", {"weights": normal(6)})
        case(f"{folder}/penalties.py::l2_penalty", {"weights": normal(6)}, strength=0.3)
    for folder in ("torch", "jax", "tensorflow"):
        case(f"{folder}/classification.py::log_of_softmax_loss", {"logits": normal(4, 3), "labels": one_hot(4, 3)}, "logits")


def classes_of_losses():
    for reduction in ("mean", "sum", "none"):
        case("torch/regression.py::SquaredError.forward", {"prediction": normal(3, 2), "target": normal(3, 2)}, reduction=reduction)
        case("torch/classification.py::FocalLoss.forward", {"logits": normal(5), "target": bits(5)}, reduction=reduction, gamma=1.5)
    case("torch/regression.py::AbsoluteError.forward", {"prediction": normal(3, 2), "target": normal(3, 2)})
    case("torch/regression.py::Huber.forward", {"prediction": normal(6), "target": normal(6)}, delta=0.7)
    case("torch/classification.py::focal", {"p": unit(6), "y": bits(6)}, gamma=2.0)
    case("torch/classification.py::BCEOnSigmoidLoss.forward", {"logits": normal(6), "target": bits(6)})
    case("torch/classification.py::CrossEntropy.forward", {"logits": normal(4, 3), "target": classes(3, 4)})
    case("torch/overlap.py::SoftIoULoss.forward", {"logits": normal(2, 1, 2, 3), "target": bits(2, 1, 2, 3)})
    case("torch/overlap.py::DiceLoss.forward", {"p": unit(2, 5), "target": bits(2, 5)})
    case("torch/penalties.py::ElasticNetPenalty.forward", {"weights": normal(5)}, mix=0.3)
    case("numpy/regression.py::SquaredError.__call__", {"y_true": normal(5), "y_pred": normal(5)}, "y_pred", scale=0.5)
    case("numpy/regression.py::Huber.loss", {"y_true": normal(5), "y_pred": normal(5)}, "y_pred", delta=0.5)
    case("numpy/classification.py::focal", {"y_true": bits(6), "y_pred": unit(6)}, "y_pred")
    case("numpy/classification.py::BinaryCrossEntropy.__call__", {"y_true": bits(6), "y_pred": unit(6)}, "y_pred")
    case("numpy/overlap.py::SoftIoULoss.__call__", {"y_true": bits(3, 4), "y_pred": unit(3, 4)}, "y_pred")
    case("numpy/penalties.py::RidgePenalty.__call__", {"weights": normal(5)})
    case("jax/regression.py::optax_huber", {"prediction": normal(6), "target": normal(6)})
    case("jax/regression.py::optax_squared_loss", {"prediction": normal(6), "target": normal(6)})
    case("jax/regression.py::Huber.__call__", {"prediction": normal(6), "target": normal(6)}, delta=0.6)
    case("jax/classification.py::integer_cross_entropy", {"logits": normal(4, 3), "labels": classes(3, 4)})
    case("jax/classification.py::focal", {"p": unit(6), "y": bits(6)})
    case("jax/classification.py::CrossEntropy.__call__", {"logits": normal(4, 3), "labels": classes(3, 4)}, smoothing=0.1)
    case("jax/overlap.py::SoftIoULoss.__call__", {"p": unit(2, 3, 2), "y": bits(2, 3, 2)})
    case("jax/penalties.py::ElasticNetPenalty.__call__", {"weights": normal(5)})
    case("tensorflow/regression.py::SquaredError.call", {"y_true": normal(3, 2), "y_pred": normal(3, 2)}, "y_pred")
    case("tensorflow/regression.py::Huber.call", {"y_true": normal(3, 2), "y_pred": normal(3, 2)}, "y_pred", delta=0.8)
    case("tensorflow/classification.py::focal_backend", {"y_true": one_hot(4, 3), "y_pred": simplex(4, 3)}, "y_pred")
    case("tensorflow/classification.py::BinaryCrossEntropy.call", {"y_true": bits(3, 2), "y_pred": unit(3, 2)}, "y_pred")
    case("tensorflow/classification.py::FocalLoss.call", {"y_true": bits(3, 2), "y_pred": normal(3, 2)}, "y_pred", SINGLE, gamma=1.5)
    case("tensorflow/overlap.py::SoftIoULoss.call", {"y_true": bits(2, 2, 3), "y_pred": unit(2, 2, 3)}, "y_pred")
    case("tensorflow/penalties.py::LassoPenalty.__call__", {"weights": normal(5)})


def torch_losses():
    pair = lambda *shape: {"prediction": normal(*shape), "target": normal(*shape)}
    for name in ("charbonnier", "log_cosh", "quantile", "epsilon_insensitive", "wing", "cauchy", "geman_mcclure", "mape", "tukey"):
        case(f"torch/robust.py::{name}_loss", pair(3, 4))
    case("torch/robust.py::rmsle_loss", {"prediction": unit(6), "target": unit(6)})
    case("torch/robust.py::AdaptiveSmoothL1Loss.forward", pair(3, 2), beta=0.8)
    case("torch/masked.py::masked_mse_loss", {**pair(3, 4), "mask": bits(3, 4)})
    case("torch/masked.py::boolean_masked_l1_loss", pair(3, 4))
    case("torch/masked.py::filled_loss", {"logits": normal(3, 4), "mask": np.array([[1.0, 0, 1, 1], [1, 1, 0, 1], [1, 0, 0, 1]])})
    case("torch/masked.py::assigned_loss", pair(3, 4))
    case("torch/masked.py::sliced_loss", pair(3, 4))
    corners = np.array([[0.1, 0.2, 0.9, 0.8], [0.0, 0.0, 0.4, 0.5], [0.5, 0.5, 0.7, 0.9]])
    boxes = {"box": corners, "target": np.array([[0.2, 0.1, 0.8, 0.9], [0.5, 0.5, 0.9, 0.9], [0.4, 0.6, 0.8, 1.0]])}
    case("torch/masked.py::corner_loss", boxes)
    case("torch/masked.py::giou_loss", boxes)
    for name in ("gathered", "scattered", "indexed", "one_hot_brier"):
        case(f"torch/masked.py::{name}_loss", {"logits": normal(4, 3), "target": classes(3, 4)})
    case("torch/masked.py::SequenceLoss.forward", {"logits": normal(2, 4, 3), "target": np.array([[0, 1, 2, 1], [2, 0, 0, 1]])})
    case("torch/masked.py::total_variation_loss", {"image": normal(2, 1, 3, 4)})
    case("torch/metric.py::contrastive_loss", {"first": normal(3, 4), "second": normal(3, 4), "same": bits(3)}, ("first", "second"))
    case("torch/metric.py::triplet_loss", {"anchor": normal(3, 4), "positive": normal(3, 4), "negative": normal(3, 4)}, ("anchor", "negative"))
    case("torch/metric.py::info_nce_loss", {"query": normal(3, 4), "key": normal(3, 4)}, ("query", "key"))
    case("torch/metric.py::clip_loss", {"image": normal(3, 4), "text": normal(3, 4)}, ("image", "text"))
    case("torch/metric.py::supervised_contrastive_loss", {"features": normal(5, 4), "labels": np.array([0, 1, 0, 1, 1])})
    case("torch/metric.py::CosineLoss.forward", {"x": normal(3, 4), "y": normal(3, 4)})
    case("torch/metric.py::barlow_loss", {"a": normal(5, 3), "b": normal(5, 3)})
    case("torch/metric.py::ranking_loss", {"scores": normal(5), "relevance": normal(5)})
    case("torch/metric.py::bpr_loss", {"positive": normal(5), "negative": normal(5)}, ("positive", "negative"))
    case("torch/metric.py::list_loss", {"scores": normal(3, 4), "relevance": normal(3, 4)})
    case("torch/metric.py::center_loss", {"features": normal(4, 3), "centers": normal(2, 3), "labels": classes(2, 4)}, ("features", "centers"))
    case("torch/metric.py::gram_loss", {"features": normal(2, 2, 2, 3), "target": normal(2, 2, 2, 3)})
    case("torch/metric.py::mmd_loss", {"x": normal(3, 2), "y": normal(4, 2)})
    case("torch/metric.py::coral_loss", {"source": normal(4, 3), "target": normal(5, 3)})
    gauss = {"mean": normal(5), "target": normal(5)}
    case("torch/probabilistic.py::vae_loss", {"reconstruction": unit(2, 3), "target": bits(2, 3), "mu": normal(2, 2), "log_var": normal(2, 2)}, ("reconstruction", "mu", "log_var"))
    case("torch/probabilistic.py::gaussian_nll_loss", {**gauss, "log_var": normal(5)}, ("mean", "log_var"))
    case("torch/probabilistic.py::laplace_nll_loss", {**gauss, "scale": normal(5)}, ("mean", "scale"))
    case("torch/probabilistic.py::poisson_loss", {"rate": unit(5), "target": np.array([0.0, 1, 2, 1, 4])})
    case("torch/probabilistic.py::distillation_loss", {"student": normal(4, 3), "teacher": normal(4, 3), "labels": classes(3, 4)})
    case("torch/probabilistic.py::js_loss", {"p_logits": normal(3, 4), "q_logits": normal(3, 4)}, ("p_logits", "q_logits"))
    case("torch/probabilistic.py::entropy_loss", {"logits": normal(3, 4)})
    case("torch/probabilistic.py::label_smoothing_loss", {"logits": normal(4, 3), "target": classes(3, 4)})
    case("torch/probabilistic.py::mixture_loss", {"weights": normal(4, 3), "means": normal(4, 3), "target": normal(4)}, ("weights", "means"))
    case("torch/probabilistic.py::dpo_loss", {"chosen": normal(4), "rejected": normal(4), "chosen_reference": normal(4), "rejected_reference": normal(4)}, ("chosen", "rejected"))
    case("torch/probabilistic.py::ppo_loss", {"log_prob": normal(6) * 0.3, "old_log_prob": normal(6) * 0.3, "advantage": normal(6)})
    case("torch/probabilistic.py::cox_loss", {"risk": normal(5), "event": np.array([1.0, 0, 1, 1, 0])})
    case("torch/probabilistic.py::UncertaintyLoss.forward", {**gauss, "log_scale": normal(5)}, ("mean", "log_scale"))
    for reduction in ("mean", "sum", "none"):
        case("torch/control.py::decorated_l1_loss", pair(3, 2), reduction=reduction)
        case("torch/control.py::early_loss", pair(3, 2), reduction=reduction)
        case("torch/control.py::DerivedLoss.forward", pair(3, 2), reduction=reduction, power=3)
    case("torch/control.py::looped_dice_loss", {"p": unit(3, 4), "target": bits(3, 4)})
    for name in ("pyramid", "comprehension", "dictionary", "detached", "no_grad"):
        case(f"torch/control.py::{name}_loss", pair(3, 4))
    case("torch/control.py::make_power_loss.power_loss", pair(5), power=3)
    case("torch/control.py::hinge_loss", {"margin": normal(5), "label": signs(5)})
    case("torch/control.py::CombinedLoss.forward", pair(3, 2))
    for kind in ("l1", "l2"):
        case("torch/control.py::BranchingLoss.forward", pair(3, 2), kind=kind)
    case("torch/control.py::data_dependent_loss", {"prediction": np.array([5.0, -2.0]), "target": np.array([0.0, 1.0])})
    case("torch/control.py::data_dependent_loss", {"prediction": np.array([0.5, -0.2]), "target": np.array([0.0, 0.1])})
    case("torch/segmentation.py::multiclass_dice_loss", {"logits": normal(2, 3, 2, 2), "target": classes(3, 2, 2, 2)})
    case("torch/segmentation.py::tversky_loss", {"p": unit(2, 3), "y": bits(2, 3)})
    case("torch/segmentation.py::FocalTverskyLoss.forward", {"logits": normal(2, 2, 3), "target": bits(2, 2, 3)})
    case("torch/segmentation.py::lovasz_hinge_loss", {"logits": normal(6), "labels": np.array([1.0, 0, 1, 0, 1, 1])})
    for name in ("topk", "poly", "generalized_ce", "symmetric_ce"):
        case(f"torch/segmentation.py::{name}_loss", {"logits": normal(5, 3), "target": classes(3, 5)})
    case("torch/segmentation.py::BCEDiceLoss.forward", {"logits": normal(2, 3), "target": bits(2, 3)})
    case("torch/segmentation.py::weighted_bce_loss", {"logits": normal(6), "target": np.array([1.0, 0, 0, 1, 0, 0])})
    case("torch/segmentation.py::asymmetric_loss", {"x": normal(3, 4), "y": bits(3, 4)})
    library = "torch/library.py::"
    case(library + "smooth_l1_call_loss", pair(3, 4))
    case(library + "huber_call_loss", pair(3, 4))
    case(library + "weighted_ce_loss", {"logits": normal(4, 3), "target": classes(3, 4), "weight": unit(3)})
    case(library + "image_ce_loss", {"logits": normal(2, 3, 2, 2), "target": classes(3, 2, 2, 2)})
    case(library + "pos_weight_loss", {"logits": normal(3, 2), "target": bits(3, 2)}, None, SINGLE)
    case(library + "nll_call_loss", {"logits": normal(4, 3), "target": classes(3, 4)})
    case(library + "kl_call_loss", {"logits": normal(3, 4), "target": simplex(3, 4)})
    case(library + "bce_call_loss", {"p": unit(6), "y": bits(6)})
    case(library + "soft_margin_call_loss", {"x": normal(5), "y": signs(5)})
    case(library + "margin_ranking_call_loss", {"first": normal(5), "second": normal(5), "order": signs(5)}, ("first", "second"))
    case(library + "triplet_call_loss", {"anchor": normal(3, 4), "positive": normal(3, 4), "negative": normal(3, 4)}, ("anchor", "positive"))
    case(library + "cosine_embedding_call_loss", {"first": normal(3, 4), "second": normal(3, 4), "same": signs(3)}, ("first", "second"))
    case(library + "hinge_embedding_call_loss", {"x": unit(5), "y": signs(5)})
    case(library + "multi_margin_call_loss", {"x": normal(4, 3), "y": classes(3, 4)})
    case(library + "multilabel_call_loss", {"x": normal(3, 4), "y": bits(3, 4)})
    case(library + "gaussian_call_loss", {"mean": normal(5), "target": normal(5), "variance": unit(5)}, ("mean", "variance"))
    case(library + "poisson_call_loss", {"rate": normal(5), "target": np.array([0.0, 1, 2, 1, 4])})
    case(library + "PerElementLoss.forward", {**pair(3, 2), "weight": unit(3, 2)})


def jax_losses():
    file = "jax/assorted.py::"
    pair = lambda *shape: {"prediction": normal(*shape), "target": normal(*shape)}
    for name in ("log_cosh", "charbonnier", "pinball", "stopped", "mapped", "cumulative", "selected", "lax_cond"):
        case(f"{file}{name}_loss", pair(3, 4))
    case(file + "masked_loss", {**pair(3, 4), "mask": bits(3, 4)})
    for name in ("sigmoid_bce", "focal_call"):
        case(f"{file}{name}_loss", {"logits": normal(6), "y": bits(6)})
    case(file + "soft_ce_loss", {"logits": normal(4, 3), "labels": simplex(4, 3)})
    case(file + "smoothed_ce_loss", {"logits": normal(4, 3), "labels": classes(3, 4)}, None, SINGLE)
    case(file + "hinge_loss", {"scores": normal(5), "y": signs(5)})
    case(file + "multiclass_hinge_loss", {"scores": normal(4, 3), "labels": classes(3, 4)})
    case(file + "entropy_loss", {"logits": normal(3, 4)})
    case(file + "kl_loss", {"p_logits": normal(3, 4), "q_logits": normal(3, 4)}, ("p_logits", "q_logits"))
    case(file + "xlogy_loss", {"p": simplex(3, 4), "q": simplex(3, 4)}, ("p", "q"))
    for name in ("contrastive", "einsum"):
        case(f"{file}{name}_loss", {"x": normal(3, 4), "y": normal(3, 4)}, ("x",))
    case(file + "ppo_loss", {"ratio": unit(6) * 2, "advantage": normal(6)})
    for reduction in ("mean", "sum"):
        case(file + "reduced_loss", pair(3, 2), reduction=reduction)
    case(file + "vae_loss", {"mean": normal(3, 2), "log_var": normal(3, 2)}, ("mean", "log_var"))
    case(file + "dice_loss", {"p": unit(2, 2, 3), "y": bits(2, 2, 3)})
    case(file + "make_power_loss.power_loss", pair(5), power=3)


def tensorflow_losses():
    file = "tensorflow/assorted.py::"
    pair = lambda *shape: {"y_true": normal(*shape), "y_pred": normal(*shape)}
    for name in ("charbonnier", "log_cosh", "pinball", "cosine", "stopped", "keras_mse", "keras_object"):
        case(f"{file}{name}_loss", pair(3, 4), "y_pred")
    case(file + "keras_huber_loss", pair(3, 4), "y_pred", SINGLE)
    for name in ("dice", "tversky", "keras_bce"):
        case(f"{file}{name}_loss", {"y_true": bits(3, 4), "y_pred": unit(3, 4)}, "y_pred")
    case(file + "keras_cce_loss", {"y_true": one_hot(4, 3), "y_pred": simplex(4, 3)}, "y_pred")
    case(file + "weighted_bce_loss", {"y_true": bits(3, 4), "y_pred": normal(3, 4)}, "y_pred")
    for name in ("sparse_ce", "one_hot", "gathered"):
        case(f"{file}{name}_loss", {"labels": classes(3, 4), "logits": normal(4, 3)}, "logits")
    case(file + "dense_ce_loss", {"labels": one_hot(4, 3), "logits": normal(4, 3)}, "logits")
    case(file + "dense_ce_loss", {"labels": bits(4, 3), "logits": normal(4, 3)}, "logits")
    case(file + "masked_ce_loss", {"labels": one_hot(4, 3), "logits": normal(4, 3), "mask": bits(4)}, "logits")
    case(file + "hinge_loss", {"y_true": signs(5), "y_pred": normal(5)}, "y_pred")
    case(file + "triplet_loss", {"anchor": normal(3, 4), "positive": normal(3, 4), "negative": normal(3, 4)}, ("anchor", "positive"))
    case(file + "contrastive_loss", {"y_true": bits(5), "distance": unit(5)}, "distance")
    case(file + "divide_no_nan_loss", {"y_true": np.array([[0.0, 0.0], [1.0, 2.0]]), "y_pred": normal(2, 2)}, "y_pred")
    case(file + "kl_loss", {"mean": normal(3, 2), "log_var": normal(3, 2)}, ("mean", "log_var"))
    case(file + "variation_loss", {"image": normal(2, 3, 4)})
    case(file + "variance_loss", {"x": normal(4, 3)})
    case(file + "make_weighted_loss.weighted_loss", {"y_true": bits(5), "y_pred": unit(5)}, "y_pred", weight=3.0)
    case(file + "WrappedLoss.call", pair(3, 2), "y_pred", scale=0.25)
    case(file + "SmoothedLoss.call", {"y_true": one_hot(4, 3), "y_pred": normal(4, 3)}, "y_pred")
    file = "tensorflow/keras_ops.py::"
    case(file + "mse_loss", pair(3, 4), "y_pred")
    case(file + "huber_loss", pair(3, 4), "y_pred")
    for name in ("bce", "crossentropy"):
        case(f"{file}{name}_loss", {"y_true": bits(3, 4), "y_pred": unit(3, 4)}, "y_pred")
    case(file + "log_softmax_loss", {"y_true": one_hot(4, 3), "logits": normal(4, 3)}, "logits")
    case(file + "MarginLoss.call", {"y_true": signs(3, 2), "y_pred": normal(3, 2)}, "y_pred")


def numpy_losses():
    file = "numpy/assorted.py::"
    pair = lambda *shape: {"y_true": normal(*shape), "y_pred": normal(*shape)}
    for name in ("rmse", "log_cosh", "quantile"):
        case(f"{file}{name}_loss", pair(3, 4), "y_pred")
    case(file + "looped_loss", pair(5), "y_pred")
    case(file + "msle_loss", {"y_true": unit(5), "y_pred": unit(5)}, "y_pred")
    for name in ("hinge", "logistic", "stable_logistic"):
        case(f"{file}{name}_loss", {"y_true": signs(6), "scores": normal(6)}, "scores")
    case(file + "scipy_bce_loss", {"y_true": bits(6), "logits": normal(6)}, "logits")
    case(file + "scipy_ce_loss", {"labels": one_hot(4, 3), "logits": normal(4, 3)}, "logits")
    case(file + "indexed_ce_loss", {"labels": classes(3, 4), "logits": normal(4, 3)}, "logits")
    case(file + "one_hot_loss", {"labels": classes(3, 4), "p": simplex(4, 3)}, "p")
    case(file + "kl_loss", {"p": simplex(3, 4), "q": simplex(3, 4)}, "q")
    case(file + "dice_loss", {"y_true": bits(6), "y_pred": unit(6)}, "y_pred")
    case(file + "ridge_loss", {"w": normal(3), "x": normal(4, 3), "y": normal(4)}, "w")
    case(file + "triplet_loss", {"anchor": normal(3, 4), "positive": normal(3, 4), "negative": normal(3, 4)})
    case(file + "cosine_loss", {"x": normal(3, 4), "y": normal(3, 4)})
    case(file + "clipped_ratio_loss", {"ratio": unit(5) * 2, "advantage": normal(5)})
    case(file + "weighted_loss", {**pair(5), "weights": unit(5)}, "y_pred")
    case(file + "math_loss", {"y": np.array(1.0), "p": np.array(0.3)}, "p", ("float64",))


def image_losses():
    file = "torch/images.py::"
    images = {"x": unit(1, 2, 4, 5), "y": unit(1, 2, 4, 5)}
    case(file + "ssim_loss", images, ("x",), SINGLE)
    case(file + "BoxSSIMLoss.forward", images)
    case(file + "edge_loss", {"prediction": unit(1, 1, 4, 5), "target": unit(1, 1, 4, 5)}, None, SINGLE)
    for name in ("pyramid_image", "pooled", "psnr"):
        case(f"{file}{name}_loss", {"prediction": unit(2, 1, 4, 4), "target": unit(2, 1, 4, 4)})
    case(file + "upsampled_loss", {"coarse": unit(1, 2, 2, 3), "target": unit(1, 2, 4, 5)})
    case(file + "angular_normal_loss", {"prediction": normal(2, 3, 2), "target": unit(2, 3, 2) / 2})
    case(file + "scale_invariant_loss", {"depth": unit(2, 3) + 0.2, "target": unit(2, 3) + 0.2})
    case(file + "smoothness_loss", {"flow": normal(1, 2, 3, 4), "image": unit(1, 3, 3, 4)})


def algebra_losses():
    file = "torch/algebra.py::"
    square = np.array([[2.0, 0.3, 0.1], [0.3, 1.5, -0.2], [0.1, -0.2, 1.1]])
    case(file + "mahalanobis_loss", {"x": normal(4, 3), "mean": normal(3), "covariance": square}, ("x", "covariance"))
    case(file + "log_det_loss", {"covariance": square, "sample": normal(3)}, ("covariance", "sample"))
    case(file + "orthogonal_loss", {"weight": normal(2, 3)})
    case(file + "spread_loss", {"embedding": normal(5, 3)})
    case(file + "earth_mover_loss", {"p": simplex(3, 4), "q": simplex(3, 4)})
    case(file + "sliced_wasserstein_loss", {"x": normal(5, 2), "y": normal(5, 2)})
    case(file + "chamfer_loss", {"x": normal(3, 2), "y": normal(4, 2)})
    case(file + "rotation_loss", {"a": normal(2, 3, 3) / 2, "b": normal(2, 3, 3) / 2})
    case(file + "quaternion_loss", {"q": normal(3, 4), "r": normal(3, 4)}, ("q", "r"))
    case(file + "bilinear_loss", {"x": normal(3, 2), "y": normal(3, 4), "weight": normal(2, 4)}, ("x", "weight"))
    case(file + "translation_loss", {"head": normal(3, 4), "relation": normal(3, 4), "tail": normal(3, 4)}, ("head", "tail"))
    for name in ("correlation", "concordance"):
        case(f"{file}{name}_loss", {"x": normal(6), "y": normal(6)}, ("x",))
    case(file + "group_lasso_loss", {"weight": normal(3, 2)})
    case(file + "ntxent_loss", {"a": normal(3, 4), "b": normal(3, 4)}, ("a", "b"))
    case(file + "arcface_loss", {"features": normal(4, 3), "weight": normal(5, 3), "labels": classes(5, 4)}, ("features", "weight"), SINGLE)
    case(file + "circle_style_loss", {"sp": unit(4), "sn": unit(5)}, ("sp", "sn"))


def distribution_losses():
    file = "torch/distributions.py::"
    case(file + "gaussian_policy_loss", {"mean": normal(3, 2), "log_std": normal(3, 2) / 2, "action": normal(3, 2), "advantage": normal(3)}, ("mean", "log_std"))
    case(file + "actor_loss", {"logits": normal(4, 3), "action": classes(3, 4), "returns": normal(4)})
    case(file + "laplace_loss", {"location": normal(5), "scale": unit(5), "target": normal(5)}, ("location", "scale"))
    case(file + "count_loss", {"rate": unit(4) * 3, "target": np.array([0.0, 1, 2, 5])})
    case(file + "coin_loss", {"logits": normal(5), "outcome": bits(5)})


def constructs():
    """Losses that show one construct of Python or of a library each."""
    names = (
        "cfg_loss inplace_alias_loss view_loss neg_index_loss fancy_loss mask_loss chunk_loss where_loss sort_loss "
        "max_loss cumsum_loss scatter_loss onehot_loss einsum_loss ternary_loss loops_loss dict_loss kw_loss int_loss "
        "nested_select_loss logsumexp_loss expand_loss clamp_loss norm_loss bce_loss kl_loss detach_loss filtered_loss "
        "byte_mask_loss"
    )
    for name in names.split():
        case("torch/constructs.py::" + name, {"x": normal(4), "y": normal(4)}, ("x", "y"))
    case("torch/constructs.py::ChildLoss.forward", {"x": normal(4), "y": normal(4)}, ("x", "y"), margin=0.4, reduction="sum")
    case("torch/constructs.py::lovasz_softmax_flat", {"probas": simplex(6, 3), "labels": np.array([0, 2, 0, 2, 2, 0])})
    for name in ("np_alias_loss", "np_huber_loss"):
        tensors = {"y_true": normal(4), "y_pred": normal(4)} if name == "np_alias_loss" else {"y": normal(4), "p": normal(4)}
        case("numpy/constructs.py::" + name, tensors, ())
    for name in ("np_misc_loss", "np_misc2_loss", "mask_np_loss"):
        case("numpy/constructs.py::" + name, {"a": normal(4), "b": normal(4)}, ())
    case("numpy/constructs.py::sp_loss", {"p": normal(4), "q": normal(4)}, ())
    case("numpy/constructs.py::np_softmax_loss", {"logits": normal(4, 3), "labels": one_hot(4, 3)}, ())
    for name in ("np_int_loss", "loop_np_loss"):
        case("numpy/constructs.py::" + name, {"logits": normal(4, 3), "labels": classes(3, 4)}, ())
    for name in ("jax_at_loss", "jax_cond_loss", "jax_vmap_loss", "jax_misc_loss", "optax_loss"):
        case("jax/constructs.py::" + name, {"x": normal(4), "y": normal(4)}, ("x", "y"))
    case("jax/constructs.py::jax_static_loss", {"logits": normal(4, 3), "labels": classes(3, 4)})
    for name in ("tf_misc_loss", "tf_mask_loss", "tf_grad_loss"):
        case("tensorflow/constructs.py::" + name, {"x": normal(4), "y": normal(4)}, ("x", "y"), SINGLE)
    for name in ("tf_dice_loss", "tf_keras_loss"):
        case("tensorflow/constructs.py::" + name, {"y_true": normal(2, 3), "y_pred": normal(2, 3)}, ("y_pred",), SINGLE)
    case("tensorflow/constructs.py::W.call", {"y_true": bits(2, 3), "y_pred": unit(2, 3)}, ("y_pred",), SINGLE, gamma=3.0)
    case("tensorflow/constructs.py::tf_ce_loss", {"labels": classes(3, 4), "logits": normal(4, 3)}, ("logits",), SINGLE)


def picked():
    """Losses of the element that the target picks from every row."""
    file = "torch/picked.py::"
    for name in ("picked_loss", "guarded_loss"):
        case(file + name, {"probs": simplex(4, 3), "labels": classes(3, 4)})
    case(file + "chosen_log_loss", {"p": unit(5), "y": bits(5)})
    case(file + "multiclass_hinge_loss", {"scores": normal(4, 3), "y": classes(3, 4)})


def generators():
    """Arrays by the names that the fixtures of operations and writes give them."""
    return {
        "x": lambda: normal(4, 3),
        "y": lambda: normal(4, 3),
        "p": lambda: simplex(4, 3),
        "b": lambda: bits(4, 3),
        "n": lambda: normal(4),
        "v": lambda: normal(5),
        "u": lambda: normal(5),
        "w": lambda: unit(3),
        "square": lambda: normal(3, 3),
        "image": lambda: normal(2, 3, 6, 6),
        "labels": lambda: rng.permutation([0, 1, 2, 2]),
    }


def named_by_content():
    """Every function of the files of operations and writes: its parameters say what it takes."""
    make = generators()
    for file in ("torch/writes", "torch/operations", "numpy/writes", "numpy/operations", "jax/operations", "tensorflow/operations"):
        for name, parameters in signatures(FIXTURES / f"{file}.py"):
            tensors = {parameter: make[parameter]() for parameter in parameters}
            wrt = [k for k, v in tensors.items() if v.dtype.kind == "f" and k != "w" and (k != "b" or name in ("label_gradient_loss", "safe_labels_loss", "smoothed_logits_loss"))]
            case(f"{file}.py::{name}", tensors, [] if file.startswith("numpy") else wrt)


def signatures(path):
    """Losses of a file with the names of their arguments."""
    for node in ast.parse(path.read_text()).body:
        if isinstance(node, ast.FunctionDef):
            yield node.name, [argument.arg for argument in node.args.args]
        elif isinstance(node, ast.ClassDef):
            for method in node.body:
                if isinstance(method, ast.FunctionDef) and method.name == "loss":
                    yield f"{node.name}.loss", [argument.arg for argument in method.args.args[1:]]


ordinary()
classes_of_losses()
torch_losses()
image_losses()
algebra_losses()
distribution_losses()
jax_losses()
tensorflow_losses()
numpy_losses()
constructs()
named_by_content()
picked()
