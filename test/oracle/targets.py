"""What the targets and losses of rlax come to at some points, by their definitions step by step in JAX. Writes targets.json."""

import json
import pathlib
import re

import jax
import jax.numpy as jnp
import numpy as np

jax.config.update("jax_enable_x64", True)
rng = np.random.default_rng(23)


def normal(*shape):
    return np.round(rng.normal(size=shape), 3).tolist()


def unit(*shape):
    return np.round(rng.uniform(0.1, 0.9, size=shape), 3).tolist()


def lambda_returns(r, d, v, share):
    last, found = v[-1], []
    for i in reversed(range(len(r))):
        last = r[i] + d[i] * ((1 - share) * v[i] + share * last)
        found.insert(0, last)
    return jnp.stack(found)


def advantages(r, d, share, values):
    last, found = 0.0, []
    for i in reversed(range(len(r))):
        last = r[i] + d[i] * values[i + 1] - values[i] + d[i] * share * last
        found.insert(0, last)
    return jnp.stack(found)


def projected(places, probs, atoms):
    """Each probability shared between the two atoms around its place, by nearness."""
    result = jnp.zeros(len(atoms))
    for place, prob in zip(jnp.clip(places, atoms[0], atoms[-1]), probs):
        share = (place - atoms[0]) / (atoms[1] - atoms[0])
        result = result + prob * jnp.maximum(1 - jnp.abs(share - jnp.arange(len(atoms))), 0.0)
    return result


def quantile(source, tau, target, delta):
    total = 0.0
    for i in range(len(source)):
        for u in target - source[i]:
            size = 0.5 * u**2 if abs(u) <= delta else delta * (abs(u) - 0.5 * delta)
            total = total + abs(tau[i] - (u < 0)) * size / len(target)
    return total


def vtrace(v, after, r, d, rho, share):
    last, found = 0.0, []
    for i in reversed(range(len(r))):
        last = min(1.0, rho[i]) * (r[i] + d[i] * after[i] - v[i]) + d[i] * min(1.0, rho[i]) * share * last
        found.insert(0, last)
    return jax.lax.stop_gradient(jnp.stack(found) + v) - v


SERIES = {"a": normal(4), "b": unit(4), "x": normal(4), "y": normal(5)}
ATOMS = {"a": normal(3), "b": normal(3)}
TABLE = {"a": normal(3, 4), "b": normal(3, 4), "x": unit(3)}

CASES = [
    ("rlax.one_hot(jnp.array([0, 2]), 3) * a", lambda v: jnp.eye(3)[jnp.array([0, 2])] * v.a, {"a": normal(2, 3)}),
    ("hk.one_hot(jnp.array([0, 2]), 3) * a", lambda v: jnp.eye(3)[jnp.array([0, 2])] * v.a, {"a": normal(2, 3)}),
    ("rlax.lambda_returns(a, b, x, 0.7)", lambda v: lambda_returns(v.a, v.b, v.x, 0.7), SERIES),
    ("rlax.td_lambda(a, x, b, x, 0.7)", lambda v: jax.lax.stop_gradient(lambda_returns(v.x, v.b, v.x, 0.7)) - v.a, SERIES),
    ("rlax.truncated_generalized_advantage_estimation(a, b, 0.9, y)", lambda v: advantages(v.a, v.b, 0.9, v.y), SERIES),
    ("rlax.n_step_bootstrapped_returns(a, b, x, 2)", lambda v: jnp.stack([v.a[i] + v.b[i] * (v.a[i + 1] + v.b[i + 1] * v.x[i + 1]) for i in range(3)] + [v.a[3] + v.b[3] * v.x[3]]), SERIES),
    ("rlax.vtrace(a, x, y[1:], b, jnp.array([0.4, 1.5, 0.9, 2.0]), 0.8)", lambda v: vtrace(v.a, v.x, v.y[1:], v.b, [0.4, 1.5, 0.9, 2.0], 0.8), SERIES),
    ("rlax.categorical_l2_project(jnp.array([-2.0, 0.3, 4.0]), jax.nn.softmax(a), jnp.array([-1.0, 0.0, 1.0])) * jnp.array([1.0, 2.0, 4.0])", lambda v: projected(jnp.array([-2.0, 0.3, 4.0]), jax.nn.softmax(v.a), jnp.array([-1.0, 0.0, 1.0])) * jnp.array([1.0, 2.0, 4.0]), ATOMS),
    ("rlax.categorical_td_learning(jnp.array([-1.0, 0.0, 1.0]), a, 0.2, 0.9, jnp.array([-1.0, 0.0, 1.0]), b)", lambda v: -jnp.sum(jax.lax.stop_gradient(projected(0.2 + 0.9 * jnp.array([-1.0, 0.0, 1.0]), jax.nn.softmax(v.b), jnp.array([-1.0, 0.0, 1.0]))) * jax.nn.log_softmax(v.a)), ATOMS),
    ("rlax.quantile_regression_loss(a, jnp.array([0.1, 0.5, 0.9]), b, 1.0)", lambda v: quantile(v.a, [0.1, 0.5, 0.9], v.b, 1.0), ATOMS),
    ("rlax.quantile_q_learning(a, x, 2, 0.3, 0.9, b, b, 1.0)", lambda v: quantile(v.a[:, 2], v.x, jax.lax.stop_gradient(0.3 + 0.9 * v.b[:, int(np.argmax(np.mean(v.b, 0)))]), 1.0), TABLE),
    ("rlax.rm_loss(a, b)", lambda v: -jnp.mean(jnp.sum(jax.nn.softmax(v.a) * jax.lax.stop_gradient(jnp.maximum(v.b - jnp.sum(jax.nn.softmax(v.a) * v.b, 1, keepdims=True), 0.0)), 1)), {"a": TABLE["a"], "b": TABLE["b"]}),
    ("rlax.clipped_surrogate_pg_loss(jnp.exp(a), b, 0.2)", lambda v: -jnp.mean(jnp.stack([min(jnp.exp(p) * q, jnp.clip(jnp.exp(p), 0.8, 1.2) * q) for p, q in zip(v.a, jax.lax.stop_gradient(v.b))])), {"a": normal(5), "b": normal(5)}),
    ("rlax.signed_hyperbolic(a) + rlax.SIGNED_HYPERBOLIC_PAIR.apply_inv(b)", lambda v: jnp.sign(v.a) * (jnp.sqrt(abs(v.a) + 1) - 1) + 1e-3 * v.a + jnp.sign(v.b) * (((jnp.sqrt(1 + 0.004 * (0.001 + 1 + abs(v.b))) - 1) / 0.002) ** 2 - 1), ATOMS),
    ("jax.lax.cond(a[0] > 0.0, lambda z: z * 2.0, lambda z: z * 3.0, operand=a)", lambda v: v.a * (2.0 if v.a[0] > 0 else 3.0), {"a": normal(3)}),
]


class Values:
    def __init__(self, inputs):
        self.__dict__.update(inputs)


def answer(code, ask, inputs):
    letters = sorted(set(re.findall(r"(?<![\w.])[abxy]\b", code)))
    given = {k: jnp.array(inputs[k]) for k in letters}
    grads = jax.grad(lambda part: jnp.sum(ask(Values({**inputs, **{k: jnp.array(one) for k, one in inputs.items()}, **part}))))(given)
    value = ask(Values({k: jnp.array(one) for k, one in inputs.items()}))
    return {
        "code": code,
        "inputs": {k: inputs[k] for k in letters},
        "value": np.asarray(value).tolist(),
        "gradients": {k: np.asarray(grad).tolist() for k, grad in grads.items()},
    }


if __name__ == "__main__":
    here = pathlib.Path(__file__).resolve().parent
    (here / "targets.json").write_text(json.dumps([answer(*case) for case in CASES], indent=1) + "\n")
