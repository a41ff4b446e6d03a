"""Runs the fixtures of test/fixtures/losses in their real libraries and writes what they computed to losses.json.

Every case names a loss (`torch/regression.py::Huber.forward`), its inputs, and its constructor arguments or hyperparameters.
Gradients are those of the sum of the result; NumPy has none. Needs torch, jax, optax, tensorflow, keras and scipy.
"""

import importlib.util
import inspect
import json
import os
import pathlib
import warnings

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ.setdefault("KERAS_BACKEND", "tensorflow")
warnings.filterwarnings("ignore")

import jax
import jax.numpy as jnp
import numpy as np
import tensorflow as tf
import torch

from cases import CASES

HERE = pathlib.Path(__file__).resolve().parent
FIXTURES = HERE.parent / "fixtures" / "losses"
jax.config.update("jax_enable_x64", True)


def load(path, cache={}):
    if path not in cache:
        spec = importlib.util.spec_from_file_location(path.replace("/", "_").removesuffix(".py"), FIXTURES / path)
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        cache[path] = module
    return cache[path]


def callee(path, name, parameters):
    """The function to call, and the parameters that its constructor did not take."""
    module, parts = load(path), name.split(".")
    if len(parts) == 1:
        return getattr(module, name), dict(parameters)
    owner = getattr(module, parts[0])
    if inspect.isfunction(owner):
        made = {k: v for k, v in parameters.items() if k in inspect.signature(owner).parameters}
        return owner(**made), {k: v for k, v in parameters.items() if k not in made}
    taken = {k for base in owner.__mro__ if base.__module__ == module.__name__ for k in inspect.signature(base.__init__).parameters}
    made = {k: v for k, v in parameters.items() if k in taken}
    return getattr(owner(**made), parts[1]), {k: v for k, v in parameters.items() if k not in made}


def cast(value, dtype):
    array = np.asarray(value)
    return array.astype(dtype) if array.dtype.kind == "f" else array


def in_torch(call, tensors, wrt, dtype):
    torch.set_default_dtype(getattr(torch, dtype))
    given = {k: torch.tensor(cast(v, dtype)) for k, v in tensors.items()}
    for k in wrt:
        given[k].requires_grad_()
    value = call(given)
    value.sum().backward()
    grads = {k: np.zeros(given[k].shape) if given[k].grad is None else given[k].grad.numpy() for k in wrt}
    return value.detach().numpy(), grads


def in_jax(call, tensors, wrt, dtype):
    given = {k: jnp.asarray(cast(v, dtype)) for k, v in tensors.items()}
    grads = jax.grad(lambda part: jnp.sum(call({**given, **part})))({k: given[k] for k in wrt})
    return np.asarray(call(given)), {k: np.asarray(g) for k, g in grads.items()}


def in_tensorflow(call, tensors, wrt, dtype):
    tf.keras.backend.set_floatx(dtype)
    given = {k: tf.Variable(cast(v, dtype)) if k in wrt else tf.constant(cast(v, dtype)) for k, v in tensors.items()}
    with tf.GradientTape() as tape:
        value = call(given)
        total = tf.reduce_sum(value)
    grads = tape.gradient(total, {k: given[k] for k in wrt}, unconnected_gradients=tf.UnconnectedGradients.ZERO)
    return np.asarray(value), {k: tf.convert_to_tensor(g).numpy() for k, g in grads.items()}


def in_numpy(call, tensors, wrt, dtype):
    return np.asarray(call({k: cast(v, dtype) for k, v in tensors.items()})), {}


RUN = {"torch": in_torch, "jax": in_jax, "tensorflow": in_tensorflow, "numpy": in_numpy}


def plain(value):
    def number(v):
        if np.isnan(v):
            return "nan"
        if np.isinf(v):
            return "inf" if v > 0 else "-inf"
        return float(v)

    array = np.asarray(value)
    return number(array) if array.ndim == 0 else [plain(row) for row in array]


def kind(array):
    return {"f": "float", "i": "int", "b": "bool"}[np.asarray(array).dtype.kind]


def main(out="losses.json"):
    seen = []
    for where, tensors, wrt, parameters, dtypes in CASES:
        path, name = where.split("::")
        for dtype in dtypes:
            def call(given):
                function, rest = callee(path, name, parameters)
                return function(**given, **rest)

            framework = path.split("/")[0]
            try:
                value, gradients = RUN[framework](call, tensors, wrt, dtype)
            except Exception as error:
                raise RuntimeError(f"{where}: {error}") from error
            seen.append(
                {
                    "path": path,
                    "name": name,
                    "dtype": dtype,
                    "inputs": {k: plain(v) for k, v in tensors.items()},
                    "kinds": {k: kind(v) for k, v in tensors.items() if kind(v) != "float"},
                    "parameters": parameters,
                    "value": plain(value),
                    "gradients": {k: plain(g) for k, g in gradients.items()},
                }
            )
    lines = ",\n".join(json.dumps(entry) for entry in seen)
    (HERE / out).write_text(f"[\n{lines}\n]\n")
    print(len(seen), "cases of", len({(e["path"], e["name"]) for e in seen}), "losses")


if __name__ == "__main__":
    main()
