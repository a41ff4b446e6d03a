import { Refused } from '../build';
import { perChannel, scaledBy, standardised } from './standardised';
import { composite } from '../composite';

/** `torch.nn.functional.instance_norm` by the statistics of its input. */
export const instanceNorm = composite(
  'instance_norm',
  'Each element minus the mean, over the deviation, of its channel of its image.',
  'input, weight=None, bias=None, use_input_stats=True, eps=1e-5',
  (k) => {
    const input = k.tensor('input');
    if (!k.flag('use_input_stats')) throw new Refused('statistics that were learned');
    const axes = input.shape.map((_, axis) => axis).slice(2);
    const rank = input.shape.length;
    return scaledBy(k, standardised(k, input, axes, k.number('eps', 1e-5)), perChannel(k, 'weight', rank), perChannel(k, 'bias', rank));
  },
);
