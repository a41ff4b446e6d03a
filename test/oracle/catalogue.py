"""Runs the code of every known loss in its frameworks and writes the values to catalogue.json.

Reads the catalogue as JSON from standard input: npx tsx test/oracle/catalogue-code.ts | python test/oracle/catalogue.py
Needs torch, jax, optax, tensorflow, keras and scipy.
"""

import importlib
import json
import math
import os
import pathlib
import sys

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import jax
import jax.numpy as jnp
import keras
import numpy as np
import optax
import scipy.special
import tensorflow as tf
import torch
import torch.nn.functional as F

rng = np.random.default_rng(11)


def normal(*shape):
    return rng.normal(size=shape).astype("float32")


def signs():
    return np.sign(normal(4)).astype("float32")


def bits(count):
    return (rng.random(count) > 0.5).astype("float32")


def rows(count, classes):
    return scipy.special.softmax(normal(count, classes), axis=1).astype("float32")


CLASSES = np.array([0, 1, 2, 1])
NUMBERS = {"delta": 1.0, "beta": 1.0, "tau": 0.9, "lam": 0.01, "alpha": 0.25, "gamma": 2.0, "m": 1.0, "s": 1.0}


def inputs(name):
    """Inputs that a loss expects, as NumPy has them."""
    x, y, z = normal(4), normal(4), normal(4)
    if name in ("hinge", "squared-hinge", "soft-margin"):
        return {"z": z, "y": signs()}
    if name.startswith("binary-cross-entropy"):
        return {"z": z, "y": bits(4)}
    if name == "cross-entropy":
        return {"z": normal(4, 3), "y": CLASSES}
    if name == "negative-log-likelihood":
        return {"lp": np.log(rows(4, 3)), "y": CLASSES}
    if name == "contrastive":
        return {"d": np.abs(x), "y": bits(4)}
    if name == "kullback-leibler":
        q = rows(4, 3)
        return {"p": rows(4, 3), "q": q, "log_q": np.log(q)}
    if name == "gaussian-nll":
        return {"x": x, "y": y, "s": z, "var": np.exp(z)}
    if name in ("cosine-embedding", "triplet-margin"):
        return {"a": normal(4, 3), "b": normal(4, 3), "p": normal(4, 3), "n": normal(4, 3)}
    if name == "margin-ranking":
        return {"a": x, "b": z, "y": signs()}
    if name in ("soft-dice", "soft-iou"):
        return {"p": rng.random(6).astype("float32"), "y": bits(6)}
    if name == "tversky":
        return {"tp": np.float32(3), "fp": np.float32(1), "fn": np.float32(2)}
    if name == "poisson-nll":
        return {"x": x, "y": np.array([0, 1, 2, 3], "float32")}
    if name in ("mean-squared-logarithmic-error", "mean-absolute-percentage-error"):
        return {"x": np.abs(x) + 0.1, "y": np.abs(y) + 0.5}
    return {"x": x, "y": y, "z": z, "w": x}


def ctc_inputs(framework):
    steps, batch, labels = 6, 2, np.array([[1, 2], [3, 1]])
    lp = np.log(scipy.special.softmax(normal(steps, batch, 4), -1)).astype("float32")
    if framework == "torch":
        return {"lp": lp, "y": labels, "input_lengths": np.array([6, 6]), "target_lengths": np.array([2, 2])}
    z = np.transpose(lp, (1, 0, 2))
    padding = {"z_pad": np.zeros((2, 6), "float32"), "y_pad": np.zeros((2, 2), "float32")}
    return {"z": z, "y": labels, "z_len": np.array([6, 6]), "y_len": np.array([2, 2]), **padding}


CONVERT = {"torch": torch.tensor, "jax": jnp.array, "tensorflow": tf.constant, "numpy": lambda value: value}
MODULES = {"np": np, "scipy": scipy, "math": math, "torch": torch, "F": F, "jax": jax, "jnp": jnp, "optax": optax, "tf": tf}


def value(code, framework, given):
    converted = {k: CONVERT[framework](v) if isinstance(v, np.ndarray) else v for k, v in given.items()}
    result = np.asarray(eval(code, {**MODULES, **NUMBERS, **converted}))
    return np.round(result.astype(float), 6).tolist()


def exists(name):
    root, *path = name.split(".")
    try:
        found = importlib.import_module(root)
        for part in path:
            found = getattr(found, part)
    except (ImportError, AttributeError):
        return False
    return True


def main():
    seen = {}
    for entry in json.load(sys.stdin):
        given = None if entry["id"] == "ctc" else inputs(entry["id"])
        codes = {}
        for framework, code in entry["code"].items():
            rng_state = rng.bit_generator.state
            own = given if given is not None else ctc_inputs(framework)
            if given is None and framework != "numpy":
                rng.bit_generator.state = rng_state
            codes[framework] = {"code": code, "value": value(code, framework, own)}
        missing = [name for name in entry["calls"] if not name.startswith("torchvision") and not exists(name)]
        seen[entry["id"]] = {"codes": codes, "missing": missing}
    versions = {module.__name__: module.__version__ for module in (torch, jax, optax, tf, keras, np)}
    path = pathlib.Path(__file__).with_name("catalogue.json")
    path.write_text(json.dumps({"versions": versions, "losses": seen}, indent=1) + "\n")


main()
