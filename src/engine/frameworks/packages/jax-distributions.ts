/** Distributions as distrax, TensorFlow Probability and NumPyro have them, said once: their names and parameters are the same. */
export const DISTRIBUTIONS = `
import math
import jax
import jax.numpy as jnp
from jax.scipy import special


class _Distribution:
    def prob(self, value):
        return jnp.exp(self.log_prob(value))

    def kl_divergence(self, other, name="kl_divergence"):
        return self._divergence(other)

    def cross_entropy(self, other):
        return self._divergence(other) + self.entropy()


class Normal(_Distribution):
    def __init__(self, loc=0.0, scale=1.0, validate_args=False, allow_nan_stats=True, name="Normal"):
        self.loc = loc
        self.scale = scale

    def log_prob(self, value):
        return -0.5 * ((value - self.loc) / self.scale) ** 2 - (0.5 * math.log(2 * math.pi) + jnp.log(self.scale))

    def cdf(self, value):
        return special.ndtr((value - self.loc) / self.scale)

    def log_cdf(self, value):
        return special.log_ndtr((value - self.loc) / self.scale)

    def entropy(self):
        return 0.5 + 0.5 * math.log(2 * math.pi) + jnp.log(self.scale) + jnp.zeros_like(self.loc + self.scale)

    def mean(self):
        return self.loc + jnp.zeros_like(self.loc + self.scale)

    def mode(self):
        return self.mean()

    def stddev(self):
        return self.scale + jnp.zeros_like(self.loc + self.scale)

    def variance(self):
        return self.stddev() ** 2

    def sample(self, sample_shape=(), seed=None):
        if sample_shape != ():
            raise NotImplementedError("several samples")
        return self.loc + self.scale * jax.random.normal(seed, jnp.shape(self.loc + self.scale))

    def _divergence(self, other):
        if not isinstance(other, Normal):
            raise NotImplementedError("a divergence of different distributions")
        gap = jnp.log(self.scale) - jnp.log(other.scale)
        return 0.5 * (self.loc / other.scale - other.loc / other.scale) ** 2 + 0.5 * jnp.expm1(2 * gap) - gap


class MultivariateNormalDiag(_Distribution):
    def __init__(self, loc=None, scale_diag=None, validate_args=False, allow_nan_stats=True, name="MultivariateNormalDiag"):
        if loc is None and scale_diag is None:
            raise ValueError("loc or scale_diag must be given")
        self.loc = jnp.zeros_like(scale_diag) if loc is None else loc
        self.scale_diag = jnp.ones_like(loc) if scale_diag is None else scale_diag
        self._each = Normal(self.loc, self.scale_diag)

    def log_prob(self, value):
        return jnp.sum(self._each.log_prob(value), axis=-1)

    def entropy(self):
        return jnp.sum(self._each.entropy(), axis=-1)

    def mean(self):
        return self._each.mean()

    def mode(self):
        return self._each.mean()

    def stddev(self):
        return self._each.stddev()

    def variance(self):
        return self._each.variance()

    def sample(self, sample_shape=(), seed=None):
        return self._each.sample(sample_shape, seed)

    def _divergence(self, other):
        if not isinstance(other, MultivariateNormalDiag):
            raise NotImplementedError("a divergence of different distributions")
        return jnp.sum(self._each.kl_divergence(other._each), axis=-1)


class Independent(_Distribution):
    def __init__(self, distribution, reinterpreted_batch_ndims=None, validate_args=False, name=None):
        if reinterpreted_batch_ndims is None:
            raise NotImplementedError("Independent without a count of axes")
        self.distribution = distribution
        self.count = reinterpreted_batch_ndims

    def _summed(self, value):
        return jnp.sum(value, axis=tuple(range(-self.count, 0)))

    def log_prob(self, value):
        return self._summed(self.distribution.log_prob(value))

    def entropy(self):
        return self._summed(self.distribution.entropy())

    def mean(self):
        return self.distribution.mean()

    def mode(self):
        return self.distribution.mode()

    def stddev(self):
        return self.distribution.stddev()

    def variance(self):
        return self.distribution.variance()

    def sample(self, sample_shape=(), seed=None):
        return self.distribution.sample(sample_shape, seed)

    def _divergence(self, other):
        return self._summed(self.distribution.kl_divergence(other.distribution))


class Categorical(_Distribution):
    def __init__(self, logits=None, probs=None, dtype=None, validate_args=False, allow_nan_stats=True, name="Categorical"):
        self.logits = jnp.log(probs) if logits is None else logits
        self._log_probs = jax.nn.log_softmax(self.logits, axis=-1)

    @property
    def probs(self):
        return jnp.exp(self._log_probs)

    def probs_parameter(self):
        return jax.nn.softmax(self.logits, axis=-1)

    def logits_parameter(self):
        return self.logits

    def log_prob(self, value):
        classes = self.logits.shape[-1]
        return jnp.sum(self._log_probs * jax.nn.one_hot(value, classes), axis=-1)

    def entropy(self):
        return -jnp.sum(jax.nn.softmax(self.logits, axis=-1) * self._log_probs, axis=-1)

    def mode(self):
        return jnp.argmax(self.logits, axis=-1)

    def _divergence(self, other):
        if not isinstance(other, Categorical):
            raise NotImplementedError("a divergence of different distributions")
        return jnp.sum(jax.nn.softmax(self.logits, axis=-1) * (self._log_probs - other._log_probs), axis=-1)


class OneHotCategorical(Categorical):
    def log_prob(self, value):
        return jnp.sum(self._log_probs * value, axis=-1)


class Softmax(Categorical):
    def __init__(self, logits, temperature=1.0, dtype=None):
        super().__init__(logits=logits / temperature)


class Bernoulli(_Distribution):
    def __init__(self, logits=None, probs=None, dtype=None, validate_args=False, allow_nan_stats=True, name="Bernoulli"):
        self._given = logits
        self._probs = probs

    def _logs(self):
        if self._given is None:
            return jnp.log1p(-self._probs), jnp.log(self._probs)
        return -jax.nn.softplus(self._given), -jax.nn.softplus(-self._given)

    @property
    def logits(self):
        return jnp.log(self._probs) - jnp.log1p(-self._probs) if self._given is None else self._given

    @property
    def probs(self):
        return jax.nn.sigmoid(self._given) if self._probs is None else self._probs

    def log_prob(self, value):
        off, on = self._logs()
        return value * on + (1 - value) * off

    def entropy(self):
        off, on = self._logs()
        return -self.probs * on - (1 - self.probs) * off

    def mean(self):
        return self.probs

    def _divergence(self, other):
        if not isinstance(other, Bernoulli):
            raise NotImplementedError("a divergence of different distributions")
        off, on = self._logs()
        other_off, other_on = other._logs()
        return self.probs * (on - other_on) + (1 - self.probs) * (off - other_off)


class Laplace(_Distribution):
    def __init__(self, loc, scale, validate_args=False, allow_nan_stats=True, name="Laplace"):
        self.loc = loc
        self.scale = scale

    def log_prob(self, value):
        return -jnp.abs((value - self.loc) / self.scale) - math.log(2.0) - jnp.log(self.scale)

    def entropy(self):
        return 1 + math.log(2.0) + jnp.log(self.scale) + jnp.zeros_like(self.loc + self.scale)

    def mean(self):
        return self.loc + jnp.zeros_like(self.loc + self.scale)

    def mode(self):
        return self.mean()


class Exponential(_Distribution):
    def __init__(self, rate, validate_args=False, allow_nan_stats=True, name="Exponential"):
        self.rate = rate

    def log_prob(self, value):
        return jnp.where(value < 0, -jnp.inf, jnp.log(self.rate) - self.rate * value)

    def entropy(self):
        return 1 - jnp.log(self.rate)

    def mean(self):
        return 1 / self.rate


class Poisson(_Distribution):
    def __init__(self, rate=None, log_rate=None, validate_args=False, allow_nan_stats=True, name="Poisson"):
        self.rate = jnp.exp(log_rate) if rate is None else rate
        self.log_rate = jnp.log(rate) if log_rate is None else log_rate

    def log_prob(self, value):
        return value * self.log_rate - special.gammaln(1 + value) - self.rate

    def mean(self):
        return self.rate
`;
