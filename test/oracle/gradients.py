"""Values and gradients of single operations, as PyTorch, JAX and TensorFlow compute them on the CPU.

Writes gradients.json beside this file. Needs torch, jax, tensorflow; run it again when their versions change.
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
import torch.nn.functional as F
from jax.scipy import special as js

jax.config.update("jax_enable_x64", True)
inf, nan = math.inf, math.nan

POINTS = [0.0, -0.0, 0.3, -0.3, 1.0, -1.0, 1.5, -1.5, 3.0, -3.0, 6.0, 16.0, -16.0, 50.0, -50.0, 89.0, -89.0, -87.6, 1e-5, -1e-5, 1e5, -1e5, 1e-30, 1e-40, 1e20, -1e20, inf, -inf]
PAIRS = [(0.3, 0.7), (-1.2, 2.5), (2.0, -3.0), (0.0, 0.0), (1.0, 1.0), (-1.0, -1.0), (0.0, 1.0), (1.0, 0.0), (0.0, -1.0), (-1.0, 0.0), (0.0, 2.0), (2.0, 0.0), (0.0, 0.5), (-2.0, 0.5), (-2.0, 3.0),
         (1e-30, 1e-30), (1.0, 1e-25), (1e20, 1e20), (1e20, -1e20), (inf, 1.0), (1.0, inf), (-inf, 2.0), (inf, inf), (-inf, -inf), (100.0, 0.0), (-100.0, 0.0)]
FINITE = PAIRS[:15]
UNIT = [-1.0, -0.999, -0.5, 0.0, 0.3, 0.5, 0.999, 1.0, 1.5]

T, J, K = "torch", "jax", "tensorflow"
UNARY = {}
BINARY = {}


def unary(name, points=POINTS, attributes=None, **functions):
    UNARY[name if not attributes else (name, json.dumps(attributes))] = (points, attributes or {}, functions)


def binary(name, points=PAIRS, attributes=None, **functions):
    BINARY[name if not attributes else (name, json.dumps(attributes))] = (points, attributes or {}, functions)


def same(name):
    return {T: getattr(torch, name, None), J: getattr(jnp, name, None), K: getattr(tf.math, name, None)}


for name in ["exp", "expm1", "log1p", "sqrt", "rsqrt", "reciprocal", "square", "abs", "sign", "sin", "cos", "tan", "sinh", "cosh", "tanh", "asinh", "atan", "floor", "ceil", "round", "negative", "erf"]:
    spelled = same(name)
    if name == "rsqrt":
        spelled[J] = jax.lax.rsqrt
    if name == "erf":
        spelled[J] = js.erf
    if name == "reciprocal":
        spelled[K] = tf.math.reciprocal
    unary(name, {"tan": POINTS[:14], "erf": POINTS[:-2], "asinh": POINTS[:-4]}.get(name, POINTS), **{k: v for k, v in spelled.items() if v})
unary("log", **{T: torch.log, J: jnp.log, K: tf.math.log})
unary("log2", **{T: torch.log2, J: jnp.log2})
unary("log10", **{T: torch.log10, J: jnp.log10})
unary("exp2", **{T: torch.exp2, J: jnp.exp2})
unary("cbrt", [x for x in POINTS if x != 1e-40], **{J: jnp.cbrt})
unary("trunc", **{T: torch.trunc, J: jnp.trunc})
for name in ["asin", "acos", "atanh"]:
    unary(name, UNIT, **{T: getattr(torch, name), J: getattr(jnp, "arc" + name[1:]), K: getattr(tf.math, name)})
unary("acosh", [1.0, 1.5, 3.0, 100.0, 0.5], **{T: torch.acosh, J: jnp.arccosh, K: tf.math.acosh})
unary("erfc", POINTS[:14], **{T: torch.erfc, J: js.erfc, K: tf.math.erfc})
unary("erfinv", UNIT[:-1], **{T: torch.erfinv, J: js.erfinv, K: tf.math.erfinv})
GAMMA = [0.3, 1.0, 1.5, 2.0, 3.0, 10.0, 100.0, -0.5, -1.5]
unary("lgamma", GAMMA, **{T: torch.lgamma, J: js.gammaln, K: tf.math.lgamma})
unary("digamma", GAMMA, **{T: torch.digamma, J: js.digamma, K: tf.math.digamma})
unary("ndtr", POINTS[:14], **{T: torch.special.ndtr, J: js.ndtr})
unary("log_ndtr", [0.0, 0.3, -0.3, 1.0, -1.0, 3.0, -3.0, -4.0, 4.0, 6.0, -16.0], **{T: torch.special.log_ndtr, J: js.log_ndtr})
unary("sigmoid", **{T: torch.sigmoid, J: jax.nn.sigmoid, K: tf.math.sigmoid})
unary("log_sigmoid", **{T: F.logsigmoid, J: jax.nn.log_sigmoid, K: tf.math.log_sigmoid})
unary("softplus", **{J: jax.nn.softplus, K: tf.math.softplus})
unary("softplus", attributes={"beta": 1, "threshold": 20}, **{T: F.softplus})
unary("softplus", attributes={"beta": 3, "threshold": 20}, **{T: lambda x: F.softplus(x, beta=3)})
unary("relu", **{T: F.relu, J: jax.nn.relu, K: tf.nn.relu})
unary("leaky_relu", attributes={"slope": 0.01}, **{T: F.leaky_relu, J: jax.nn.leaky_relu, K: lambda x: tf.nn.leaky_relu(x, 0.01)})
unary("elu", attributes={"alpha": 1}, **{T: F.elu, J: jax.nn.elu, K: tf.nn.elu})
unary("elu", attributes={"alpha": 2}, **{T: lambda x: F.elu(x, 2.0), J: lambda x: jax.nn.elu(x, 2.0)})
unary("selu", **{T: F.selu, J: jax.nn.selu, K: tf.nn.selu})
unary("gelu", POINTS[:-2], attributes={"approximate": False}, **{T: F.gelu, J: lambda x: jax.nn.gelu(x, approximate=False), K: lambda x: tf.nn.gelu(x, approximate=False)})
unary("gelu", POINTS[:17], attributes={"approximate": True}, **{T: lambda x: F.gelu(x, approximate="tanh"), J: jax.nn.gelu, K: lambda x: tf.nn.gelu(x, approximate=True)})
unary("silu", **{T: F.silu, J: jax.nn.silu, K: tf.nn.silu})
unary("mish", POINTS[:-2], **{T: F.mish, J: jax.nn.mish})
unary("relu6", **{T: F.relu6, J: jax.nn.relu6, K: tf.nn.relu6})
unary("hardtanh", attributes={"low": -1, "high": 1}, **{T: F.hardtanh, J: jax.nn.hard_tanh})
unary("hardsigmoid", POINTS[:-2], **{T: F.hardsigmoid, J: jax.nn.hard_sigmoid})
unary("hardswish", POINTS[:-2], **{T: F.hardswish, J: jax.nn.hard_swish})
unary("softsign", POINTS[:15], **{T: F.softsign, J: jax.nn.soft_sign, K: tf.nn.softsign})
unary("entr", [0.0, 0.3, 1.0, 3.0, -1.0], **{T: torch.special.entr, J: js.entr})
unary("logit", UNIT, **{T: torch.logit, J: js.logit})
unary("logit", UNIT, attributes={"eps": 0.001}, **{T: lambda x: torch.logit(x, eps=0.001)})
unary("nan_to_num", [0.0, 1.0, nan, inf, -inf], attributes={"nan": 0, "posinf": 7, "neginf": -7}, **{T: lambda x: torch.nan_to_num(x, 0.0, 7.0, -7.0), J: lambda x: jnp.nan_to_num(x, nan=0.0, posinf=7.0, neginf=-7.0)})
unary("identity", **{T: lambda x: x * 1, J: lambda x: x * 1, K: lambda x: x * 1})

for name, t, j, k in [
    ("add", torch.add, jnp.add, tf.math.add),
    ("subtract", torch.sub, jnp.subtract, tf.math.subtract),
    ("multiply", torch.mul, jnp.multiply, tf.math.multiply),
    ("divide", torch.div, jnp.divide, tf.math.divide),
    ("power", torch.pow, jnp.power, tf.math.pow),
    ("maximum", torch.maximum, jnp.maximum, tf.math.maximum),
    ("minimum", torch.minimum, jnp.minimum, tf.math.minimum),
    ("logaddexp", torch.logaddexp, jnp.logaddexp, None),
    ("hypot", torch.hypot, jnp.hypot, None),
    ("xlogy", torch.xlogy, js.xlogy, tf.math.xlogy),
    ("atan2", torch.atan2, jnp.arctan2, tf.math.atan2),
    ("divide_no_nan", None, None, tf.math.divide_no_nan),
    ("floor_divide", torch.floor_divide, jnp.floor_divide, tf.math.floordiv),
]:
    binary(name, FINITE if name in ("hypot", "floor_divide") else PAIRS, **{framework: f for framework, f in [(T, t), (J, j), (K, k)] if f})
MOD = [(5.3, 2.0), (-5.3, 2.0), (5.3, -2.0), (0.3, 1.0), (-0.3, 1.0), (4.0, 2.0)]
binary("mod", MOD, **{T: torch.remainder, J: jnp.mod, K: tf.math.floormod})
binary("heaviside", [(0.0, 0.5), (1.0, 0.5), (-1.0, 0.5)], **{J: jnp.heaviside})

GROUPS = [[0.3, -1.2, 2.5], [2.0, 2.0, 1.0], [1.0, 1.0, 2.0], [0.0, 0.0], [0.0, 2.0, 3.0], [0.0, 0.0, 3.0], [1.0, 1.0], [5.0], [1000.0, 0.0], [-1000.0, 0.0], [-inf, -inf], [inf, 0.0], [-inf, 0.0], [1e20, 1e20], [1e-25, 1e-25], [-3.0, 0.0, 4.0], [104.0, 0.0], [-0.0, 0.0]]
REDUCTIONS = {
    ("sum", "{}"): {T: torch.sum, J: jnp.sum, K: tf.reduce_sum},
    ("mean", "{}"): {T: torch.mean, J: jnp.mean, K: tf.reduce_mean},
    ("max", "{}"): {T: torch.max, J: jnp.max, K: tf.reduce_max},
    ("max", '{"ties": "first"}'): {T: lambda x: torch.max(x, 0).values},
    ("min", "{}"): {T: torch.min, J: jnp.min, K: tf.reduce_min},
    ("prod", "{}"): {T: torch.prod, J: jnp.prod, K: tf.reduce_prod},
    ("logsumexp", "{}"): {T: lambda x: torch.logsumexp(x, 0), J: jax.nn.logsumexp, K: tf.reduce_logsumexp},
    ("norm", '{"ord": 2}'): {T: lambda x: torch.linalg.vector_norm(x), J: jnp.linalg.norm, K: tf.norm},
    ("norm", '{"ord": 1}'): {T: lambda x: torch.linalg.vector_norm(x, 1), J: lambda x: jnp.linalg.norm(x, 1), K: lambda x: tf.norm(x, 1)},
    ("norm", '{"ord": 3}'): {T: lambda x: torch.linalg.vector_norm(x, 3), J: lambda x: jnp.linalg.norm(x, 3), K: lambda x: tf.norm(x, 3)},
    ("norm", '{"ord": 1.5}'): {T: lambda x: torch.linalg.vector_norm(x, 1.5), J: lambda x: jnp.linalg.norm(x, 1.5), K: lambda x: tf.norm(x, 1.5)},
    ("norm", '{"ord": 0.5}'): {T: lambda x: torch.linalg.vector_norm(x, 0.5), J: lambda x: jnp.linalg.norm(x, 0.5)},
    ("norm", '{"ord": "inf"}'): {T: lambda x: torch.linalg.vector_norm(x, inf), J: lambda x: jnp.linalg.norm(x, inf), K: lambda x: tf.norm(x, np.inf)},
    ("var", '{"correction": 0}'): {T: lambda x: torch.var(x, correction=0), J: jnp.var, K: tf.math.reduce_variance},
    ("var", '{"correction": 1}'): {T: torch.var, J: lambda x: jnp.var(x, ddof=1)},
    ("std", '{"correction": 0}'): {T: lambda x: torch.std(x, correction=0), J: jnp.std, K: tf.math.reduce_std},
    ("std", '{"correction": 1}'): {T: torch.std, J: lambda x: jnp.std(x, ddof=1)},
}
ROWS = {
    ("softmax", "{}"): {T: lambda x: torch.softmax(x, -1), J: jax.nn.softmax, K: tf.nn.softmax},
    ("log_softmax", "{}"): {T: lambda x: torch.log_softmax(x, -1), J: jax.nn.log_softmax, K: tf.nn.log_softmax},
    ("cumsum", "{}"): {T: lambda x: torch.cumsum(x, -1), J: jnp.cumsum, K: tf.cumsum},
    ("cumprod", "{}"): {T: lambda x: torch.cumprod(x, -1), J: jnp.cumprod, K: tf.math.cumprod},
    ("logcumsumexp", "{}"): {T: lambda x: torch.logcumsumexp(x, -1), J: jax.lax.cumlogsumexp, K: lambda x: tf.math.cumulative_logsumexp(x)},
    ("sort", '{"descending": false}'): {T: lambda x: torch.sort(x, -1, stable=True).values, J: jnp.sort, K: tf.sort},
    ("sort", '{"descending": true}'): {T: lambda x: torch.sort(x, -1, descending=True, stable=True).values, J: lambda x: jnp.sort(x, descending=True), K: lambda x: tf.sort(x, direction="DESCENDING")},
    ("topk_values", '{"k": 1}'): {T: lambda x: torch.topk(x, 1).values, J: lambda x: jax.lax.top_k(x, 1)[0], K: lambda x: tf.math.top_k(x, 1).values},
    ("normalize", '{"ord": 2, "eps": 1e-12}'): {T: lambda x: F.normalize(x, dim=-1)},
}


def tensor(a, framework, dtype):
    if framework == T:
        return torch.tensor(a, dtype=getattr(torch, dtype), requires_grad=True)
    if framework == J:
        return jnp.asarray(a, dtype=dtype)
    return tf.constant(np.asarray(a, dtype="float64"), dtype=dtype)


def numbers(x):
    if x is None:
        return None
    if isinstance(x, torch.Tensor):
        x = x.detach().to(torch.float64).numpy()
    elif isinstance(x, tf.Tensor):
        x = tf.cast(x, tf.float64).numpy()
    return [encode(float(v)) for v in np.asarray(x, dtype="float64").ravel()]


def encode(v):
    if math.isnan(v):
        return "nan"
    if math.isinf(v):
        return "inf" if v > 0 else "-inf"
    return float(f"{v:.10g}")


def measure(framework, f, operands, dtype, upstream):
    """Value and gradients by operand; upstream is a number that fills the result's shape, or a list."""
    xs = [tensor(a, framework, dtype) for a in operands]
    try:
        if framework == T:
            y = f(*xs)
            up = torch.as_tensor(upstream, dtype=y.dtype).broadcast_to(y.shape)
            if not y.requires_grad:
                return {"value": numbers(y), "gradients": [None for _ in xs]}
            gradients = torch.autograd.grad(y, xs, up, allow_unused=True)
        elif framework == J:
            y, pull = jax.vjp(f, *xs)
            gradients = pull(jnp.broadcast_to(jnp.asarray(upstream, dtype=y.dtype), y.shape))
        else:
            with tf.GradientTape() as tape:
                tape.watch(xs)
                y = f(*xs)
            gradients = tape.gradient(y, xs, output_gradients=tf.broadcast_to(tf.constant(upstream, dtype=y.dtype), y.shape))
    except Exception as error:
        return {"error": type(error).__name__}
    return {"value": numbers(y), "gradients": [numbers(g) for g in gradients]}


def cases():
    for key, (points, attributes, functions) in UNARY.items():
        yield name_of(key), attributes, [points], functions, "elementwise"
    for key, (points, attributes, functions) in BINARY.items():
        yield name_of(key), attributes, [[x for x, _ in points], [y for _, y in points]], functions, "elementwise"
    for (name, attributes), functions in REDUCTIONS.items():
        for group in groups_of(name):
            yield name, json.loads(attributes), [group], functions, "group"
    for (name, attributes), functions in ROWS.items():
        for group in groups_of(name):
            yield name, json.loads(attributes), [group], functions, "row"


def groups_of(name):
    """Without the points at which the versions of one framework differ from build to build."""
    if name in ("var", "std", "softmax", "log_softmax", "logcumsumexp", "normalize"):
        return [g for g in GROUPS if inf not in g and -inf not in g and 1e20 not in g] + ([[-inf, 0.0]] if name.endswith("softmax") else [])
    if name == "cumprod":
        return [g for g in GROUPS if inf not in g and -inf not in g]
    return [g for g in GROUPS if name != "topk_values" or g[0] != 0]


def name_of(key):
    return key if isinstance(key, str) else key[0]


def main():
    results = []
    for name, attributes, operands, functions, shape in cases():
        for dtype in ["float64", "float32"]:
            upstreams = [1.0, 0.0, inf, -2.0] if shape == "elementwise" else [1.0, 0.0] if shape == "group" else [1.0, [float(2 * i + 1) for i in range(len(operands[0]))]]
            for upstream in upstreams:
                if isinstance(upstream, list) and attributes.get("k"):
                    upstream = upstream[: attributes["k"]]
                measured = {framework: measure(framework, f, operands, dtype, upstream) for framework, f in functions.items()}
                results.append({"op": name, "attributes": attributes, "format": dtype, "operands": [[encode(v) for v in a] for a in operands],
                                "upstream": encode(upstream) if isinstance(upstream, float) else upstream, **measured})
    versions = {T: torch.__version__, J: jax.__version__, K: tf.__version__}
    lines = ",\n".join(json.dumps(r, separators=(",", ":")) for r in results)
    target = pathlib.Path(__file__).with_name("gradients.json")
    target.write_text('{"versions":%s,\n"cases":[\n%s\n]}\n' % (json.dumps(versions), lines))
    print(len(results), "cases")


main()
