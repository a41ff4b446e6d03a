"""Random formulas: values and gradients as PyTorch, JAX and TensorFlow compute them in double precision.

A formula is a list of steps [op, operands, attributes]; an operand is "#n" for an earlier step, "x", "y", or a Python
number. Writes graphs.json beside this file.
"""

import json
import math
import os
import pathlib
import random

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"

import jax
import jax.numpy as jnp
import numpy as np
import tensorflow as tf
import torch

jax.config.update("jax_enable_x64", True)
random.seed(99)
F64 = torch.float64


def like(c, x):
    """A Python number as a tensor, where a function does not take numbers."""
    return torch.as_tensor(c, dtype=F64) if not isinstance(c, torch.Tensor) else c


OPS = {
    "add": (2, lambda x, y: x + y, lambda x, y: x + y, lambda x, y: x + y),
    "subtract": (2, lambda x, y: x - y, lambda x, y: x - y, lambda x, y: x - y),
    "multiply": (2, lambda x, y: x * y, lambda x, y: x * y, lambda x, y: x * y),
    "divide": (2, lambda x, y: x / y, lambda x, y: x / y, lambda x, y: x / y),
    "maximum": (2, lambda x, y: torch.maximum(like(x, y), like(y, x)), jnp.maximum, lambda x, y: tf.maximum(x, y)),
    "minimum": (2, lambda x, y: torch.minimum(like(x, y), like(y, x)), jnp.minimum, lambda x, y: tf.minimum(x, y)),
    "exp": (1, torch.exp, jnp.exp, tf.exp), "log": (1, torch.log, jnp.log, tf.math.log), "log1p": (1, torch.log1p, jnp.log1p, tf.math.log1p),
    "sqrt": (1, torch.sqrt, jnp.sqrt, tf.sqrt), "square": (1, torch.square, jnp.square, tf.square), "abs": (1, torch.abs, jnp.abs, tf.abs),
    "negative": (1, torch.neg, jnp.negative, tf.negative), "tanh": (1, torch.tanh, jnp.tanh, tf.tanh), "sigmoid": (1, torch.sigmoid, jax.nn.sigmoid, tf.sigmoid),
    "relu": (1, torch.relu, jax.nn.relu, tf.nn.relu), "softplus": (1, lambda x: torch.logaddexp(x, torch.zeros_like(x)), lambda x: jnp.logaddexp(x, 0.0), tf.nn.softplus),
    "sum": (1, torch.sum, jnp.sum, tf.reduce_sum), "mean": (1, torch.mean, jnp.mean, tf.reduce_mean), "max": (1, torch.max, jnp.max, tf.reduce_max),
    "rows": (1, lambda x: x.sum(-1, keepdim=True), lambda x: x.sum(-1, keepdims=True), lambda x: tf.reduce_sum(x, -1, keepdims=True)),
    "softmax": (1, lambda x: torch.softmax(x, -1), jax.nn.softmax, tf.nn.softmax), "log_softmax": (1, lambda x: torch.log_softmax(x, -1), jax.nn.log_softmax, tf.nn.log_softmax),
    "clip": (1, lambda x: torch.clamp(x, 0.0, 1.0), lambda x: jnp.clip(x, 0.0, 1.0), lambda x: tf.clip_by_value(x, 0.0, 1.0)),
    "positive": (1, lambda x: torch.where(x > 0, x, 1.0), lambda x: jnp.where(x > 0, x, 1.0), lambda x: tf.where(x > 0, x, tf.ones_like(x))),
    "masked": (1, lambda x: x * (x > 0), lambda x: x * (x > 0), lambda x: x * tf.cast(x > 0, tf.float64)),
    "norm": (1, torch.linalg.vector_norm, lambda x: jnp.linalg.norm(x.ravel()), tf.norm),
    "detached": (1, lambda x: x.detach(), jax.lax.stop_gradient, tf.stop_gradient),
}
NAMES = list(OPS)
NUMBERS = [0.5, 1.0, 2.0, -1.0, 1e-8, 0.0]
VALUES = [0.0, 1.0, -1.0, 0.5, 2.0, -0.3, 1.7, 30.0, -40.0]
FRAMEWORKS = ["torch", "jax", "tensorflow"]


def formula():
    steps = []
    for i in range(random.randint(2, 6)):
        op = random.choice(NAMES)
        earlier = [f"#{k}" for k in range(i)]
        pool = ["x", "y"] + earlier + earlier[-2:] * 3
        operands = [random.choice(pool) for _ in range(OPS[op][0])]
        if len(operands) == 2 and random.random() < 0.35:
            operands[1] = random.choice(NUMBERS)
        steps.append([op, operands])
    return steps + [["sum", [f"#{len(steps) - 1}"]]]


def run(steps, which, x, y):
    done = []
    for op, operands in steps:
        args = [x if o == "x" else y if o == "y" else done[int(o[1:])] if isinstance(o, str) else o for o in operands]
        done.append(OPS[op][1 + which](*args))
    return done[-1]


def measure(steps, which, x, y):
    if which == 0:
        a, b = [torch.tensor(v, dtype=F64, requires_grad=True) for v in (x, y)]
        value = run(steps, 0, a, b)
        gradients = torch.autograd.grad(value, [a, b], allow_unused=True) if value.requires_grad else [None, None]
        return value.item(), [None if g is None else g.ravel().tolist() for g in gradients]
    if which == 1:
        value, gradients = jax.value_and_grad(lambda a, b: run(steps, 1, a, b), argnums=(0, 1))(jnp.asarray(x), jnp.asarray(y))
        return float(value), [np.asarray(g).ravel().tolist() for g in gradients]
    a, b = [tf.constant(v, dtype=tf.float64) for v in (x, y)]
    with tf.GradientTape() as tape:
        tape.watch([a, b])
        value = run(steps, 2, a, b)
    return float(value), [None if g is None else tf.convert_to_tensor(g).numpy().ravel().tolist() for g in tape.gradient(value, [a, b])]


def encode(v):
    if v is None:
        return None
    if isinstance(v, list):
        return [encode(e) for e in v]
    return ("nan" if math.isnan(v) else "inf" if v > 0 else "-inf") if not math.isfinite(v) else float(f"{v:.9g}")


def main():
    results = []
    while len(results) < 450:
        steps = formula()
        x = [[random.choice(VALUES) for _ in range(3)] for _ in range(2)]
        y = [random.choice(VALUES) for _ in range(3)]
        measured = {}
        try:
            for which, name in enumerate(FRAMEWORKS):
                value, gradients = measure(steps, which, x, y)
                measured[name] = [encode(value), *encode(gradients)]
        except (ValueError, IndexError, tf.errors.InvalidArgumentError):
            continue  # a row of a number
        results.append({"steps": steps, "x": sum(x, []), "y": y, **measured})
    lines = ",\n".join(json.dumps(r, separators=(",", ":")) for r in results)
    pathlib.Path(__file__).with_name("graphs.json").write_text('{"cases":[\n%s\n]}\n' % lines)
    print(len(results), "formulas")


main()
