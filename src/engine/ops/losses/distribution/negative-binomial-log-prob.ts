import { binaryLogits } from './given-logits';
import { composite } from '../composite';

/** `torch.distributions.NegativeBinomial.log_prob`. */
export const negativeBinomialLogProb = composite(
  'negative_binomial_log_prob',
  'Log-probability of a count of successes before a number of failures.',
  'total_count, probs=None, logits=None, value=None',
  (k) => {
    const logits = binaryLogits(k, 'probs', 'logits');
    const [total, value] = [k.tensor('total_count'), k.tensor('value')];
    const known = k.add(k.multiply(total, k.op('log_sigmoid', [k.negative(logits)])), k.multiply(value, k.op('log_sigmoid', [logits])));
    const log = (x: typeof value) => k.op('lgamma', [x]);
    const raw = k.add(k.add(k.negative(log(k.add(total, value))), log(k.add(1, value))), log(total));
    const ways = k.op('where', [k.op('equal', [k.add(total, value), 0]), 0, raw]);
    return k.subtract(known, ways);
  },
);
