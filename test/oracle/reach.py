"""Cases of the reach fixtures; writes reach.json as losses.py writes losses.json."""

import numpy as np

import cases

cases.CASES.clear()
cases.rng = np.random.default_rng(31)
from cases import CASES, bits, case, classes, normal, unit

FILE = "torch/reach.py::"
case(FILE + "halved_loss", {"x": normal(3, 4), "target": classes(4, 3)}, ("x",))
case(FILE + "halved_loss", {"x": normal(2, 5), "target": classes(5, 2)}, ("x",), scale=0.5)
case(FILE + "LopsidedLoss.forward", {"x": normal(5), "y": normal(5)}, ("x", "y"))
case(FILE + "ranked_loss", {"x": normal(6)})
case(FILE + "reflected_loss", {"x": normal(2, 1, 4, 5), "y": normal(2, 1, 4, 5)}, ("x", "y"))
case(FILE + "volume_loss", {"x": normal(2, 1, 3, 2, 4), "y": normal(2, 1, 3, 2, 4)}, ("x", "y"))
case(FILE + "pairs_loss", {"x": normal(4, 3)})
case(FILE + "assigned_loss", {"x": normal(3, 4), "y": normal(3, 4)}, ("x", "y"))
case(FILE + "weighted_by_none_loss", {"x": normal(6), "y": np.array([1.0, -1, 2, -2, 3, -3]), "weight": unit(6), "avg_factor": np.array(2.5)}, ("x", "weight"))
case(FILE + "NamedLoss.forward", {"x": normal(5), "y": normal(5)}, ("x",), kind="gentle")
case(FILE + "NamedLoss.forward", {"x": normal(5), "y": normal(5)}, ("x",), kind="harsh")
case(FILE + "all_mask_loss", {"x": normal(2, 5), "y": normal(2, 5)}, ("x", "y"))
case(FILE + "by_length_loss", {"x": normal(4), "y": normal(4)}, ("x", "y"))
case("jax/reach.py::tree_loss", {"x": normal(4), "y": normal(3)}, ("x", "y"))
case("jax/reach.py::decay_loss", {"params": normal(4, 2)})
for name in ("scoped_loss", "symmetric_pad_loss", "structure_loss"):
    case(f"tensorflow/reach.py::{name}", {"y_true": normal(3, 4), "y_pred": normal(3, 4)}, ("y_true", "y_pred"))

case(FILE + "picked_loss", {"pred": normal(4, 3), "label": np.array([0, 2, 3, 1]), "score": np.array([0.3, 0.8, 0.25, 0.6])}, ("pred", "score"))
case(FILE + "picked_loss", {"pred": normal(3, 2), "label": np.array([0, 0, 0]), "score": np.array([0.3, 0.8, 0.25])}, ("pred", "score"))

for name in ("halved_slope_loss", "completed_loss"):
    case(f"jax/programs.py::{name}", {"x": normal(3, 4), "y": normal(3, 4)}, ("x", "y"))
case("jax/programs.py::GapLoss.__call__", {"x": normal(3, 4), "y": normal(3, 4)}, ("x", "y"), scale=1.5, power=3.0)
case("jax/programs.py::replayed_loss", {"q": normal(4, 3), "actions": classes(3, 4), "targets": normal(4)}, ("q", "targets"))
case("tensorflow/reach.py::older_places_loss", {"y_true": normal(3, 4), "y_pred": normal(3, 4)}, ("y_true", "y_pred"))
for name in ("flat_loss", "doubled_loss", "first_loss"):
    case(f"jax/generators.py::{name}", {"x": normal(3, 4), "y": normal(3, 4)}, ("x", "y"))
case("tensorflow/reach.py::shortened_loss", {"y_true": normal(3, 4), "y_pred": normal(3, 4)}, ("y_true", "y_pred"))
case("tensorflow/reach.py::concentration_loss", {"y_true": normal(3, 4), "y_pred": normal(3, 4)}, ("y_true", "y_pred"))
case(FILE + "repaired_rows_loss", {"x": normal(2, 3, 4), "y": np.concatenate([unit(2, 2, 4), np.zeros((2, 1, 4))], 1)}, ("x",))
case(FILE + "paired_views_loss", {"z": normal(4, 3)}, ("z",))
case(FILE + "beyond_range_loss", {"x": 2 * normal(6), "y": 2 * normal(6)}, ("x", "y"))
case(FILE + "chosen_labels_loss", {"logits": normal(5, 3), "labels": np.array([0, 2, 1, 2, 0])}, ("logits",))
case("tensorflow/reach.py::internal_names_loss", {"labels": np.array([1, 0, 1, 2]), "weights": np.array([1.0, 2, 0, 3]), "y_pred": normal(4)}, ("y_pred",), ("float32",))
case(FILE + "kept_rows_loss", {"logits": normal(5, 3), "labels": np.array([0, 2, 1, 2, 0]), "mask": np.array([True, False, True, True, False])}, ("logits",))
case(FILE + "confident_rows_loss", {"anchors": normal(6, 3), "logits": normal(6, 3)}, ("logits",))
case(FILE + "one_channel_loss", {"x": normal(2, 1, 4), "y": normal(2, 1, 4)}, ("x", "y"))
case(FILE + "corners_loss", {"pred": normal(3, 8), "target": normal(3, 4, 2)}, ("pred", "target"))
case(FILE + "queue_loss", {"features": normal(6, 3), "labels": np.array([0, 1, 0, 1, 2, 0])}, ("features",), K=4)
case(FILE + "typed_labels_loss", {"logits": normal(4, 3), "labels": np.array([0, 2, 1, 2])}, ("logits",))
case(FILE + "cut_map_loss", {"logits": normal(2, 3, 4, 2), "labels": classes(3, 2, 4, 2)}, ("logits",))

case(FILE + "arrows_loss", {"pred": normal(4, 2), "target": normal(4, 2)}, ("pred", "target"))
case(FILE + "expansion_loss", {"x": normal(3, 4), "y": normal(3, 4)}, ("x", "y"))
case("tensorflow/reach.py::sparse_overlap_loss", {"labels": np.array([[0, 3, 1], [2, 2, 0]]), "y_pred": normal(2, 3, 4)}, ("y_pred",), ("float32",))
EDGE = np.array([[[0.5, 0.5, 0.0, 0.0], [0.0, 0.0, 0.0, 1.0], [0.1, 0.2, 0.3, 0.4]]])
case("tensorflow/reach.py::sparse_likelihood_loss", {"labels": np.array([[0, 3, 1]]), "y_pred": EDGE}, ("y_pred",), ("float32",))
case("tensorflow/reach.py::sparse_product_loss", {"x": normal(3, 2), "y": normal(3, 4)}, ("x", "y"))

case(FILE + "cut_mask_loss", {"x": normal(2, 4), "y": normal(2, 4), "valid_mask": np.array([[True, True, False, True], [False, True, True, True]])}, ("x", "y"))
case(FILE + "framed_loss", {"pose": normal(2, 4, 4), "wanted": normal(2, 4, 4)}, ("pose", "wanted"))
case(FILE + "thinned_loss", {"y_pred": unit(2, 1, 4, 5), "y_true": unit(2, 1, 4, 5)}, ("y_pred",))

case(FILE + "SixAxesLoss.forward", {"prediction": normal(2, 1, 2, 3, 2, 2), "target": normal(2, 1, 2, 3, 2, 2)}, ("prediction",))
case(FILE + "hardest_loss", {"output": normal(2, 9, 3), "target": normal(2, 9, 3)}, ("output",))
case(FILE + "chosen_channels_loss", {"x": normal(2, 7, 3), "y": normal(2, 7, 3)}, ("x",))
case(FILE + "spread_entropy_loss", {"logits": normal(4, 3)}, ("logits",))
case(FILE + "DistancesLoss.forward", {"x": normal(3, 4), "y": normal(3, 4)}, ("x", "y"))
case("jax/reach.py::preferred_loss", {"x": normal(3, 4), "y": normal(3, 4)}, ("x", "y"))
case(FILE + "leaf_weights_loss", {"input": normal(3, 4), "target": normal(3, 4)}, ("input", "target"))
case(FILE + "turned_images_loss", {"input": normal(2, 3, 4), "target": normal(2, 3, 4)}, ("input",))
case(FILE + "alike_lists_loss", {"x": normal(3, 4), "y": normal(3, 4)}, ("x", "y"))
for name in ("cast_sizes_loss", "checked_pairs_loss"):
    case(f"tensorflow/reach.py::{name}", {"y_true": normal(3, 4), "y_pred": normal(3, 4)}, ("y_true", "y_pred"), ("float32",))
case(FILE + "crops_loss", {"output": normal(6, 3), "target": normal(6, 3)}, ("output", "target"))
case(FILE + "neighbours_loss", {"scores": normal(2, 3, 5, 4), "labels": classes(3, 2, 5, 4)}, ("scores",))

case("torch/modes.py::FrozenPartsLoss.forward", {"x": normal(2, 3, 4, 5), "y": normal(2, 3, 4, 5)}, ("x", "y"))
case("torch/modes.py::reversed_sizes_loss", {"x": normal(3, 4), "y": normal(3, 4)}, ("x", "y"))
case("torch/modes.py::lifted_rows_loss", {"pred": normal(2, 3, 4), "mask": unit(2, 3, 4)}, ("pred",))
for kept in ([0.0, 0, 0, 0], [0.0, 1, 1, 0]):
    case("torch/utilities.py::kept_or_nothing_loss", {"x": normal(4), "y": normal(4), "mask": np.array(kept)}, ("x", "y"))
case("torch/utilities.py::counted_nll_loss", {"x": normal(4), "rate": normal(3, 4), "scale": unit(4)}, ("x", "rate"))

TAKEN = "torch/taken.py::"
case(TAKEN + "last_marked_loss", {"values": normal(4, 3), "attention_mask": np.array([[1, 1, 0], [1, 1, 1], [1, 0, 0], [1, 1, 0]])}, ("values",))
case(TAKEN + "actions_taken_loss", {"q_value": normal(2, 3, 2, 4), "action": classes(4, 2, 3, 2), "reward": normal(2, 3)}, ("q_value", "reward"), discount=0.9)
case(TAKEN + "resized_labels_loss", {"inputs": normal(2, 3, 4, 2), "labels": classes(3, 2, 8, 6)}, ("inputs",))
case(TAKEN + "not_last_loss", {"value": normal(5), "last": np.array([True, False, False, True, False]), "target": normal(5)}, ("value", "target"))
case(TAKEN + "single_precision_loss", {"x": normal(3, 4), "y": normal(3, 4)}, ("x", "y"), ("float32",))
case("tensorflow/sounds.py::bands_loss", {"y_true": unit(3, 17), "y_pred": unit(3, 17)}, ("y_true", "y_pred"), ("float32",))

if __name__ == "__main__":
    from losses import main

    main("reach.json")
