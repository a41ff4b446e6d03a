import { composite } from '../composite';

/** `torch.nn.functional.l1_loss`. */
export const l1 = composite('l1', 'Absolute differences, averaged.', "input, target, reduction='mean', weight=None", (k) => {
  const losses = k.op('abs', [k.subtract(k.tensor('input'), k.tensor('target'))]);
  const weight = k.optional('weight');
  return weight ? k.reduceWeighted(k.multiply(losses, weight), weight) : k.reduce(losses);
});
