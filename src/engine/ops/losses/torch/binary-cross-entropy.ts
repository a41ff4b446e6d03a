import { composite } from '../composite';
import { alike } from './alike';

/** `torch.nn.functional.binary_cross_entropy`. */
export const binaryCrossEntropy = composite(
  'binary_cross_entropy',
  'Binary cross-entropy of probabilities, each logarithm kept above -100.',
  "input, target, weight=None, reduction='mean'",
  (k) => {
    const input = k.tensor('input');
    const target = k.tensor('target');
    alike(input, target);
    const losses = k.op('bounded_cross_entropy', [input, target]);
    const weight = k.optional('weight');
    return k.reduce(weight ? k.multiply(losses, weight) : losses);
  },
);
