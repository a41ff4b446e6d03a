import { composite } from '../composite';

/** `torch.nn.functional.margin_ranking_loss`. */
export const marginRanking = composite(
  'margin_ranking',
  'A hinge on the signed difference of two scores.',
  "input1, input2, target, margin=0.0, reduction='mean'",
  (k) => {
    const gap = k.subtract(k.tensor('input1'), k.tensor('input2'));
    return k.reduce(k.atLeastZero(k.add(k.multiply(k.negative(k.tensor('target')), gap), k.tensor('margin'))));
  },
);
