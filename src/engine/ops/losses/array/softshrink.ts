import { composite } from '../composite';

/** `torch.nn.functional.softshrink`. */
export const softshrink = composite('softshrink', 'A number moved towards 0 by a threshold.', 'input, lambd=0.5', (k) => {
  const x = k.tensor('input');
  const by = k.number('lambd', 0.5);
  const lower = k.op('where', [k.op('less', [x, -by]), k.add(x, by), 0]);
  return k.op('where', [k.op('greater', [x, by]), k.subtract(x, by), lower]);
});
