"""Regression losses in NumPy, with their kinks and their one trap."""

import numpy as np


def mean_squared_error(y_true, y_pred):
    """Smooth and convex everywhere."""
    return np.mean((y_true - y_pred) ** 2)


def mean_absolute_error(y_true, y_pred):
    """Convex, with a kink where prediction and target meet."""
    return np.mean(np.abs(y_true - y_pred))


def huber(y_true, y_pred, delta=1.0):
    """Once differentiable: the second derivative jumps at delta."""
    error = y_true - y_pred
    small = np.abs(error) <= delta
    return np.mean(np.where(small, 0.5 * error**2, delta * np.abs(error) - 0.5 * delta**2))


def log_cosh(y_true, y_pred):
    """cosh overflows long before its logarithm is large: a residual of 720 is enough in float64, 90 in float32."""
    return np.mean(np.log(np.cosh(y_pred - y_true)))


def log_cosh_stable(y_true, y_pred):
    """The same function, without the overflow."""
    a = np.abs(y_pred - y_true)
    return np.mean(a + np.log1p(np.exp(-2 * a)) - np.log(2.0))


def pinball(y_true, y_pred, tau=0.9):
    """Quantile regression: two slopes that meet at the target."""
    error = y_true - y_pred
    return np.mean(np.maximum(tau * error, (tau - 1) * error))


def welsch(y_true, y_pred, c=1.0):
    """Bounded, hence not convex; outliers get no gradient at all."""
    error = (y_true - y_pred) / c
    return np.mean(1 - np.exp(-0.5 * error**2))
