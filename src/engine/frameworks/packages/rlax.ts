/** Losses and targets of rlax that others put together. */
export const RLAX = `
import collections
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


def _held(value, stop):
    return jax.lax.stop_gradient(value) if stop else value


def _swept(step, last, rows):
    def body(acc, row):
        acc = step(acc, *row)
        return acc, acc

    return jax.lax.scan(body, last, rows, reverse=True)[1]


def one_hot(indices, num_classes, dtype=jnp.float32):
    return (jnp.expand_dims(indices, -1) == jnp.arange(num_classes)).astype(dtype)


def batched_index(values, indices, keepdims=False):
    chosen = jnp.take_along_axis(values, indices[..., None], axis=-1)
    return chosen if keepdims else jnp.squeeze(chosen, axis=-1)


@jax.custom_gradient
def clip_gradient(x, gradient_min, gradient_max):
    return x, lambda g: (jnp.clip(g, gradient_min, gradient_max), 0.0, 0.0)


def likelihood(predictions, targets):
    certain = ((targets == 1) & (predictions == 1)) | ((targets == 0) & (predictions == 0))
    return jnp.where(certain, 1, predictions ** targets * (1.0 - predictions) ** (1.0 - targets))


def log_loss(predictions, targets):
    return -jnp.log(likelihood(predictions, targets))


def expectile_loss(predictions, targets, expectile):
    gap = targets - predictions
    return jnp.abs(expectile - (gap < 0)) * gap ** 2


def lambda_returns(r_t, discount_t, v_t, lambda_=1.0, stop_target_gradients=False):
    shares = jnp.ones_like(discount_t) * lambda_
    step = lambda acc, r, d, v, share: r + d * ((1 - share) * v + share * acc)
    return _held(_swept(step, v_t[-1], (r_t, discount_t, v_t, shares)), stop_target_gradients)


def discounted_returns(r_t, discount_t, v_t, stop_target_gradients=False):
    return lambda_returns(r_t, discount_t, jnp.ones_like(discount_t) * v_t, 1.0, stop_target_gradients)


def n_step_bootstrapped_returns(r_t, discount_t, v_t, n, lambda_t=1.0, stop_target_gradients=False):
    length = r_t.shape[0]
    shares = jnp.concatenate([jnp.ones_like(discount_t) * lambda_t, jnp.ones(n - 1)])
    rewards = jnp.concatenate([r_t, jnp.zeros(n - 1)])
    discounts = jnp.concatenate([discount_t, jnp.ones(n - 1)])
    values = jnp.concatenate([v_t, v_t[-1] * jnp.ones(n - 1)])
    targets = jnp.concatenate([v_t[n - 1:], v_t[-1] * jnp.ones(min(n - 1, length))])
    for i in reversed(range(n)):
        share = shares[i:i + length]
        targets = rewards[i:i + length] + discounts[i:i + length] * ((1.0 - share) * values[i:i + length] + share * targets)
    return _held(targets, stop_target_gradients)


def truncated_generalized_advantage_estimation(r_t, discount_t, lambda_, values, stop_target_gradients=False):
    errors = r_t + discount_t * values[1:] - values[:-1]
    step = lambda acc, error, d: error + d * acc
    return _held(_swept(step, 0.0, (errors, discount_t * lambda_)), stop_target_gradients)


def importance_corrected_td_errors(r_t, discount_t, rho_tm1, lambda_, values, stop_target_gradients=False):
    ratios = jnp.concatenate([rho_tm1[1:], jnp.ones(1)])
    deltas = r_t + discount_t * values[1:] - values[:-1]
    step = lambda acc, delta, d: delta + d * acc
    errors = rho_tm1 * _swept(step, 0.0, (deltas, discount_t * ratios * lambda_))
    return jax.lax.stop_gradient(errors + values[:-1]) - values[:-1] if stop_target_gradients else errors


def general_off_policy_returns_from_q_and_v(q_t, v_t, r_t, discount_t, c_t, stop_target_gradients=False):
    last = r_t[-1] + discount_t[-1] * v_t[-1]
    step = lambda acc, r, d, c, v, q: r + d * (v - c * q + c * acc)
    returns = _swept(step, last, (r_t[:-1], discount_t[:-1], c_t, v_t[:-1], q_t))
    return _held(jnp.concatenate([returns, last[None]], axis=0), stop_target_gradients)


def general_off_policy_returns_from_action_values(q_t, a_t, r_t, discount_t, c_t, pi_t, stop_target_gradients=False):
    expected = jnp.sum(pi_t * q_t, axis=-1)
    chosen = batched_index(q_t, a_t)[:-1]
    return general_off_policy_returns_from_q_and_v(chosen, expected, r_t, discount_t, c_t[:-1], stop_target_gradients)


def vtrace(v_tm1, v_t, r_t, discount_t, rho_tm1, lambda_=1.0, clip_rho_threshold=1.0, stop_target_gradients=True):
    kept = jnp.minimum(1.0, rho_tm1) * lambda_
    deltas = jnp.minimum(clip_rho_threshold, rho_tm1) * (r_t + discount_t * v_t - v_tm1)
    step = lambda acc, delta, d: delta + d * acc
    errors = _swept(step, 0.0, (deltas, discount_t * kept))
    return jax.lax.stop_gradient(errors + v_tm1) - v_tm1 if stop_target_gradients else errors


VTraceOutput = collections.namedtuple("VTraceOutput", ["errors", "pg_advantage", "q_estimate"])


def vtrace_td_error_and_advantage(v_tm1, v_t, r_t, discount_t, rho_tm1, lambda_=1.0, clip_rho_threshold=1.0, clip_pg_rho_threshold=1.0, stop_target_gradients=True):
    errors = vtrace(v_tm1, v_t, r_t, discount_t, rho_tm1, lambda_, clip_rho_threshold, stop_target_gradients)
    targets = errors + v_tm1
    shares = jnp.ones_like(discount_t) * lambda_
    following = jnp.concatenate([shares[:-1] * targets[1:] + (1 - shares[:-1]) * v_tm1[1:], v_t[-1:]])
    estimate = r_t + discount_t * following
    advantage = jnp.minimum(clip_pg_rho_threshold, rho_tm1) * (estimate - v_tm1)
    return VTraceOutput(errors, advantage, estimate)


def dpg_loss(a_t, dqda_t, dqda_clipping=None, use_stop_gradient=True):
    if dqda_clipping is not None:
        squares = jnp.sum(dqda_t * dqda_t)
        some = squares > 0
        norm = jnp.where(some, jnp.sqrt(jnp.where(some, squares, 1.0)), squares)
        dqda_t = dqda_t * dqda_clipping / jnp.maximum(norm, dqda_clipping)
    return l2_loss(_held(dqda_t + a_t, use_stop_gradient) - a_t)


def _advantages(logits_t, q_t, use_stop_gradient=True):
    policy = jax.nn.softmax(logits_t, axis=1)
    values = _held(q_t, use_stop_gradient)
    return policy, values - jnp.sum(policy * values, axis=1, keepdims=True)


def qpg_loss(logits_t, q_t, use_stop_gradient=True):
    policy, advantage = _advantages(logits_t, q_t)
    return jnp.mean(jnp.sum(-policy * _held(advantage, use_stop_gradient), axis=1), axis=0)


def rm_loss(logits_t, q_t, use_stop_gradient=True):
    policy, advantage = _advantages(logits_t, q_t)
    return jnp.mean(jnp.sum(-policy * _held(jax.nn.relu(advantage), use_stop_gradient), axis=1), axis=0)


def rpg_loss(logits_t, q_t, use_stop_gradient=True):
    return jnp.mean(jnp.sum(jax.nn.relu(_advantages(logits_t, q_t, use_stop_gradient)[1]), axis=1), axis=0)


def clipped_surrogate_pg_loss(prob_ratios_t, adv_t, epsilon, use_stop_gradient=True):
    advantage = _held(adv_t, use_stop_gradient)
    clipped = jnp.clip(prob_ratios_t, 1.0 - epsilon, 1.0 + epsilon)
    a, b = prob_ratios_t * advantage, clipped * advantage
    return -jnp.mean(jnp.where((a < b) | jnp.isnan(b), a, b))


def td_lambda(v_tm1, r_t, discount_t, v_t, lambda_, stop_target_gradients=True):
    return lambda_returns(r_t, discount_t, v_t, lambda_, stop_target_gradients) - v_tm1


def sarsa_lambda(q_tm1, a_tm1, r_t, discount_t, q_t, a_t, lambda_, stop_target_gradients=True):
    return td_lambda(batched_index(q_tm1, a_tm1), r_t, discount_t, batched_index(q_t, a_t), lambda_, stop_target_gradients)


def q_lambda(q_tm1, a_tm1, r_t, discount_t, q_t, lambda_, stop_target_gradients=True):
    return td_lambda(batched_index(q_tm1, a_tm1), r_t, discount_t, jnp.max(q_t, axis=-1), lambda_, stop_target_gradients)


def expected_sarsa(q_tm1, a_tm1, r_t, discount_t, q_t, probs_a_t, stop_target_gradients=True):
    return _held(r_t + discount_t * jnp.dot(q_t, probs_a_t), stop_target_gradients) - q_tm1[a_tm1]


def persistent_q_learning(q_tm1, a_tm1, r_t, discount_t, q_t, action_gap_scale, stop_target_gradients=True):
    following = (1.0 - action_gap_scale) * jnp.max(q_t) + action_gap_scale * q_t[a_tm1]
    return _held(r_t + discount_t * following, stop_target_gradients) - q_tm1[a_tm1]


def qv_learning(q_tm1, a_tm1, r_t, discount_t, v_t, stop_target_gradients=True):
    return _held(r_t + discount_t * v_t, stop_target_gradients) - q_tm1[a_tm1]


def qv_max(v_tm1, r_t, discount_t, q_t, stop_target_gradients=True):
    return _held(r_t + discount_t * jnp.max(q_t), stop_target_gradients) - v_tm1


def categorical_l2_project(z_p, probs, z_q):
    after = jnp.expand_dims(jnp.roll(z_q, -1, axis=0) - z_q, 1)
    before = jnp.expand_dims(z_q - jnp.roll(z_q, 1, axis=0), 1)
    gap = jnp.expand_dims(jnp.clip(z_p, z_q[0], z_q[-1]), 0) - jnp.expand_dims(z_q, 1)
    up = jnp.where(after > 0, 1.0 / after, jnp.zeros_like(after))
    down = jnp.where(before > 0, 1.0 / before, jnp.zeros_like(before))
    sign = (gap >= 0.0).astype(probs.dtype)
    share = sign * gap * up - (1.0 - sign) * gap * down
    return jnp.sum(jnp.clip(1.0 - share, 0.0, 1.0) * jnp.expand_dims(probs, 0), axis=-1)


def categorical_td_learning(v_atoms_tm1, v_logits_tm1, r_t, discount_t, v_atoms_t, v_logits_t, stop_target_gradients=True):
    target = categorical_l2_project(r_t + discount_t * v_atoms_t, jax.nn.softmax(v_logits_t), v_atoms_tm1)
    return categorical_cross_entropy(_held(target, stop_target_gradients), v_logits_tm1)


def categorical_q_learning(q_atoms_tm1, q_logits_tm1, a_tm1, r_t, discount_t, q_atoms_t, q_logits_t, stop_target_gradients=True):
    probs = jax.nn.softmax(q_logits_t)
    best = jnp.argmax(jnp.sum(probs * jnp.expand_dims(q_atoms_t, 0), axis=1))
    target = categorical_l2_project(r_t + discount_t * q_atoms_t, probs[best], q_atoms_tm1)
    return categorical_cross_entropy(_held(target, stop_target_gradients), q_logits_tm1[a_tm1])


def categorical_double_q_learning(q_atoms_tm1, q_logits_tm1, a_tm1, r_t, discount_t, q_atoms_t, q_logits_t, q_t_selector, stop_target_gradients=True):
    probs = jax.nn.softmax(q_logits_t[jnp.argmax(q_t_selector)])
    target = categorical_l2_project(r_t + discount_t * q_atoms_t, probs, q_atoms_tm1)
    return categorical_cross_entropy(_held(target, stop_target_gradients), q_logits_tm1[a_tm1])


def quantile_regression_loss(dist_src, tau_src, dist_target, huber_param=0.0, stop_target_gradients=True):
    delta = jnp.expand_dims(dist_target, 0) - jnp.expand_dims(dist_src, 1)
    weight = jnp.abs(jnp.expand_dims(tau_src, 1) - (delta < 0.0).astype(jnp.float32))
    size = huber_loss(delta, huber_param) if huber_param > 0.0 else jnp.abs(delta)
    return jnp.sum(jnp.mean(size * weight, axis=-1))


def quantile_q_learning(dist_q_tm1, tau_q_tm1, a_tm1, r_t, discount_t, dist_q_t_selector, dist_q_t, huber_param=0.0, stop_target_gradients=True):
    best = jnp.argmax(jnp.mean(dist_q_t_selector, axis=0))
    target = _held(r_t + discount_t * dist_q_t[:, best], stop_target_gradients)
    return quantile_regression_loss(dist_q_tm1[:, a_tm1], tau_q_tm1, target, huber_param)
`;
