import { composite } from '../composite';

/** `torch.frac`. */
export const frac = composite('frac', 'What a number has behind the point.', 'input', (k) => {
  const input = k.tensor('input');
  return k.subtract(input, k.op('trunc', [input]));
});
