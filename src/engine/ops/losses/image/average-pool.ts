import { composite } from '../composite';
import { Refused } from '../build';

/** `avg_pool1d`, `avg_pool2d` and `avg_pool3d` of torch. */
export const averagePool = composite(
  'average_pool',
  'Mean of each window.',
  'input, kernel_size, stride=None, padding=0, ceil_mode=False, count_include_pad=True, divisor_override=None, dims=2',
  (k) => {
    if (k.flag('ceil_mode') || k.optional('divisor_override')) throw new Refused('only windows that fit are modelled');
    const dims = k.number('dims', 2);
    const kernel = k.sizes('kernel_size', dims);
    const attributes = {
      kernel,
      stride: k.sizes('stride', dims) ?? kernel,
      padding: k.sizes('padding', dims),
      count_include_pad: k.flag('count_include_pad'),
    };
    return k.op('avg_pool', [k.tensor('input')], attributes);
  },
);
