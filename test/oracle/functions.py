"""Cases of library functions; writes functions.json as losses.py writes losses.json."""

import numpy as np

import cases

cases.CASES.clear()
cases.rng = np.random.default_rng(67)
from cases import case, normal, unit

KERAS = "tensorflow/functions.py::"
SINGLE = ("float32",)
pair = lambda *shape: {"y_true": normal(*shape), "y_pred": normal(*shape)}
case(KERAS + "segments_loss", pair(4, 2), ("y_true", "y_pred"))
case(KERAS + "best_of_segments_loss", {"labels": np.array([0, 2, 2, 0]), "y_pred": np.array([1.5, 0.3, 0.3, -2.0])}, ("y_pred",))
case(KERAS + "best_of_segments_loss", {"labels": np.array([1, 2, 2, 0]), "y_pred": normal(4, 2)}, ("y_pred",))
case(KERAS + "counts_loss", {"labels": np.array([0, 2, 2, 1, 0]), "y_pred": normal(5)}, ("y_pred",))
for name in ("confusion_loss", "cropped_counts_loss"):
    case(KERAS + name, {"labels": np.array([0, 2, 2, 1, 0]), "guesses": np.array([0, 2, 1, 1, 2]), "y_pred": 2 * normal(5)}, ("y_pred",))
case(KERAS + "zeros_loss", {"y_true": np.array([0.0, 1, 0, 2, 0]), "y_pred": normal(5)}, ("y_pred",))
case(KERAS + "weighted_moments_loss", pair(4, 3), ("y_true", "y_pred"))
case(KERAS + "among_first_loss", {"labels": np.array([0, 2, 1]), "y_pred": np.array([[1.0, 1, 0], [3, 2, 1], [0, 2, 2]])}, ("y_pred",))
case(KERAS + "among_first_loss", {"labels": np.array([0, 2, 1]), "y_pred": normal(3, 4)}, ("y_pred",))
case(KERAS + "polynomial_loss", pair(5), ("y_true", "y_pred"), SINGLE)
case(KERAS + "turns_loss", pair(3), ("y_true", "y_pred"))
for size in (0.3, 1.0, 5.0):
    case(KERAS + "cases_loss", {"y_true": size * np.ones(3), "y_pred": np.array([0.01, -0.02, 0.03])}, ("y_true", "y_pred"))
for kind in (0, 1, 2, 5):
    case(KERAS + "switched_loss", pair(4), ("y_true", "y_pred"), kind=kind)
case(KERAS + "strided_loss", pair(3, 4), ("y_true", "y_pred"))
case(KERAS + "parted_loss", {"labels": np.array([0, 1, 1, 0]), "y_pred": normal(4, 2)}, ("y_pred",))
for scale in (0.1, 1.0):
    case(KERAS + "bounded_together_loss", {"y_true": scale * normal(3), "y_pred": scale * normal(3)}, ("y_true", "y_pred"))
case(KERAS + "kept_whole_loss", pair(3), ("y_pred",))
case(KERAS + "blocks_loss", pair(1, 4, 4, 2), ("y_true", "y_pred"))
case(KERAS + "patches_loss", pair(1, 4, 5, 2), ("y_true", "y_pred"))
case(KERAS + "smaller_loss", pair(2, 4, 5, 2), ("y_true", "y_pred"), SINGLE)
case(KERAS + "colours_loss", pair(1, 4, 5, 3), ("y_true", "y_pred"))

both = lambda *shape: {"x": normal(*shape), "y": normal(*shape)}
edged = {"x": np.array([-1.0, 0.0, 1.0, 0.3, -2.0, 2.0, 5.0]), "y": np.array([0.0, 1.0, 2.0, -2.0, 0.5, 3.0, -1.0])}
for folder in ("numpy", "jax"):
    wrt = ("x", "y") if folder == "jax" else ()
    for name, shapes in (("knots", [(6,)]), ("binned", [(7,)]), ("slopes", [(3, 4)]), ("present", [(3, 4), (3, 5)]), ("blocks", [(3, 2)])):
        for shape in shapes:
            case(f"{folder}/functions.py::{name}_loss", both(*shape), wrt)
    case(f"{folder}/functions.py::binned_loss", edged, wrt)
    case(f"{folder}/functions.py::knots_loss", {"x": edged["x"], "y": edged["y"] - 0.25}, wrt)
for name in ("places", "pairs"):
    case(f"numpy/functions.py::{name}_loss", both(3, 2), ())

TORCH = "torch/functions.py::"
case(TORCH + "factors_loss", {"x": normal(3, 3), "y": normal(3, 2)}, ("x", "y"))
case(TORCH + "raw_factor_loss", {"x": np.tril(normal(3, 3)), "y": normal(3, 2)}, ("x", "y"))
for name in ("gamma", "filled", "truths"):
    case(f"{TORCH}{name}_loss", both(3), ("x", "y"))
case(TORCH + "filled_loss", {"x": np.array([1.0, 2, -1]), "y": normal(3)}, ("x", "y"))
case(TORCH + "powers_loss", both(3, 3), ("x", "y"))
for name in ("singular_values", "norms_of_matrices"):
    case(f"{TORCH}{name}_loss", both(3, 2), ("x", "y"))
case(TORCH + "quantiles_of_distributions_loss", both(4), ("x", "y"))
for shape in ((4, 2), (3, 3)):
    case(TORCH + "padded_loss", both(*shape), ("x", "y"))

if __name__ == "__main__":
    from losses import main

    main("functions.json")
