import { composite } from '../composite';
import { alike } from './alike';

/** `torch.nn.functional.binary_cross_entropy_with_logits`. */
export const bceWithLogits = composite(
  'bce_with_logits',
  'Binary cross-entropy of logits.',
  "input, target, weight=None, reduction='mean', pos_weight=None",
  (k) => {
    const input = k.tensor('input');
    const target = k.tensor('target');
    alike(input, target);
    const positive = k.optional('pos_weight');
    const logs = k.op('log_sigmoid', [input]);
    const scaled = positive ? k.multiply(k.add(k.multiply(k.subtract(positive, 1), target), 1), logs) : logs;
    const losses = k.subtract(k.multiply(k.subtract(1, target), input), scaled);
    const weight = k.optional('weight');
    return k.reduce(weight ? k.multiply(losses, weight) : losses);
  },
);
