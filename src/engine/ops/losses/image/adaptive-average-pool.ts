import { composite } from '../composite';
import { averaged } from './averaged';

/** `adaptive_avg_pool1d`, `adaptive_avg_pool2d` and `adaptive_avg_pool3d` of torch. */
export const adaptiveAveragePool = composite(
  'adaptive_average_pool',
  'Means of windows that divide the image evenly.',
  'input, output_size, dims=2',
  (k) => {
    const input = k.tensor('input');
    const dims = k.number('dims', 2);
    return averaged(k, input, k.sizes('output_size', dims) ?? []);
  },
);
