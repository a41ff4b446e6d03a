import { composite } from '../composite';

/** `torch.nn.functional.binary_cross_entropy`. */
export const binaryCrossEntropy = composite(
  'binary_cross_entropy',
  'Binary cross-entropy of probabilities, each logarithm kept above -100.',
  "input, target, weight=None, reduction='mean'",
  (k) => {
    const losses = k.op('bounded_cross_entropy', [k.tensor('input'), k.tensor('target')]);
    const weight = k.optional('weight');
    return k.reduce(weight ? k.multiply(losses, weight) : losses);
  },
);
