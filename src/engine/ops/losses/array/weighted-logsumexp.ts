import { composite } from '../composite';

/** `logsumexp` with weights in SciPy and JAX. */
export const weightedLogsumexp = composite(
  'weighted_logsumexp',
  'Logarithm of the weighted sum of exponentials.',
  'input, axis=None, b=None, keepdims=False',
  (k) => {
    const x = k.tensor('input');
    const b = k.tensor('b');
    const axes = k.axes('axis', null, x.shape.length);
    const top = k.op('stop_gradient', [k.op('max', [x], { axes, keepdims: true })]);
    const sum = k.sum(k.multiply(b, k.op('exp', [k.subtract(x, top)])), axes, k.flag('keepdims'));
    const back = k.flag('keepdims') ? top : k.op('reshape', [top], { shape: sum.shape });
    return k.add(k.op('log', [sum]), back);
  },
);
