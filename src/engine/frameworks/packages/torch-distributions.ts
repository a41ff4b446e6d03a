/** Mixtures of `torch.distributions`. */
export const TORCH_MIXTURES = `
import torch
from torch.distributions import Dirichlet, Independent, MultivariateNormal


class MixtureSameFamily:
    def __init__(self, mixture_distribution, component_distribution, validate_args=None):
        self.mixture_distribution = mixture_distribution
        self.component_distribution = component_distribution

    def _pad(self, x):
        component = self.component_distribution
        if isinstance(component, Independent):
            return x.unsqueeze(-1 - component.reinterpreted_batch_ndims)
        if isinstance(component, (Dirichlet, MultivariateNormal)):
            return x.unsqueeze(-2)
        return x.unsqueeze(-1)

    def log_prob(self, value):
        each = self.component_distribution.log_prob(self._pad(value))
        return torch.logsumexp(each + torch.log_softmax(self.mixture_distribution.logits, dim=-1), dim=-1)
`;

const ONE_PROBABILITY = `
import torch


def probs(probs=None, logits=None, validate_args=None):
    return torch.sigmoid(logits) if probs is None else probs


def logits(probs=None, logits=None, validate_args=None):
    if logits is not None:
        return logits
    tiny = torch.finfo(probs.dtype).eps
    kept = probs.clamp(min=tiny, max=1 - tiny)
    return torch.log(kept) - torch.log1p(-kept)


def mean(probs=None, logits=None, validate_args=None):
    return torch.sigmoid(logits) if probs is None else probs


def variance(probs=None, logits=None, validate_args=None):
    p = torch.sigmoid(logits) if probs is None else probs
    return p * (1 - p)
`;

const CLASSES = `
import torch


def probs(probs=None, logits=None, validate_args=None):
    if probs is None:
        return torch.softmax(logits - logits.logsumexp(dim=-1, keepdim=True), dim=-1)
    return probs / probs.sum(-1, keepdim=True)


def logits(probs=None, logits=None, validate_args=None):
    if probs is None:
        return logits - logits.logsumexp(dim=-1, keepdim=True)
    tiny = torch.finfo(probs.dtype).eps
    return torch.log((probs / probs.sum(-1, keepdim=True)).clamp(min=tiny, max=1 - tiny))
`;

/** What distributions tell of themselves beside what they were made of, by the name of their class. */
export const TORCH_DISTRIBUTION_PROPERTIES: Readonly<Record<string, string>> = {
  'torch.distributions.Bernoulli': ONE_PROBABILITY,
  'torch.distributions.Categorical': CLASSES,
  'torch.distributions.Normal': `
import torch


def mean(loc, scale, validate_args=None):
    return loc


def stddev(loc, scale, validate_args=None):
    return scale


def variance(loc, scale, validate_args=None):
    return scale.pow(2)


def icdf(loc, scale, validate_args=None):
    return lambda value: loc + scale * torch.erfinv(2 * value - 1) * 2**0.5
`,
  'torch.distributions.Laplace': `
def mean(loc, scale, validate_args=None):
    return loc


def stddev(loc, scale, validate_args=None):
    return (2**0.5) * scale


def variance(loc, scale, validate_args=None):
    return ((2**0.5) * scale).pow(2)
`,
  'torch.distributions.Gamma': `
def mean(concentration, rate, validate_args=None):
    return concentration / rate


def variance(concentration, rate, validate_args=None):
    return concentration / rate.pow(2)
`,
  'torch.distributions.Beta': `
def mean(concentration1, concentration0, validate_args=None):
    return concentration1 / (concentration1 + concentration0)


def variance(concentration1, concentration0, validate_args=None):
    total = concentration1 + concentration0
    return concentration1 * concentration0 / (total.pow(2) * (total + 1))
`,
  'torch.distributions.Poisson': `
def mean(rate, validate_args=None):
    return rate


def variance(rate, validate_args=None):
    return rate
`,
  'torch.distributions.Exponential': `
def mean(rate, validate_args=None):
    return rate.reciprocal()


def stddev(rate, validate_args=None):
    return rate.reciprocal()


def variance(rate, validate_args=None):
    return rate.pow(-2)
`,
  'torch.distributions.Uniform': `
def mean(low, high, validate_args=None):
    return (high + low) / 2


def stddev(low, high, validate_args=None):
    return (high - low) / 12**0.5


def variance(low, high, validate_args=None):
    return (high - low).pow(2) / 12
`,
};

/** Helpers of `torch.distributions.utils`. */
export const TORCH_DISTRIBUTION_UTILITIES = `
import torch


def broadcast_all(*values):
    return torch.broadcast_tensors(*[one if torch.is_tensor(one) else torch.as_tensor(one) for one in values])
`;
