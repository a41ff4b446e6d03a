import { binaryLogits } from './given-logits';
import { composite } from '../composite';

/** `torch.distributions.kl_divergence` of two Bernoulli distributions. */
export const klBernoulli = composite(
  'kl_bernoulli',
  'Kullback-Leibler divergence of two Bernoulli distributions.',
  'p_probs=None, p_logits=None, q_probs=None, q_logits=None',
  (k) => {
    const [p, q] = [binaryLogits(k, 'p_probs', 'p_logits'), binaryLogits(k, 'q_probs', 'q_logits')];
    const share = k.op('sigmoid', [p]);
    const minus = (x: typeof p) => k.op('softplus', [k.negative(x)]);
    const plus = (x: typeof p) => k.op('softplus', [x]);
    const yes = k.multiply(share, k.subtract(minus(q), minus(p)));
    return k.add(yes, k.multiply(k.subtract(1, share), k.subtract(plus(q), plus(p))));
  },
);
