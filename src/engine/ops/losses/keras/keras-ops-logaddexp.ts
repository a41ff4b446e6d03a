import { composite } from '../composite';

/** `keras.ops.logaddexp` as its TensorFlow backend writes it, with that maximum’s convention at a tie. */
export const kerasOpsLogaddexp = composite('keras_ops_logaddexp', 'log(exp(x) + exp(y)).', 'x, y', (k) => {
  const [x, y] = [k.tensor('x'), k.tensor('y')];
  const gap = k.subtract(x, y);
  const sum = k.add(k.op('maximum', [x, y]), k.op('log1p', [k.op('exp', [k.negative(k.op('abs', [gap]))])]));
  return k.op('where', [k.op('isnan', [gap]), k.add(x, y), sum]);
});
