import { perChannel, scaledBy, standardised } from './standardised';
import { composite } from '../composite';

/** `torch.nn.functional.group_norm`. */
export const groupNorm = composite(
  'group_norm',
  'Each element minus the mean, over the deviation, of its group of channels.',
  'input, num_groups, weight=None, bias=None, eps=1e-5',
  (k) => {
    const input = k.tensor('input');
    const [count = 1, channels = 1, ...rest] = input.shape;
    const groups = k.number('num_groups', 1);
    const parts = k.op('reshape', [input], { shape: [count, groups, channels / groups, ...rest] });
    const axes = parts.shape.map((_, axis) => axis).slice(2);
    const whole = k.op('reshape', [standardised(k, parts, axes, k.number('eps', 1e-5))], { shape: input.shape });
    return scaledBy(k, whole, perChannel(k, 'weight', input.shape.length), perChannel(k, 'bias', input.shape.length));
  },
);
