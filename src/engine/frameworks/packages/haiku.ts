/** What turns functions with haiku's modules in them into functions of weights; the weights and keys decide nothing that is read. */
export const HAIKU = `
import jax
import jax.numpy as jnp


class _Transformed:
    def __init__(self, f, with_key, with_state):
        self.f = f
        self.with_key = with_key
        self.with_state = with_state

    def init(self, rng, *args, **kwargs):
        return ({}, {}) if self.with_state else {}

    def apply(self, params, *given, **kwargs):
        before = 1 if self.with_state else 0
        args = list(given)[before + (1 if self.with_key and "rng" not in kwargs else 0):]
        out = self.f(*args, **{name: kwargs[name] for name in kwargs if name != "rng"})
        return (out, given[0]) if self.with_state else out


def transform(f, apply_rng=True):
    return _Transformed(f, apply_rng, False)


def transform_with_state(f):
    return _Transformed(f, True, True)


def without_apply_rng(f):
    return _Transformed(f.f, False, f.with_state)


def one_hot(x, num_classes, dtype=jnp.float32):
    return jax.nn.one_hot(x, num_classes)
`;
