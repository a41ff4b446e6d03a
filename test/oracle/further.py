"""Cases of further.py; writes further.json as losses.py writes losses.json."""

import numpy as np

import cases

cases.CASES.clear()
cases.rng = np.random.default_rng(59)
from cases import case, normal

FILE = "torch/further.py::"
labels = np.array([0, 2, 1, 1])
case(FILE + "labelled_tokens_loss", {"logits": normal(4, 3), "labels": labels}, ("logits",))
case(FILE + "void_dice_loss", {"logits": normal(4, 3), "labels": labels}, ("logits",))
case(FILE + "void_dice_loss", {"logits": normal(4, 3), "labels": np.array([255, 2, 1, 1])}, ("logits",))
case(FILE + "joints_loss", {"pred": normal(2, 3, 4), "gt": normal(2, 3, 4)}, ("pred", "gt"))
case(FILE + "CovarianceLoss.forward", {"x": normal(4, 3), "y": normal(4, 3)}, ("x", "y"))

case(FILE + "applied_instance_loss", {"x": normal(4, 3), "y": normal(4, 3)}, ("x",))
case(FILE + "spectrum_loss", {"x": normal(4, 6), "y": normal(4, 6)}, ("x", "y"))
case(FILE + "corner_box_loss", {"box1": normal(3, 4), "box2": normal(3, 4)}, ("box1", "box2"))
case(FILE + "corner_box_loss", {"box1": normal(3, 6), "box2": normal(3, 6)}, ("box1", "box2"))
case(FILE + "within_int32_loss", {"x": normal(4, 3), "y": normal(4, 3)}, ("x", "y"))

if __name__ == "__main__":
    from losses import main

    main("further.json")
