import { composite } from '../composite';

/** `torch.nn.functional.glu`. */
export const glu = composite('glu', 'Half of a tensor, gated by the sigmoid of the other half.', 'input, axis=-1', (k) => {
  const x = k.tensor('input');
  const axis = k.axis('axis', -1, x.shape.length);
  const size = x.shape[axis] ?? 0;
  return k.multiply(k.slice(x, axis, 0, size / 2), k.op('sigmoid', [k.slice(x, axis, size / 2, size)]));
});
