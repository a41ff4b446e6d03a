"""What torch's distributions answer at some points; distrax, TensorFlow Probability and NumPyro answer the same. Writes distributions.json."""

import json
import pathlib
import re

import numpy as np
import torch
import torch.distributions as d

rng = np.random.default_rng(11)
torch.set_default_dtype(torch.float64)


def normal(*shape):
    return np.round(rng.normal(size=shape), 3).tolist()


def unit(*shape):
    return np.round(rng.uniform(0.1, 0.9, size=shape), 3).tolist()


def scale(*shape):
    return np.round(rng.uniform(0.4, 2.0, size=shape), 3).tolist()


TWO = {"a": normal(3, 2), "b": scale(3, 2), "x": normal(3, 2), "y": scale(3, 2)}
ROWS = {"a": normal(4, 3), "b": normal(4, 3)}
BITS = {"a": normal(4), "b": normal(4), "x": [0.0, 1.0, 1.0, 0.0]}
COUNTS = {"a": scale(3), "x": [0.0, 2.0, 5.0]}

CASES = [
    ("D.Normal(a, b).log_prob(x)", lambda v: d.Normal(v.a, v.b).log_prob(v.x), TWO),
    ("D.Normal(a, b).prob(x)", lambda v: d.Normal(v.a, v.b).log_prob(v.x).exp(), TWO),
    ("D.Normal(a, b).entropy()", lambda v: d.Normal(v.a, v.b).entropy(), {"a": TWO["a"], "b": TWO["b"]}),
    ("D.Normal(a, b).cdf(x)", lambda v: d.Normal(v.a, v.b).cdf(v.x), TWO),
    ("D.Normal(a, b).kl_divergence(D.Normal(x, y))", lambda v: d.kl_divergence(d.Normal(v.a, v.b), d.Normal(v.x, v.y)), TWO),
    ("tfd.kl_divergence(tfd.Normal(a, b), tfd.Normal(0.0, 1.0))", lambda v: d.kl_divergence(d.Normal(v.a, v.b), d.Normal(0.0, 1.0)), {"a": TWO["a"], "b": TWO["b"]}),
    ("D.MultivariateNormalDiag(a, b).log_prob(x)", lambda v: d.Independent(d.Normal(v.a, v.b), 1).log_prob(v.x), TWO),
    ("D.MultivariateNormalDiag(loc=a).entropy() * a[:, 0]", lambda v: d.Independent(d.Normal(v.a, torch.ones_like(v.a)), 1).entropy() * v.a[:, 0], {"a": TWO["a"]}),
    ("D.Independent(D.Normal(a, b), reinterpreted_batch_ndims=1).log_prob(x)", lambda v: d.Independent(d.Normal(v.a, v.b), 1).log_prob(v.x), TWO),
    ("D.Categorical(logits=a).entropy()", lambda v: d.Categorical(logits=v.a).entropy(), {"a": ROWS["a"]}),
    ("D.Categorical(probs=a).log_prob(jnp.array([0, 2, 1, 1]))", lambda v: d.Categorical(probs=v.a / v.a.sum(-1, keepdim=True)).log_prob(torch.tensor([0, 2, 1, 1])), {"a": unit(4, 3)}),
    ("D.Categorical(a).log_prob(jnp.array([0, 2, 1, 1]))", lambda v: d.Categorical(logits=v.a).log_prob(torch.tensor([0, 2, 1, 1])), {"a": ROWS["a"]}),
    ("D.Categorical(a).kl_divergence(D.Categorical(b))", lambda v: d.kl_divergence(d.Categorical(logits=v.a), d.Categorical(logits=v.b)), ROWS),
    ("D.Categorical(a).cross_entropy(D.Categorical(b))", lambda v: d.kl_divergence(d.Categorical(logits=v.a), d.Categorical(logits=v.b)) + d.Categorical(logits=v.a).entropy(), ROWS),
    ("D.Bernoulli(logits=a).log_prob(x) * b", lambda v: d.Bernoulli(logits=v.a).log_prob(v.x) * v.b, BITS),
    ("D.Bernoulli(logits=a).kl_divergence(D.Bernoulli(logits=b))", lambda v: d.kl_divergence(d.Bernoulli(logits=v.a), d.Bernoulli(logits=v.b)), {"a": BITS["a"], "b": BITS["b"]}),
    ("D.Bernoulli(probs=a).entropy()", lambda v: d.Bernoulli(probs=v.a).entropy(), {"a": unit(4)}),
    ("D.Laplace(a, b).log_prob(x)", lambda v: d.Laplace(v.a, v.b).log_prob(v.x), {k: TWO[k] for k in "abx"}),
    ("D.Exponential(a).log_prob(x)", lambda v: d.Exponential(v.a).log_prob(v.x), {"a": scale(3), "x": scale(3)}),
    ("tfp.stats.covariance(a)", lambda v: torch.cov(v.a.T, correction=0), {"a": ROWS["a"]}),
    ("tfp.math.reduce_logmeanexp(a, axis=1)", lambda v: torch.logsumexp(v.a, 1) - np.log(3), {"a": ROWS["a"]}),
    ("D.Poisson(a).log_prob(x)", lambda v: d.Poisson(v.a).log_prob(v.x), COUNTS),
]


class Values:
    def __init__(self, inputs):
        self.__dict__.update({k: torch.tensor(v, requires_grad=k != "x") for k, v in inputs.items()})


def answer(code, ask, inputs):
    letters = sorted(set(re.findall(r"\b[abxy]\b", code)))
    values = Values({k: inputs[k] for k in letters})
    result = ask(values)
    result.sum().backward()
    grads = {k: getattr(values, k).grad for k in letters if k != "x"}
    return {
        "code": code,
        "inputs": {k: inputs[k] for k in letters},
        "value": result.detach().tolist(),
        "gradients": {k: np.zeros(np.shape(inputs[k])).tolist() if grad is None else grad.tolist() for k, grad in grads.items()},
    }


if __name__ == "__main__":
    here = pathlib.Path(__file__).resolve().parent
    (here / "distributions.json").write_text(json.dumps([answer(*case) for case in CASES], indent=1) + "\n")
