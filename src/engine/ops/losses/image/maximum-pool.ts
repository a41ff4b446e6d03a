import { composite } from '../composite';
import { Refused } from '../build';

/** `max_pool1d`, `max_pool2d` and `max_pool3d` of torch. */
export const maximumPool = composite(
  'maximum_pool',
  'Largest element of each window.',
  'input, kernel_size, stride=None, padding=0, dilation=1, ceil_mode=False, return_indices=False, dims=2',
  (k) => {
    if (k.flag('ceil_mode') || k.flag('return_indices')) throw new Refused('only values of windows that fit are modelled');
    const dims = k.number('dims', 2);
    const kernel = k.sizes('kernel_size', dims);
    const attributes = {
      kernel,
      stride: k.sizes('stride', dims) ?? kernel,
      padding: k.sizes('padding', dims),
      dilation: k.sizes('dilation', dims),
    };
    return k.op('max_pool', [k.tensor('input')], attributes);
  },
);
