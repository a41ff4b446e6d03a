"""Cases of functions that are told in Python; writes told.json as losses.py writes losses.json."""

import numpy as np

import cases

cases.CASES.clear()
cases.rng = np.random.default_rng(41)
from cases import case, classes, normal, unit

FILE = "torch/told.py::"
case(FILE + "running_best_loss", {"x": normal(3, 4)})
case(FILE + "running_best_loss", {"x": np.array([[1.0, 3, 3, 2], [2, 2, 1, 5]])})
case(FILE + "blocks_loss", {"a": normal(2, 3), "b": normal(1, 2)}, ("a", "b"))
case(FILE + "turned_loss", {"x": normal(3, 3)})
case(FILE + "pieces_loss", {"x": normal(2, 7)})
case(FILE + "powers_loss", {"x": normal(3, 3)})
case(FILE + "warped_loss", {"source": normal(1, 2, 4, 5), "grid": 1.6 * unit(1, 3, 2, 2) - 0.8, "target": normal(1, 2, 3, 2)}, ("source", "grid"))
case(FILE + "warped_loss", {"source": normal(1, 2, 4, 5), "grid": normal(1, 3, 2, 2), "target": normal(1, 2, 3, 2)}, ("source", "grid"))
case(FILE + "border_warped_loss", {"source": normal(1, 2, 4, 5), "grid": normal(1, 3, 2, 2), "target": normal(1, 2, 3, 2)}, ("source", "grid"))
case(FILE + "affine_loss", {"theta": np.array([[[1.1, 0.2, 0.1], [-0.1, 0.9, 0.05]]]), "source": normal(1, 2, 4, 5), "target": normal(1, 2, 4, 5)}, ("theta", "source"))
case(FILE + "upward_loss", {"x": normal(1, 2, 3, 4), "kernel": normal(2, 3, 3, 3)}, ("x", "kernel"))
case(FILE + "attention_loss", {"query": normal(2, 3, 4), "key": normal(2, 5, 4), "value": normal(2, 5, 6)}, ("query", "key", "value"))
case(FILE + "ranked_places_loss", {"y_pred": normal(2, 4), "y_true": unit(2, 4)}, ("y_pred", "y_true"))
case(FILE + "off_diagonal_loss", {"x": normal(4, 3), "temperature": np.array(0.5)}, ("x", "temperature"))
case(FILE + "DiamondLoss.forward", {"x": normal(5)})
case(FILE + "formatted_loss", {"x": normal(5), "y": normal(5)}, ("x", "y"))
case(FILE + "named_parts_loss", {"x": normal(5), "y": normal(5)}, ("x", "y"))
case(FILE + "turning_loss", {"x": normal(4, 3), "knots": normal(5)}, ("x", "knots"))
case(FILE + "chosen_products_loss", {"x": normal(4, 3), "y": normal(4, 2), "valid": np.array([1.0, -1, 2, -3])}, ("x", "y"))
case(FILE + "chosen_products_loss", {"x": normal(3, 2), "y": normal(3, 2), "valid": np.array([-1.0, -1, -3])}, ("x", "y"))
case(FILE + "ManyLoss.forward", {"x": normal(2, 3), "y": normal(2, 3)}, ("x", "y"))
case(FILE + "TopShareLoss.forward", {"x": normal(5, 3), "target": classes(3, 5)}, ("x",))
case(FILE + "unmasked_loss", {"x": normal(5), "y": normal(5), "mask": np.array([True, False, True, True, False])}, ("x", "y"))
case(FILE + "starred_loss", {"x": normal(2, 3, 4), "y": normal(2, 3, 4)}, ("x", "y"))
case(FILE + "present_loss", {"probs": unit(5, 3), "labels": np.array([0, 2, 2, 0, 2])}, ("probs",))
case(FILE + "pooled_loss", {"x": normal(1, 2, 4, 5), "y": normal(1, 2, 4, 5)}, ("x", "y"))
case(FILE + "used_share_loss", {"x": normal(3, 4)})
case("numpy/told.py::cut_loss", {"x": normal(6)}, ())
case("numpy/told.py::left_out_loss", {"x": normal(5)}, ())
case("numpy/told.py::turned_loss", {"x": normal(3, 3)}, ())
case("numpy/told.py::pieces_loss", {"x": normal(5), "y": normal(5)}, ())
case("numpy/told.py::upper_loss", {"x": normal(4, 3)}, ())
case("numpy/told.py::density_loss", {"x": normal(5), "y": normal(5)}, ())
case("jax/told.py::cut_loss", {"x": normal(6)})
case("jax/told.py::told_loss", {"x": normal(3, 2), "y": normal(3, 2)}, ("x", "y"))
case("jax/told.py::first_of_many_loss", {"logits": normal(4, 3), "labels": classes(3, 4)}, ("logits",))
KERAS = "tensorflow/told.py::"
case(KERAS + "banded_loss", {"y_true": normal(3, 4), "y_pred": normal(3, 4)}, ("y_true", "y_pred"))
for name in ("edges_loss", "grey_loss"):
    case(KERAS + name, {"y_true": unit(1, 4, 5, 3), "y_pred": unit(1, 4, 5, 3)}, ("y_true", "y_pred"))
case(KERAS + "clipped_norm_loss", {"y_true": normal(3, 4), "y_pred": normal(3, 4)}, ("y_true", "y_pred"))
case(KERAS + "parts_loss", {"y_true": normal(3, 4), "y_pred": normal(3, 4)}, ("y_true", "y_pred"))
case(KERAS + "anchored_loss", {"y_true": np.array([[0.1, 1.0], [0.4, -1.0], [0.3, 0.0], [0.9, 1.0]]), "y_pred": unit(4, 1)}, ("y_pred",))
case(KERAS + "weighted_huber_loss", {"y_true": normal(3, 4), "y_pred": normal(3, 4), "weight": np.array([[1.0], [0.0], [2.0]])}, ("y_pred",))
case(KERAS + "old_cross_entropy_loss", {"y_true": np.array([[1.0, 0, 0], [0, 0, 1]]), "y_pred": normal(2, 3), "weight": np.array([0.5, 2.0])}, ("y_pred",))
case(KERAS + "hidden_logits_loss", {"y_true": unit(3, 4), "y_pred": unit(3, 4)}, ("y_pred",))
case("jax/told.py::counted_classes_loss", {"logits": normal(3, 12), "labels": classes(12, 3)}, ("logits",))

case(KERAS + "binned_loss", {"y_true": unit(5), "y_pred": unit(5)}, ("y_true", "y_pred"))
case(KERAS + "counted_loss", {"labels": np.array([[3, 0], [4, 1], [4, 9]]), "y_pred": normal(4)}, ("y_pred",))
case(KERAS + "placed_loss", {"y_true": normal(3, 2), "y_pred": normal(3, 2)}, ("y_true", "y_pred"))
case(KERAS + "later_axis_loss", {"labels": np.array([[1, 0], [3, 3]]), "y_pred": normal(2, 3, 4)}, ("y_pred",))
case(KERAS + "quantiles_loss", {"y_true": normal(2, 4), "y_pred": normal(2, 3)}, ("y_pred",))
case(KERAS + "spectrum_loss", {"y_true": normal(2, 11), "y_pred": normal(2, 11)}, ("y_true", "y_pred"))
case(KERAS + "rows_together_loss", {"y_true": normal(3, 4), "y_pred": normal(3, 4)}, ("y_true", "y_pred"))

case("jax/told.py::many_axes_dot_loss", {"x": normal(2, 3), "y": normal(3, 4)}, ("x", "y"))
case("jax/told.py::row_order_loss", {"x": normal(4, 2), "y": normal(4, 2)}, ("x", "y"))
case(KERAS + "NamedCrossEntropy.call", {"y_true": np.array([[1.0, 0.0], [0.0, 0.0], [1.0, 1.0]]), "y_pred": unit(3, 2)}, ("y_pred",), scale=0.5)
case(KERAS + "HeldDistance.call", {"y_true": normal(3, 2), "y_pred": normal(3, 2)}, ("y_pred",))
case("jax/told.py::rows_of_trees_loss", {"x": normal(3, 2), "y": normal(3, 2)}, ("x", "y"))
case("jax/told.py::turns_of_trees_loss", {"x": normal(3, 2), "y": normal(3, 2)}, ("x", "y"))
case("jax/told.py::smaller_of_both_loss", {"x": normal(3, 2), "y": normal(3, 2)}, ("x", "y"))
case("jax/told.py::blurred_loss", {"x": normal(4, 5, 2), "y": normal(4, 5, 2)}, ("x", "y"))
case("jax/told.py::smoothed_loss", {"x": normal(5), "y": normal(5)}, ("x", "y"))
case("jax/told.py::histogram_loss", {"scores": normal(4), "labels": np.array([0, 2, 2, 3, 7, 0])}, ("scores",))

KEPT = np.array([1.0, 255, 0, 0, 1, 255, 1])
case(FILE + "ordered_kept_loss", {"scores": normal(7), "labels": KEPT}, ("scores",))
case(FILE + "ordered_kept_loss", {"scores": normal(7), "labels": np.array([255.0, 1, 255, 255, 255, 255, 255])}, ("scores",))
case(FILE + "middle_of_kept_loss", {"x": normal(7), "valid": np.array([1.0, -1, 2, 3, -1, 1, -2])}, ("x",))
case(FILE + "written_behind_loss", {"x": normal(2, 3, 4), "places": np.array([3, 1]), "y": normal(3, 2)}, ("x", "y"))
case(FILE + "mixture_loss", {"y": normal(4), "shares": normal(4, 3), "mean": normal(4, 3), "log_scale": normal(4, 3)}, ("y", "shares", "mean", "log_scale"))
case(FILE + "parts_of_distributions_loss", {"x": normal(2, 3), "y": normal(2, 3)}, ("x", "y"))
case(FILE + "binarized_loss", {"x": normal(4, 3), "labels": np.array([0, 2, 1, 2])}, ("x",))
case(FILE + "written_through_loss", {"x": normal(4, 3), "target": np.array([0, 2, 0, 2])}, ("x",))
case(FILE + "SwitchedGradientsLoss.forward", {"x": normal(5), "y": normal(5)}, ("x", "y"))
case(FILE + "turned_in_line_loss", {"x": normal(2, 3), "y": normal(2, 3)}, ("x", "y"))
case(FILE + "kept_focal_loss", {"x": normal(5, 3), "y": np.array([0, -100, 2, 1, -100])}, ("x",))
case(FILE + "written_by_name_loss", {"x": normal(4, 3), "target": classes(3, 4)}, ("x",))
case(FILE + "batches_of_matrices_loss", {"mean": normal(2, 3), "spread": normal(2, 3, 3), "other": normal(2, 3, 3)}, ("mean", "spread", "other"))
case(KERAS + "centred_loss", {"y_true": unit(5), "y_pred": unit(5)}, ("y_true", "y_pred"))

case(FILE + "kept_in_bounds_loss", {"x": normal(4, 3), "labels": np.array([2, -1, 0, 1])}, ("x",))
for mode, power in (("distance", -1), ("square", -1), ("l1", 0), (None, 3)):
    case(FILE + "matched_loss", {"x": normal(2, 3), "y": normal(2, 3)}, ("x", "y"), mode=mode, power=power)
case(FILE + "masked_by_hand_loss", {"x": normal(4, 3), "y": normal(4, 3)}, ("x", "y"))

if __name__ == "__main__":
    from losses import main

    main("told.json")
