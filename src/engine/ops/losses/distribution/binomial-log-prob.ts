import { binaryLogits } from './given-logits';
import { composite } from '../composite';

/** `torch.distributions.Binomial.log_prob`. */
export const binomialLogProb = composite(
  'binomial_log_prob',
  'Log-probability of a count of successes.',
  'total_count=1, probs=None, logits=None, value=None',
  (k) => {
    const logits = binaryLogits(k, 'probs', 'logits');
    const value = k.tensor('value');
    const total = k.tensor('total_count');
    const log = (x: typeof value) => k.op('lgamma', [k.add(x, 1)]);
    const ways = k.add(log(value), log(k.subtract(total, value)));
    const tail = k.op('log1p', [k.op('exp', [k.negative(k.op('abs', [logits]))])]);
    const norm = k.subtract(k.add(k.multiply(total, k.op('clip', [logits, 0, Infinity])), k.multiply(total, tail)), log(total));
    return k.subtract(k.subtract(k.multiply(value, logits), ways), norm);
  },
);
