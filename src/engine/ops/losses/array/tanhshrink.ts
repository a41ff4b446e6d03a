import { composite } from '../composite';

/** `torch.nn.functional.tanhshrink`. */
export const tanhshrink = composite('tanhshrink', 'A number less its hyperbolic tangent.', 'input', (k) => {
  const x = k.tensor('input');
  return k.subtract(x, k.op('tanh', [x]));
});
