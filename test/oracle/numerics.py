"""Values of elementary and special functions to 32 digits, and roundings to the half formats.

Needs mpmath, numpy and torch. Writes numerics.json next to this file.
"""
import json
import pathlib
import random

import mpmath
import numpy
import torch

mpmath.mp.dps = 60
draw = random.Random(7)


def wide():
    return draw.choice([-1, 1]) * 10 ** draw.uniform(-6, 2.3)


def positive():
    return 10 ** draw.uniform(-8, 4)


def unit():
    return draw.uniform(-1, 1)


UNARY = {
    "exp": (mpmath.exp, wide), "expm1": (mpmath.expm1, wide), "exp2": (lambda x: mpmath.mpf(2) ** x, wide),
    "log": (mpmath.log, positive), "log2": (lambda x: mpmath.log(x, 2), positive), "log10": (mpmath.log10, positive),
    "log1p": (mpmath.log1p, positive), "sqrt": (mpmath.sqrt, positive), "rsqrt": (lambda x: 1 / mpmath.sqrt(x), positive),
    "cbrt": (lambda x: mpmath.sign(x) * mpmath.cbrt(abs(x)), wide), "tan": (mpmath.tan, unit), "asin": (mpmath.asin, unit),
    "acos": (mpmath.acos, unit), "atan": (mpmath.atan, wide), "sinh": (mpmath.sinh, wide), "cosh": (mpmath.cosh, wide),
    "tanh": (mpmath.tanh, wide), "asinh": (mpmath.asinh, wide), "acosh": (lambda x: mpmath.acosh(1 + x), None),
    "atanh": (mpmath.atanh, unit), "sin": (mpmath.sin, wide), "cos": (mpmath.cos, wide),
    "sigmoid": (lambda x: 1 / (1 + mpmath.exp(-x)), wide), "softplus": (lambda x: mpmath.log1p(mpmath.exp(x)), wide),
    "logSigmoid": (lambda x: -mpmath.log1p(mpmath.exp(-x)), wide),
    "erf": (mpmath.erf, unit), "erfc": (mpmath.erfc, unit), "lgamma": (mpmath.loggamma, positive), "digamma": (mpmath.digamma, positive),
    "trigamma": (lambda x: mpmath.polygamma(1, x), positive), "erfinv": (mpmath.erfinv, unit),
    "ndtr": (mpmath.ncdf, lambda: draw.uniform(-8, 8)), "logNdtr": (lambda x: mpmath.log(mpmath.ncdf(x)), lambda: draw.uniform(-20, 8)),
}


def parts(value):
    high = float(value)
    return [high, float(value - mpmath.mpf(high))]


def samples(function, source):
    rows = []
    for _ in range(40):
        x = source()
        rows.append([x, *parts(function(mpmath.mpf(x)))])
    return rows


unary = {}
for name, (function, source) in UNARY.items():
    if source is None:
        rows = []
        for _ in range(40):
            x = 1 + positive()
            rows.append([x, *parts(mpmath.acosh(mpmath.mpf(x)))])
        unary[name] = rows
    else:
        unary[name] = samples(function, source)

powers = []
for _ in range(80):
    x, y = 10 ** draw.uniform(-3, 3), draw.choice([draw.uniform(-8, 8), draw.randint(-9, 9), 0.5, -0.5, 1.5])
    powers.append([x, y, *parts(mpmath.mpf(x) ** mpmath.mpf(y))])

halves = []
for _ in range(300):
    x = draw.choice([-1, 1]) * 2 ** draw.uniform(-30, 18) if draw.random() < 0.8 else draw.randint(0, 4096) * 2.0 ** -draw.randint(8, 26)
    with numpy.errstate(over="ignore"):
        halves.append([x, float(numpy.float16(x)), float(torch.tensor(x, dtype=torch.float64).to(torch.bfloat16))])


def jsonable(value):
    if isinstance(value, float) and value in (float("inf"), float("-inf")):
        return "inf" if value > 0 else "-inf"
    if isinstance(value, dict):
        return {key: jsonable(item) for key, item in value.items()}
    return [jsonable(item) for item in value] if isinstance(value, list) else value


target = pathlib.Path(__file__).with_name("numerics.json")
target.write_text(json.dumps(jsonable({"unary": unary, "power": powers, "halves": halves})) + "\n")
