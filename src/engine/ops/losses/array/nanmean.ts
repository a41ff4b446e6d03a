import { composite } from '../composite';

/** `nanmean` of torch, NumPy and JAX. */
export const nanmean = composite('nanmean', 'Mean of the elements that are not nan.', 'input, axes=None, keepdims=False', (k) => {
  const input = k.tensor('input');
  const axes = k.axes('axes', null, input.shape.length);
  const missing = k.op('isnan', [input]);
  const total = k.sum(k.op('where', [missing, 0, input]), axes, k.flag('keepdims'));
  return k.divide(total, k.sum(k.op('logical_not', [missing]), axes, k.flag('keepdims')));
});
