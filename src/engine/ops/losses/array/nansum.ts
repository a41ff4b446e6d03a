import { composite } from '../composite';

/** `nansum` of torch, NumPy and JAX. */
export const nansum = composite('nansum', 'Sum of the elements that are not nan.', 'input, axes=None, keepdims=False', (k) => {
  const input = k.tensor('input');
  return k.sum(k.op('where', [k.op('isnan', [input]), 0, input]), k.axes('axes', null, input.shape.length), k.flag('keepdims'));
});
