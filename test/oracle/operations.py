"""Runs every function of test/fixtures/operations in its library and writes what it computed to operations.json.

Inputs follow from the names of the parameters (see INPUTS) and from the name of the function, so that a function added later
leaves the others as they are: `python operations.py` runs what is not known yet, `python operations.py --all` everything.
Gradients are those of the sum of the result; NumPy has none. Needs torch, jax, optax, tensorflow, keras and scipy.
"""

import importlib.util
import inspect
import json
import sys
import zlib

import numpy as np

import losses

FIXTURES = losses.HERE.parent / "fixtures" / "operations"
OUT = losses.HERE / "operations.json"


def rounded(values):
    return np.round(values, 3)


INPUTS = {
    "x": lambda r: rounded(r.normal(size=(4, 3)) * 1.5),
    "y": lambda r: rounded(r.normal(size=(4, 3)) * 1.5),
    "p": lambda r: rounded(r.uniform(0.03, 0.97, size=(4, 3))),
    "q": lambda r: rounded(r.uniform(0.03, 0.97, size=(4, 3))),
    "b": lambda r: (r.uniform(size=(4, 3)) < 0.5).astype(float),
    "s": lambda r: (r.uniform(size=(4, 3)) < 0.5) * 2.0 - 1,
    "t": lambda r: r.integers(0, 3, size=4),
    "k": lambda r: r.integers(0, 3, size=(4, 3)),
    "v": lambda r: rounded(r.normal(size=5) * 1.5),
    "u": lambda r: rounded(r.normal(size=5) * 1.5),
    "m": lambda r: rounded(r.normal(size=(3, 3))),
    "seq": lambda r: rounded(r.normal(size=(2, 5, 3))),
    "img": lambda r: rounded(r.normal(size=(2, 3, 6, 6))),
    "img2": lambda r: rounded(r.normal(size=(2, 3, 6, 6))),
    "ch": lambda r: rounded(r.normal(size=(2, 4, 6, 6))),
    "last": lambda r: rounded(r.uniform(0.03, 0.97, size=(2, 6, 6, 3))),
    "last2": lambda r: rounded(r.uniform(0.03, 0.97, size=(2, 6, 6, 3))),
    "wide": lambda r: rounded(r.uniform(0.03, 0.97, size=(1, 13, 13, 2))),
    "wide2": lambda r: rounded(r.uniform(0.03, 0.97, size=(1, 13, 13, 2))),
    "wave": lambda r: rounded(r.normal(size=(2, 16))),
    "wave2": lambda r: rounded(r.normal(size=(2, 16))),
    "frames": lambda r: rounded(r.normal(size=(6, 2, 4))),
    "batch": lambda r: rounded(r.normal(size=(2, 6, 4))),
    "words": lambda r: r.integers(1, 4, size=(2, 2)),
    "logp": lambda r: np.log(r.dirichlet(np.ones(4), size=(6, 2))),
}


def load(path):
    spec = importlib.util.spec_from_file_location(path.stem, path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def functions(path):
    module = load(path)
    for name, function in vars(module).items():
        if inspect.isfunction(function) and function.__module__ == module.__name__ and not name.startswith("_"):
            yield name, function


def framework_of(path):
    return path.stem.split("_")[0]


def run(path, name, function, dtype):
    r = np.random.default_rng(zlib.crc32(f"{path.stem}.{name}".encode()))
    parameters = [p.name for p in inspect.signature(function).parameters.values() if p.default is p.empty]
    tensors = {p: INPUTS[p](r) for p in parameters}
    wrt = [] if framework_of(path) == "numpy" else [p for p, v in tensors.items() if np.asarray(v).dtype.kind == "f" and p not in ("b", "s")]
    value, gradients = losses.RUN[framework_of(path)](lambda given: function(**given), tensors, wrt, dtype)
    return {
        "path": path.name,
        "name": name,
        "dtype": dtype,
        "inputs": {p: np.asarray(v).tolist() for p, v in tensors.items()},
        "value": losses.plain(value),
        "gradients": {p: losses.plain(g) for p, g in gradients.items()},
    }


def main(everything, dtypes=("float64", "float32")):
    seen = {} if everything or not OUT.exists() else {(c["path"], c["name"], c["dtype"]): c for c in json.loads(OUT.read_text())}
    result = []
    for path in sorted(FIXTURES.glob("*.py")):
        for name, function in functions(path):
            for dtype in dtypes:
                key = (path.name, name, dtype)
                try:
                    result.append(seen.get(key) or run(path, name, function, dtype))
                except Exception as error:
                    print("failed:", *key, type(error).__name__, str(error)[:200], file=sys.stderr)
        write([*result, *(c for (p, _, _), c in seen.items() if p > path.name)])
    write(result)
    print(len(result), "cases")


def write(cases):
    OUT.write_text("[\n" + ",\n".join(json.dumps(c) for c in cases) + "\n]\n")


if __name__ == "__main__":
    main("--all" in sys.argv)
