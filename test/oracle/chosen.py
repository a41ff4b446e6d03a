"""Cases of what is chosen by data; writes chosen.json as losses.py writes losses.json."""

import numpy as np

import cases

cases.CASES.clear()
cases.rng = np.random.default_rng(47)
from cases import bits, case, normal

FILE = "torch/chosen.py::"
case(FILE + "hardest_loss", {"logits": normal(2, 4), "y": bits(2, 4)}, ("logits",))
case(FILE + "hardest_loss", {"logits": normal(2, 4) * 0.2, "y": bits(2, 4)}, ("logits",))
case(FILE + "hardest_loss", {"logits": normal(2, 3), "y": np.array([[0.0, 1, 2], [1, 0, 2]])}, ("logits",))
case(FILE + "spread_loss", {"x": normal(6), "y": np.array([0.5, -1, 1.5, -0.5, 2, 1])}, ("x",))
case(FILE + "spread_loss", {"x": normal(4), "y": np.array([0.5, -1, -1.5, -0.5])}, ("x",))
case(FILE + "joined_loss", {"x": normal(6), "y": np.array([1.0, -1, -2, -3, 2, -4])}, ("x",))
case(FILE + "joined_loss", {"x": normal(3), "y": np.array([1.0, -1, 2])}, ("x",))
case(FILE + "extended_loss", {"x": normal(5), "y": np.array([1.0, -1, 2, -2, -3]), "z": normal(3)}, ("x", "z"))
case(FILE + "cut_loss", {"x": normal(3, 5), "y": normal(3, 5), "lengths": np.array([2, 5, 3])}, ("x",))
case(FILE + "off_diagonal_loss", {"x": normal(4, 3), "y": normal(4, 3)}, ("x", "y"))
case(FILE + "counted_loss", {"x": normal(8), "y": np.clip(normal(8), -2, 2)}, ("x",))
case(FILE + "padded_loss", {"x": normal(1, 2, 3, 4), "y": normal(1, 2, 3, 4)}, ("x", "y"))
case(FILE + "gathered_loss", {"x": normal(3, 4), "y": normal(3, 4)}, ("x", "y"))
case(FILE + "FrozenTargetLoss.forward", {"x": normal(5), "y": normal(5)}, ("x",))

if __name__ == "__main__":
    from losses import main

    main("chosen.json")
