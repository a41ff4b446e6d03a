import { scaledBy, standardised } from './standardised';
import { composite } from '../composite';

/** `torch.nn.functional.layer_norm`. */
export const layerNorm = composite(
  'layer_norm',
  'Each element minus the mean, over the deviation, of the last axes.',
  'input, normalized_shape, weight=None, bias=None, eps=1e-5',
  (k) => {
    const input = k.tensor('input');
    const count = k.sizesOf('normalized_shape').length;
    const axes = input.shape.map((_, axis) => axis).slice(input.shape.length - count);
    return scaledBy(k, standardised(k, input, axes, k.number('eps', 1e-5)), k.optional('weight'), k.optional('bias'));
  },
);
