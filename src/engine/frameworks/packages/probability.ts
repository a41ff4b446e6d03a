/** What TensorFlow Probability asks of two distributions. */
export const DIVERGENCE = `
def kl_divergence(distribution_a, distribution_b, allow_nan_stats=True, name=None):
    return distribution_a.kl_divergence(distribution_b)
`;

/** Statistics of TensorFlow Probability. */
export const PROBABILITY_STATS = `
import jax.numpy as jnp


def covariance(x, y=None, sample_axis=0, event_axis=-1, keepdims=False, name=None):
    if y is not None or x.ndim != 2 or sample_axis != 0 or event_axis not in (-1, 1) or keepdims:
        raise NotImplementedError("a covariance of other axes")
    gap = x - jnp.mean(x, axis=0, keepdims=True)
    return jnp.matmul(jnp.transpose(gap), gap) / x.shape[0]


def variance(x, sample_axis=0, keepdims=False, name=None):
    return jnp.var(x, axis=sample_axis, keepdims=keepdims)


def stddev(x, sample_axis=0, keepdims=False, name=None):
    return jnp.std(x, axis=sample_axis, keepdims=keepdims)
`;

/** Sums and means in TensorFlow Probability. */
export const PROBABILITY_MATH = `
import jax.numpy as jnp
from jax.scipy import special


def reduce_logmeanexp(input_tensor, axis=None, keepdims=False, experimental_named_axis=None, experimental_allow_all_gather=False, name=None):
    total = special.logsumexp(input_tensor, axis=axis, keepdims=keepdims)
    ones = jnp.sum(jnp.ones_like(input_tensor), axis=axis, keepdims=keepdims)
    return total - jnp.log(ones)


def log_add_exp(x, y, name=None):
    return jnp.logaddexp(x, y)


def softplus_inverse(x, name=None):
    return x + jnp.log(-jnp.expm1(-x))


def lbeta(x, y, name=None):
    return special.betaln(x, y)
`;
