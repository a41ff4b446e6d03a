import type { CallableClass, Spelling } from '../framework';
import { spell, type CallableClasses } from '../spell';

/** A distribution: parameters of its constructor, and composites for what it is asked. */
function distribution(parameters: string, logProb: string, entropy?: string, cdf?: string): CallableClass {
  return {
    parameters: `${parameters}, validate_args=None`,
    call: spell('lift:unsupported', '*args'),
    methods: {
      log_prob: asked(logProb, 'value'),
      ...(entropy === undefined ? {} : { entropy: asked(entropy, '') }),
      ...(cdf === undefined ? {} : { cdf: asked(cdf, 'value') }),
    },
  };
}

/** A question to a distribution, answered by a composite of the constructor's parameters and its own. */
function asked(composite: string, parameters: string): Spelling {
  return { ...spell(`loss:${composite}`, parameters), ignored: ['validate_args'] };
}

/** A question that `Independent` hands on to its distribution. */
function independently(method: string, parameters: string): Spelling {
  const mapping = `base=base_distribution count=reinterpreted_batch_ndims method:"${method}"`;
  return { ...spell('lift:independent', parameters, mapping), ignored: ['validate_args'] };
}

/** `torch.distributions`. */
export const TORCH_DISTRIBUTIONS: CallableClasses = {
  Normal: distribution('loc, scale', 'normal_log_prob', 'normal_entropy', 'normal_cdf'),
  LogNormal: distribution('loc, scale', 'log_normal_log_prob'),
  Laplace: distribution('loc, scale', 'laplace_log_prob', 'laplace_entropy'),
  Cauchy: distribution('loc, scale', 'cauchy_log_prob'),
  StudentT: distribution('df, loc=0.0, scale=1.0', 'student_t_log_prob'),
  Bernoulli: distribution('probs=None, logits=None', 'bernoulli_log_prob', 'bernoulli_entropy'),
  Categorical: distribution('probs=None, logits=None', 'categorical_log_prob', 'categorical_entropy'),
  Poisson: distribution('rate', 'poisson_log_prob'),
  Exponential: distribution('rate', 'exponential_log_prob', 'exponential_entropy'),
  Gamma: distribution('concentration, rate', 'gamma_log_prob', 'gamma_entropy'),
  Beta: distribution('concentration1, concentration0', 'beta_log_prob', 'beta_entropy'),
  Dirichlet: distribution('concentration', 'dirichlet_log_prob'),
  Uniform: distribution('low, high', 'uniform_log_prob'),
  Gumbel: distribution('loc, scale', 'gumbel_log_prob'),
  HalfNormal: distribution('scale', 'half_normal_log_prob'),
  Binomial: distribution('total_count=1, probs=None, logits=None', 'binomial_log_prob'),
  NegativeBinomial: distribution('total_count, probs=None, logits=None', 'negative_binomial_log_prob'),
  Geometric: distribution('probs', 'geometric_log_prob'),
  MultivariateNormal: distribution('loc, covariance_matrix=None, scale_tril=None', 'multivariate_normal_log_prob'),
  Independent: {
    parameters: 'base_distribution, reinterpreted_batch_ndims, validate_args=None',
    call: spell('lift:unsupported', '*args'),
    methods: {
      log_prob: independently('log_prob', 'value'),
      entropy: independently('entropy', ''),
    },
  },
};
