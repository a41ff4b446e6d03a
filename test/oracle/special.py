"""Special functions in extended precision, by mpmath. Writes special.json beside this file."""

import json
import pathlib

import mpmath as mp

mp.mp.dps = 400
REAL = [-30, -12, -7.5, -6.1, -5.9, -4.5, -3.2, -3, -2.6, -2.4, -2, -1.3, -1, -0.6, -0.3, -1e-3, -1e-9, 1e-300, 1e-9, 1e-3, 0.2, 0.3, 0.5, 0.7, 0.9, 1, 1.4, 1.9, 2, 2.1, 2.4, 2.6, 3, 3.3, 4.4, 5.5, 5.9, 6.1, 8, 12, 20, 26]
UNIT = [-0.9999999, -0.999, -0.9, -0.7, -0.5, -0.3, -1e-3, -1e-9, 1e-9, 0.01, 0.2, 0.49, 0.5, 0.51, 0.8, 0.95, 0.999, 0.999999, 0.9999999999]
POSITIVE = [1.0000001, 0.9999, 1.999999, 2.0003, 1.4616, 1.4617, 1e-9, 1e-3, 0.1, 0.3, 0.49, 0.5, 0.7, 0.95, 1.05, 1.2, 1.45, 1.47, 1.7, 1.95, 2.1, 2.7, 3, 4.5, 7, 11.5, 12, 13, 40, 300, 1e5]
NEGATIVE = [-0.3, -0.7, -1.2, -2.5, -7.3, -30.1]
ndtr = lambda x: mp.erfc(-x / mp.sqrt(2)) / 2
FUNCTIONS = {
    "erf": (mp.erf, REAL), "erfc": (mp.erfc, REAL), "erfinv": (mp.erfinv, UNIT), "lgamma": (lambda x: mp.log(abs(mp.gamma(x))), POSITIVE + NEGATIVE),
    "digamma": (mp.digamma, POSITIVE + NEGATIVE), "tetragamma": (lambda x: mp.psi(2, x), POSITIVE + NEGATIVE), "trigamma": (lambda x: mp.psi(1, x), POSITIVE + NEGATIVE), "ndtr": (ndtr, REAL), "logNdtr": (lambda x: mp.log(ndtr(x)), REAL),
    "inverseMills": (lambda x: mp.exp(-x * x / 2) / mp.sqrt(2 * mp.pi) / ndtr(x), REAL),
}
rows = {name: [[x, float(f(mp.mpf(x)))] for x in points] for name, (f, points) in FUNCTIONS.items()}
pathlib.Path(__file__).with_name("special.json").write_text("{\n" + ",\n".join(f"{json.dumps(name)}:{json.dumps(points)}" for name, points in rows.items()) + "\n}\n")
