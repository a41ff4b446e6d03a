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

if __name__ == "__main__":
    from losses import main

    main("sized.json")
