import { composite } from '../composite';

/** `torch.distributions.Geometric.log_prob`. */
export const geometricLogProb = composite(
  'geometric_log_prob',
  'Log-probability of a number of failures before a success.',
  'probs, value',
  (k) => {
    const [probs, value] = [k.tensor('probs'), k.tensor('value')];
    const safe = k.op('where', [k.op('logical_and', [k.op('equal', [probs, 1]), k.op('equal', [value, 0])]), 0, probs]);
    return k.add(k.multiply(value, k.op('log1p', [k.negative(safe)])), k.op('log', [probs]));
  },
);
