import { composite } from '../composite';

/** `torch.nn.functional.softmin`. */
export const negatedSoftmax = composite('negated_softmax', 'Softmax of the negative.', 'input, axis', (k) => {
  const x = k.negative(k.tensor('input'));
  return k.op('softmax', [x], { axis: k.axis('axis', -1, x.shape.length) });
});
