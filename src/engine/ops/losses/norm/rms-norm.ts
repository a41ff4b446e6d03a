import { Refused } from '../build';
import { scaledBy } from './standardised';
import { composite } from '../composite';

/** `torch.nn.functional.rms_norm`. */
export const rmsNorm = composite(
  'rms_norm',
  'Each element over the root of the mean square of the last axes.',
  'input, normalized_shape, weight=None, eps=None',
  (k) => {
    const input = k.tensor('input');
    const count = k.sizesOf('normalized_shape').length;
    const axes = input.shape.map((_, axis) => axis).slice(input.shape.length - count);
    if (!k.isGiven('eps')) throw new Refused('an eps that the format decides');
    const mean = k.mean(k.op('square', [input]), axes, true);
    return scaledBy(k, k.multiply(input, k.op('rsqrt', [k.add(mean, k.number('eps', 0))])), k.optional('weight'), null);
  },
);
