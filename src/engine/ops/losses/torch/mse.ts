import { composite } from '../composite';

/** `torch.nn.functional.mse_loss`. */
export const mse = composite('mse', 'Squared differences, averaged.', "input, target, reduction='mean', weight=None", (k) => {
  const losses = k.op('square', [k.subtract(k.tensor('input'), k.tensor('target'))]);
  const weight = k.optional('weight');
  return weight ? k.reduceWeighted(k.multiply(losses, weight), weight) : k.reduce(losses);
});
