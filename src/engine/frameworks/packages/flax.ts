/** Helpers of flax's examples. */
export const FLAX_COMMON = `
import jax.numpy as jnp


def onehot(labels, num_classes, on_value=1.0, off_value=0.0):
    places = jnp.expand_dims(labels, -1) == jnp.arange(num_classes)
    return jnp.where(places, on_value, off_value)
`;

/** Dictionaries of flax that do not change. */
export const FLAX_CORE = `
def freeze(xs):
    return xs


def unfreeze(x):
    return x


def pop(x, key):
    return {k: x[k] for k in x if k != key}, x[key]
`;

/** What training holds: the network's function, its weights, and what the caller adds. */
export const FLAX_TRAIN_STATE = `
class TrainState:
    def __init__(self, step=0, apply_fn=None, params=None, tx=None, opt_state=None, **kwargs):
        self.step = step
        self.apply_fn = apply_fn
        self.params = params
        self.tx = tx
        self.opt_state = opt_state
        for name in kwargs:
            setattr(self, name, kwargs[name])

    @classmethod
    def create(cls, *, apply_fn=None, params=None, tx=None, **kwargs):
        return cls(step=0, apply_fn=apply_fn, params=params, tx=tx, **kwargs)
`;

/** Copies on several devices: here there is one. */
export const FLAX_REPLICAS = `
def replicate(tree, devices=None):
    return tree


def unreplicate(tree):
    return tree
`;

/** What layers of JAX's examples are made of. */
export const STAX = `
import jax


def logsoftmax(x, axis=-1):
    return jax.nn.log_softmax(x, axis=axis)


def softmax(x, axis=-1):
    return jax.nn.softmax(x, axis=axis)


def relu(x):
    return jax.nn.relu(x)
`;

/** Helpers of optax beside its losses. */
export const OPTAX_TOLD = `
import jax
import jax.numpy as jnp


def global_norm(updates):
    return jnp.sqrt(sum([jnp.sum(x * x) for x in jax.tree.leaves(updates)]))


def safe_norm(x, min_norm, ord=None, axis=None, keepdims=False):
    small = jnp.linalg.norm(x, ord=ord, axis=axis, keepdims=True) <= min_norm
    size = jnp.linalg.norm(jnp.where(small, 1.0, x), ord=ord, axis=axis, keepdims=True)
    result = jnp.where(small, min_norm, size)
    return result if keepdims else jnp.squeeze(result, axis=axis)


def safe_root_mean_squares(x, min_rms):
    small = jnp.sqrt(jnp.mean(x * x)) <= min_rms
    known = jnp.where(small, 1.0, x)
    return jnp.where(small, min_rms, jnp.sqrt(jnp.mean(known * known)))
`;
