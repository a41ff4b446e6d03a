import { composite } from '../composite';

/** `torch.nn.functional.hardshrink`. */
export const hardshrink = composite('hardshrink', '0 near 0, the number itself elsewhere.', 'input, lambd=0.5', (k) => {
  const x = k.tensor('input');
  return k.op('where', [k.op('greater', [k.op('abs', [x]), k.number('lambd', 0.5)]), x, 0]);
});
