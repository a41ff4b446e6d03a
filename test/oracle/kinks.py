"""Gradients of compositions exactly at their kinks, jumps and ties, as PyTorch, JAX and TensorFlow return them.

Writes kinks.json beside this file. Needs torch, jax, tensorflow; run it again when their versions change.
"""

import json
import math
import os
import pathlib
import re

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"

import jax
import numpy as np
import tensorflow as tf
import torch

jax.config.update("jax_enable_x64", True)

SPELLED = {
    "torch": "RELU=F.relu MAX=torch.maximum MIN=torch.minimum ABS=torch.abs WHERE=torch.where SQRT=torch.sqrt EXP=torch.exp LOG=torch.log LOG1P=torch.log1p CLIP=torch.clamp ZEROS=torch.zeros_like ONES=torch.ones_like MEAN=torch.mean SUM=torch.sum SIGN=torch.sign SOFTPLUS=F.softplus LEAKY=F.leaky_relu ELU=F.elu SQUARE=torch.square SIGMOID=torch.sigmoid TANH=torch.tanh TOP=torch.amax LOW=torch.amin",
    "jax": "RELU=jax.nn.relu MAX=jnp.maximum MIN=jnp.minimum ABS=jnp.abs WHERE=jnp.where SQRT=jnp.sqrt EXP=jnp.exp LOG=jnp.log LOG1P=jnp.log1p CLIP=jnp.clip ZEROS=jnp.zeros_like ONES=jnp.ones_like MEAN=jnp.mean SUM=jnp.sum SIGN=jnp.sign SOFTPLUS=jax.nn.softplus LEAKY=jax.nn.leaky_relu ELU=jax.nn.elu SQUARE=jnp.square SIGMOID=jax.nn.sigmoid TANH=jnp.tanh TOP=jnp.max LOW=jnp.min",
    "tensorflow": "RELU=tf.nn.relu MAX=tf.maximum MIN=tf.minimum ABS=tf.abs WHERE=tf.where SQRT=tf.sqrt EXP=tf.exp LOG=tf.math.log LOG1P=tf.math.log1p CLIP=tf.clip_by_value ZEROS=tf.zeros_like ONES=tf.ones_like MEAN=tf.reduce_mean SUM=tf.reduce_sum SIGN=tf.sign SOFTPLUS=tf.nn.softplus LEAKY=tf.nn.leaky_relu ELU=tf.nn.elu SQUARE=tf.square SIGMOID=tf.sigmoid TANH=tf.tanh TOP=tf.reduce_max LOW=tf.reduce_min",
}
HEADS = {
    "torch": "import torch\nimport torch.nn.functional as F\n",
    "jax": "import jax\nimport jax.numpy as jnp\n",
    "tensorflow": "import tensorflow as tf\n",
}

COMPOSITIONS = """
RELU(x - y)
ABS(x - y)
ABS(RELU(x))
RELU(-ABS(x))
RELU(x) - RELU(-x)
RELU(x) + RELU(-x)
MAX(x, y)
MAX(y, x)
MAX(x, ZEROS(x)) - MIN(x, ZEROS(x))
MIN(MAX(x, ZEROS(x)), ONES(x))
MIN(x, y) + MAX(x, y)
MAX(x, -x)
MAX(x, ZEROS(x)) - x * y + LOG1P(EXP(-ABS(x)))
RELU(x) - x * y + LOG1P(EXP(-ABS(x)))
CLIP(x, 0.0, 1.0)
CLIP(x, 0.0, 1.0) * y
SQUARE(CLIP(x, -1.0, 1.0))
CLIP(ABS(x), 0.0, 1.0)
ABS(CLIP(x, 0.0, 1.0) - y)
CLIP(x * x, 0.0, 1.0)
RELU(1.0 - x)
SQUARE(RELU(1.0 - x))
RELU(1.0 - x * y)
RELU(ABS(x - y) - 0.5)
MAX(ABS(x - y) - 1.0, ZEROS(x))
WHERE(x > 0, x, ZEROS(x))
WHERE(x >= 0, x, 0.1 * x)
WHERE(ABS(x - y) <= 1.0, 0.5 * (x - y) ** 2, ABS(x - y) - 0.5)
WHERE(ABS(x - y) < 0.5, SQUARE(x - y), ABS(x - y) - 0.25)
WHERE(x > y, 0.9 * (x - y), 0.1 * (y - x))
MAX(0.9 * (y - x), -0.1 * (y - x))
WHERE(x == y, ZEROS(x), ABS(x - y))
WHERE(x > 0, SQRT(ABS(x)), ZEROS(x))
WHERE(y > 0.5, ABS(x - y), SQUARE(x - y))
ABS(x) * x
ABS(x) ** 3
ABS(x) ** 2
ABS(x) ** 1.5
SQRT(x * x + 0.0001)
SQRT(SQUARE(x - y) + 1e-6) - 0.001
SQUARE(ABS(x - y))
ABS(x - y) + 0.5 * SQUARE(x - y)
ABS(ABS(x) - 1.0)
RELU(RELU(x) - 0.5)
RELU(x) * RELU(1.0 - x)
LEAKY(x, 0.1)
LEAKY(x - y, 0.1)
SQUARE(LEAKY(x, 0.1))
ELU(x)
ELU(x - y)
ABS(ELU(x))
SIGN(x) * x
SIGN(x - y) * (x - y)
TANH(ABS(x))
EXP(-ABS(x - y))
LOG1P(ABS(x - y))
SOFTPLUS(ABS(x)) - RELU(x)
SOFTPLUS(-ABS(x)) + RELU(x) - x * y
SIGMOID(ABS(x))
TOP(x) - x
x - LOW(x)
TOP(ABS(x - y)) + 0.0 * x
LOG(SUM(EXP(x - TOP(x)))) + TOP(x) - x
RELU(TOP(x) - x - 0.5)
MAX(x - y, 2.0 * (x - y))
MAX(MAX(x, y), 1.0 - x)
MIN(SQUARE(x - y), ABS(x - y))
MIN(SQUARE(x - y), ONES(x))
MAX(SQUARE(x - y), ABS(x - y))
ABS(x * y)
ABS(x) * ABS(y)
RELU(x) * y + RELU(-x) * (1.0 - y)
WHERE(x > 0, RELU(x), ELU(x))
CLIP(x, 0.0, 1.0) + RELU(x - 1.0) + MIN(x, ZEROS(x))
MAX(x, 0.0 * x) - 0.5 * x
RELU(x + ABS(x))
""".strip().splitlines()

POINTS = [([0.0, 1.0, -1.0, 0.5], [0.0, 1.0, 0.0, 1.0]), ([0.0, 0.0, 2.0, -0.0], [1.0, 0.0, 1.0, -1.0]), ([0.5, 0.5, -0.5, 1.5], [0.5, 1.0, 0.5, 0.5])]


def code_for(framework, composition):
    names = dict(pair.split("=") for pair in SPELLED[framework].split())
    body = re.sub(r"\b[A-Z][A-Z0-9]+\b", lambda match: names[match.group()], composition)
    return f"{HEADS[framework]}\n\ndef some_loss(x, y):\n    return {body}\n"


def gradient(framework, loss, x, y):
    if framework == "torch":
        leaf = torch.tensor(x, dtype=torch.float64, requires_grad=True)
        loss(leaf, torch.tensor(y, dtype=torch.float64)).sum().backward()
        return leaf.grad.numpy()
    if framework == "jax":
        return np.asarray(jax.grad(lambda leaf: loss(leaf, jax.numpy.array(y)).sum())(jax.numpy.array(x)))
    leaf = tf.Variable(x, dtype=tf.float64)
    with tf.GradientTape() as tape:
        value = tf.reduce_sum(loss(leaf, tf.constant(y, dtype=tf.float64)))
    return tape.gradient(value, leaf).numpy()


def written(number):
    return number if math.isfinite(number) else "nan" if math.isnan(number) else "inf" if number > 0 else "-inf"


cases = []
for composition in COMPOSITIONS:
    for framework in HEADS:
        code = code_for(framework, composition)
        scope = {}
        exec(code, scope)
        gradients = [[written(float(g)) for g in gradient(framework, scope["some_loss"], x, y)] for x, y in POINTS]
        cases.append({"framework": framework, "code": code, "gradients": gradients})

versions = {"torch": torch.__version__, "jax": jax.__version__, "tensorflow": tf.__version__}
path = pathlib.Path(__file__).with_suffix(".json")
path.write_text(json.dumps({"versions": versions, "points": POINTS, "cases": cases}, indent=None, separators=(",", ":")) + "\n")
print(len(cases), "cases")
