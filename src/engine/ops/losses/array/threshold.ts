import { composite } from '../composite';

/** `torch.nn.functional.threshold`. */
export const threshold = composite('threshold', 'The number above a threshold, another value below.', 'input, threshold, value', (k) => {
  const x = k.tensor('input');
  return k.op('where', [k.op('greater', [x, k.number('threshold', 0)]), x, k.number('value', 0)]);
});
