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

/** Losses of rlax that others put together. */
export const RLAX = `
import jax
import jax.numpy as jnp


def l2_loss(predictions, targets=None):
    if targets is None:
        targets = jnp.zeros_like(predictions)
    return 0.5 * (predictions - targets) ** 2


def huber_loss(x, delta=1.0):
    size = jnp.abs(x)
    near = jnp.minimum(size, delta)
    return 0.5 * near ** 2 + delta * (size - near)


def entropy_loss(logits_t, w_t):
    entropy = -jnp.sum(jax.nn.softmax(logits_t) * jax.nn.log_softmax(logits_t), axis=-1)
    return -jnp.mean(entropy * w_t)


def policy_gradient_loss(logits_t, a_t, adv_t, w_t, use_stop_gradient=True):
    log_pi = jnp.sum(jax.nn.log_softmax(logits_t) * jax.nn.one_hot(a_t, logits_t.shape[-1]), axis=-1)
    adv_t = jax.lax.stop_gradient(adv_t) if use_stop_gradient else adv_t
    return jnp.mean(-log_pi * adv_t * w_t)


def categorical_cross_entropy(labels, logits):
    return -jnp.sum(labels * jax.nn.log_softmax(logits, axis=-1), axis=-1)


def td_learning(v_tm1, r_t, discount_t, v_t, stop_target_gradients=True):
    target = r_t + discount_t * v_t
    return (jax.lax.stop_gradient(target) if stop_target_gradients else target) - v_tm1


def q_learning(q_tm1, a_tm1, r_t, discount_t, q_t, stop_target_gradients=True):
    target = r_t + discount_t * jnp.max(q_t)
    return (jax.lax.stop_gradient(target) if stop_target_gradients else target) - q_tm1[a_tm1]


def sarsa(q_tm1, a_tm1, r_t, discount_t, q_t, a_t, stop_target_gradients=True):
    target = r_t + discount_t * q_t[a_t]
    return (jax.lax.stop_gradient(target) if stop_target_gradients else target) - q_tm1[a_tm1]


def double_q_learning(q_tm1, a_tm1, r_t, discount_t, q_t_value, q_t_selector, stop_target_gradients=True):
    target = r_t + discount_t * q_t_value[jnp.argmax(q_t_selector)]
    return (jax.lax.stop_gradient(target) if stop_target_gradients else target) - q_tm1[a_tm1]
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
