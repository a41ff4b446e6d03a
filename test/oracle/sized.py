"""Cases of losses that want tensors of certain sizes; writes sized.json as losses.py writes losses.json."""

import numpy as np

import cases

cases.CASES.clear()
cases.rng = np.random.default_rng(53)
from cases import case, classes, normal

FILE = "torch/sized.py::"
case(
    FILE + "picked_places_loss",
    {"feature": normal(2, 3, 4, 5), "mask": np.array([[1.0, 0], [1, 1]]), "place": classes(20, 4).reshape(2, 2), "goal": normal(2, 2, 3)},
    ("feature", "goal"),
)
case(FILE + "windowed_loss", {"x": normal(1, 1, 10, 11), "y": normal(1, 1, 10, 11)}, ("x", "y"))
case(FILE + "halved_twice_loss", {"x": normal(1, 1, 12, 12), "y": normal(1, 1, 12, 12)}, ("x", "y"))
case(FILE + "halved_twice_loss", {"x": normal(1, 1, 20, 20), "y": normal(1, 1, 20, 20)}, ("x", "y"))
case(FILE + "SpectralSizeLoss.forward", {"heard": normal(1, 50), "wanted": normal(1, 50)}, ("heard", "wanted"))
case(FILE + "core_huber_loss", {"x": normal(6), "y": normal(6)}, ("x", "y"))
case(FILE + "core_pairs_loss", {"a": normal(3, 4), "b": normal(3, 4), "sign": np.array([1.0, -1, 1])}, ("a", "b"))
case(FILE + "core_triplet_loss", {"a": normal(3, 4), "b": normal(3, 4), "c": normal(3, 4)}, ("a", "b", "c"))
for labels in ([0, 2, 2, 0], [1, 1, 1, 1], [2, 0, 1, 1]):
    case(FILE + "present_classes_loss", {"scores": normal(4, 3), "labels": np.array(labels)}, ("scores",))
    case(FILE + "counted_labels_loss", {"scores": normal(4, 3), "labels": np.array(labels)}, ("scores",))
case(FILE + "chosen_rows_loss", {"x": normal(5), "y": np.array([1.0, -1, 2, -3, 0.5])}, ("x", "y"))
case(FILE + "chosen_rows_loss", {"x": normal(4), "y": np.array([-1.0, -1, -2, -3])}, ("x", "y"))
case(FILE + "replaced_data_loss", {"x": normal(5), "w": normal(5)}, ("x", "w"))
case(FILE + "required_loss", {"x": normal(5), "y": normal(5)}, ("x", "y"))
case(FILE + "unmoved_loss", {"x": normal(3, 4), "y": normal(3, 4)}, ("x", "y"))
for y in ([1.0, -1, 2, -3, 0.5, -0.5], [-1.0, -1, -2, -3, -1, -2], [1.0, 2, 3, -1, 1, 1]):
    case(FILE + "hardest_loss", {"x": normal(6), "y": np.array(y)}, ("x", "y"))
    case(FILE + "later_part_loss", {"x": normal(6), "y": np.array(y)})
case(FILE + "largest_few_loss", {"x": normal(6), "keep": np.array([1.0, 1, -1, 1, -1, -1])})
case(FILE + "InPlaceLoss.forward", {"x": normal(5), "y": normal(5)}, ("x", "y"))
for reduction in ("mean", "sum", "none"):
    case(FILE + "reduced_loss", {"x": normal(5), "y": normal(5)}, ("x", "y"), reduction=reduction)
case(FILE + "ignored_labels_loss", {"scores": normal(4, 3), "label": np.array([0, 2, 255, 1])}, ("scores",))
case(FILE + "shared_memory_loss", {"x": normal(4), "y": normal(4)}, ("x",))
case(FILE + "scaled_behind_loss", {"x": normal(4)})

if __name__ == "__main__":
    from losses import main

    main("sized.json")
