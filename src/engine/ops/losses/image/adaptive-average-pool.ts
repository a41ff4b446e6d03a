import { composite } from '../composite';
import { Refused } from '../build';

/** `adaptive_avg_pool1d`, `adaptive_avg_pool2d` and `adaptive_avg_pool3d` of torch. */
export const adaptiveAveragePool = composite(
  'adaptive_average_pool',
  'Means of windows that divide the image evenly.',
  'input, output_size, dims=2',
  (k) => {
    const input = k.tensor('input');
    const dims = k.number('dims', 2);
    const from = input.shape.slice(input.shape.length - dims);
    const kernel = (k.sizes('output_size', dims) ?? []).map((size, i) => (from[i] ?? 0) / size);
    if (kernel.length !== dims || !kernel.every(Number.isInteger)) throw new Refused('the windows are not of one size');
    return k.op('avg_pool', [input], { kernel, stride: kernel, padding: kernel.map(() => 0), count_include_pad: true });
  },
);
