"""Runs the PyTorch fixtures of test/fixtures/losses in half precision and writes their values to half-losses.json: one case a loss and format."""

import json

import numpy as np
import torch

import losses
from cases import CASES


def main(out="half-losses.json"):
    seen = {}
    for where, tensors, _, parameters, _ in CASES:
        if not where.startswith("torch/"):
            continue
        path, name = where.split("::")
        for dtype in ("float16", "bfloat16"):
            if (where, dtype) in seen:
                continue
            torch.set_default_dtype(torch.float32)
            half = getattr(torch, dtype)
            given = {k: torch.tensor(np.asarray(v)) for k, v in tensors.items()}
            given = {k: v.to(half) if v.is_floating_point() else v for k, v in given.items()}
            try:
                function, rest = losses.callee(path, name, parameters)
                with torch.no_grad():
                    value = function(**given, **rest)
            except Exception:
                continue
            if value.dtype == half:
                inputs = {k: losses.plain(v.double()) if v.is_floating_point() else v.tolist() for k, v in given.items()}
                seen[where, dtype] = {"path": path, "name": name, "dtype": dtype, "inputs": inputs, "parameters": parameters, "value": losses.plain(value.double())}
    (losses.HERE / out).write_text("[\n" + ",\n".join(json.dumps(c) for c in seen.values()) + "\n]\n")
    print(len(seen), "cases")


if __name__ == "__main__":
    main()
