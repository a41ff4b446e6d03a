"""Cases of masks, positions and functions handed on; writes matched.json as losses.py writes losses.json."""

import numpy as np

import cases

cases.CASES.clear()
cases.rng = np.random.default_rng(53)
from cases import case, normal, unit

FILE = "torch/matched.py::"
near = np.array([[0.2, 0.3], [2.0, 0.1], [-0.5, 0.9], [0.0, -3.0]])
case(FILE + "close_rows_loss", {"pred": normal(4, 3), "gt": near}, ("pred", "gt"))
case(FILE + "chosen_columns_loss", {"x": normal(3, 4), "y": normal(3, 4)}, ("x", "y"))
case(FILE + "positive_labels_loss", {"logits": normal(4, 3), "labels": np.array([0, -1, 2, 1])}, ("logits",))
case(FILE + "positive_labels_loss", {"logits": normal(2, 3), "labels": np.array([-1, -1])}, ("logits",))
case(FILE + "filled_labels_loss", {"output": normal(4, 3), "target": np.array([0, -1, 2, 1])}, ("output",))
case(FILE + "tempered_loss", {"x": normal(3, 4), "y": normal(3, 4)}, ("x", "y"))
case(FILE + "envelope_loss", {"edges": np.array([[0.0, 0.4, 1.0, 1.5]]), "heights": normal(1, 4), "at": np.array([[0.4, 1.2, -0.3, 1.5, 0.9]])}, ("heights",))
case(FILE + "facing_loss", {"weights": unit(2, 4), "normals": normal(2, 4, 3), "directions": normal(2, 4, 3)}, ("weights", "normals"))
case(FILE + "wrapped_angle_loss", {"a": 4 * normal(2, 3), "b": normal(2, 3)}, ("a", "b"))
case(FILE + "scattered_mean_loss", {"x": normal(2, 3), "y": normal(2, 3), "group": np.array([[0, 0, 2], [1, 1, 1]])}, ("x", "y"))
case(FILE + "enlarged_loss", {"small": normal(1, 2, 4, 3), "large": normal(1, 2, 8, 6)}, ("small", "large"))
case(FILE + "pair_products_loss", {"x": normal(4)})
case(FILE + "nan_free_loss", {"x": np.array([0.5, 2.0, -1.0]), "y": np.array([0.1, 0.2, 0.3])}, ("x",))
case(FILE + "older_order_loss", {"x": normal(4, 3), "y": normal(4, 3)}, ("x", "y"))
case(FILE + "corners_loss", {"pred_boxes": normal(3, 7), "gt_boxes": normal(3, 7)}, ("pred_boxes",))
case(FILE + "PaddedLoss.forward", {"logits": normal(4, 3), "target": np.array([0, 1, 2, 1])}, ("logits",), padding=1)
case(FILE + "HardestLoss.forward", {"score": normal(8, 3), "target": np.array([0, -1, 2, 1, -1, 0, 2, 2])}, ("score",))
case(FILE + "HardestLoss.forward", {"score": 3 * normal(2, 3, 4), "target": np.array([[0, -1, 2, 1], [2, 0, 0, -1]])}, ("score",), least=1, thresh=0.4)
case(FILE + "ordered_choice_loss", {"x": normal(6), "y": np.array([0.5, -1, 2, 0.3, -2, 1.5])}, ("x", "y"))

if __name__ == "__main__":
    from losses import main

    main("matched.json")
