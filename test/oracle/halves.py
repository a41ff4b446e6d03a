"""Values in half precision where the frameworks differ: Python numbers beside tensors, accumulation.

Writes halves.json beside this file.
"""

import json
import math
import os
import pathlib

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"

import jax
import jax.numpy as jnp
import numpy as np
import tensorflow as tf
import torch

X = [0.0, 6e-8, 1000.0, 1.0, -3.0]
SCALAR = {
    "add": (lambda x, c: x + c, 1e-8), "subtract": (lambda x, c: x - c, 0.3), "multiply": (lambda x, c: x * c, 1e-8), "divide": (lambda x, c: x / c, 1e-8),
    "greater_equal": (lambda x, c: x >= c, 1e-8),
}
GROUPS = [[60000.0, 60000.0, -60000.0], [300.0, 300.0, 1e-3], [60000.0, 3.0], [2048.0, 1.0, 1.0], [0.1, 0.2, 0.3], [11.0, 11.0]]
REDUCTIONS = {
    "sum": (torch.sum, jnp.sum, tf.reduce_sum, np.sum), "mean": (torch.mean, jnp.mean, tf.reduce_mean, np.mean), "prod": (torch.prod, jnp.prod, tf.reduce_prod, np.prod),
    "cumsum": (lambda x: torch.cumsum(x, 0), jnp.cumsum, tf.cumsum, np.cumsum), "norm": (torch.linalg.vector_norm, jnp.linalg.norm, tf.norm, None),
}
UNARY = {
    "exp": (torch.exp, jnp.exp, tf.exp, np.exp), "sigmoid": (torch.sigmoid, jax.nn.sigmoid, tf.sigmoid, None), "tanh": (torch.tanh, jnp.tanh, tf.tanh, np.tanh),
    "square": (torch.square, jnp.square, tf.square, np.square), "log": (torch.log, jnp.log, tf.math.log, np.log), "sqrt": (torch.sqrt, jnp.sqrt, tf.sqrt, np.sqrt),
}
POINTS = [0.0, 0.1, -0.1, 1.0, 8.31, 8.33, 11.08, 11.1, -17.3, -17.35, 255.0, 256.0, 6e-8, 4.5, 4.52, 88.5]
NAMES = ["torch", "jax", "tensorflow", "numpy"]


def tensor(a, name, dtype):
    if name == "torch":
        return torch.tensor(a, dtype=getattr(torch, dtype))
    if name == "jax":
        return jnp.asarray(a, dtype=dtype)
    if name == "tensorflow":
        return tf.cast(tf.constant(a, dtype=tf.float64), dtype)
    return np.asarray(a, dtype=dtype) if dtype == "float16" else None


def numbers(y):
    if isinstance(y, torch.Tensor):
        y = y.to(torch.float64).numpy()
    elif isinstance(y, tf.Tensor):
        y = tf.cast(y, tf.float64).numpy()
    return [("nan" if math.isnan(v) else "inf" if v > 0 else "-inf") if not math.isfinite(v) else v for v in np.asarray(y, dtype="float64").ravel().tolist()]


def main():
    results = []
    for dtype in ["float16", "bfloat16"]:
        def add(op, operands, functions):
            measured = {}
            for name, f in zip(NAMES, functions):
                x = tensor(operands[0], name, dtype)
                if f is not None and x is not None:
                    measured[name] = numbers(f(x))
            results.append({"op": op, "format": dtype, "operands": operands, **measured})

        for op, (f, c) in SCALAR.items():
            add(op, [X, c], [lambda x, f=f, c=c: f(x, c)] * 4)
        for op, functions in REDUCTIONS.items():
            for group in GROUPS:
                add(op, [group], functions)
        for op, functions in UNARY.items():
            add(op, [POINTS], functions)
    lines = ",\n".join(json.dumps(r, separators=(",", ":")) for r in results)
    pathlib.Path(__file__).with_name("halves.json").write_text('{"cases":[\n%s\n]}\n' % lines)
    print(len(results), "cases")


main()
