"""Cases of the losses of older code; writes older.json as losses.py writes losses.json."""

import numpy as np

import cases

cases.CASES.clear()
cases.rng = np.random.default_rng(71)
from cases import case, classes, normal, unit

FILE = "torch/older.py::"
case(FILE + "fresh_ones_loss", {"near": normal(5), "far": normal(5)}, ("near", "far"))
case(FILE + "fresh_rows_loss", {"scores": normal(4, 3), "labels": classes(3, 4)}, ("scores",))
case(FILE + "fresh_sizes_loss", {"x": normal(3, 2)}, ("x",))
for shape in ((2, 1, 5), (2, 1, 4, 5)):
    case(FILE + "named_window_loss", {"x": normal(*shape), "y": normal(*shape)}, ("x", "y"))
case(FILE + "counted_axes_loss", {"x": normal(3, 4), "y": normal(3, 4)}, ("x", "y"))
case(FILE + "untrained_loss", {"prediction": normal(5), "target": normal(5)}, ("prediction",))
case(FILE + "last_places_loss", {"scores": normal(2, 3, 4), "lengths": np.array([3, 1]), "ends": np.array([0, 3])}, ("scores",))
case(FILE + "summed_axes_loss", {"x": normal(2, 3, 4, 5), "y": normal(2, 3, 4, 5)}, ("x", "y"))
case(
    FILE + "ranked_rows_loss",
    {"scores": normal(3, 4), "place": classes(4, 3), "happened": np.array([1.0, 0, 1]), "order": unit(3, 3), "sigma": np.array(0.5)},
    ("scores", "order", "sigma"),
)
for target in (np.eye(3)[None], np.array([[[0.0, 0, 0, 0], [0, 1, 1, 0], [0, 1, 1, 0]], [[0, 0, 0, 0]] * 3, [[1, 1, 1, 1]] * 3])):
    case(FILE + "surface_loss", {"probability": unit(*target.shape), "target": target}, ("probability",))
for shape in ((5,), (3, 4)):
    case(FILE + "distance_weighted_loss", {"x": normal(*shape), "y": np.round(unit(*shape))}, ("x",))
    case(FILE + "distance_weighted_loss", {"x": normal(*shape), "y": np.ones(shape)}, ("x",))
case(FILE + "averaged_classes_loss", {"scores": normal(4, 3), "labels": classes(3, 4)}, ("scores",))
case(FILE + "frozen_target_loss", {"x": normal(2, 4, 3), "target": normal(2, 4, 3), "length": np.array([4, 2])}, ("x",))
case(FILE + "LateLabelLoss.forward", {"x": normal(4, 3), "label": classes(3, 4)}, ("x",))

if __name__ == "__main__":
    from losses import main

    main("older.json")
