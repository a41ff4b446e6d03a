"""Cases in the words of TensorFlow 1 and further ones of JAX; writes libraries.json as losses.py writes losses.json."""

import numpy as np

import cases

cases.CASES.clear()
cases.rng = np.random.default_rng(53)
from cases import case, normal, unit

OLD = "tensorflow/version1.py::"
ROWS = {"y_true": normal(3, 4), "y_pred": normal(3, 4)}
COLUMN = np.array([[1.0], [0.0], [2.0]])
case(OLD + "whole_mean_loss", {**ROWS, "weight": COLUMN}, ("y_true", "y_pred", "weight"))
case(OLD + "weighted_rows_loss", {**ROWS, "weight": COLUMN}, ("y_true", "y_pred"))
case(OLD + "weighted_rows_loss", {**ROWS, "weight": normal(3, 4)}, ("y_true", "y_pred"))
case(OLD + "chosen_rows_loss", {"y_true": normal(3, 3), "y_pred": normal(3, 3)}, ("y_pred",))
case(OLD + "chosen_rows_loss", ROWS, ("y_true", "y_pred"))
case(OLD + "still_labels_loss", ROWS, ("y_true", "y_pred"))
case(OLD + "margins_loss", {"y_true": np.array([[1.0, 0, 0, 1], [0, 1, 1, 0]]), "y_pred": normal(2, 4)}, ("y_pred",))
case(OLD + "adjoint_loss", ROWS, ("y_true", "y_pred"), ("float32",))
case(OLD + "folded_loss", ROWS, ("y_true", "y_pred"))
case(OLD + "turned_loss", ROWS, ("y_true", "y_pred"))
JAX = "jax/further.py::"
case(JAX + "spread_weights_loss", {"x": normal(4, 3), "y": normal(4, 3), "weight": unit(4)}, ("x", "y", "weight"))
case(JAX + "returns_loss", {"values": normal(5), "rewards": normal(5), "discount": np.array(0.9)}, ("values", "rewards", "discount"))
case(JAX + "counted_turns_loss", {"x": normal(4)})
case(JAX + "safe_lengths_loss", {"x": np.array([[1.0, 2.0], [0.1, 0.2], [3.0, -1.0]]), "y": np.array([[0.5, 1.0], [0.0, 0.1], [1.0, 1.0]])}, ("x", "y"))
case(JAX + "gates_loss", {"x": normal(3, 4)})
case(JAX + "leaves_loss", {"x": normal(2, 3), "y": normal(4)}, ("x", "y"))

if __name__ == "__main__":
    from losses import main

    main("libraries.json")
