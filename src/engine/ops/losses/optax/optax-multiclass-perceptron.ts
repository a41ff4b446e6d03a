import { composite } from '../composite';

/** `optax.losses.multiclass_perceptron_loss`. */
export const optaxMulticlassPerceptron = composite(
  'optax_multiclass_perceptron',
  'The perceptron loss of several classes.',
  'input, target',
  (k) => {
    const scores = k.tensor('input');
    const axis = scores.shape.length - 1;
    const hot = k.op('to_float', [k.op('one_hot', [k.whole('target')], { classes: scores.shape[axis] ?? 1 })]);
    const best = k.op('max', [scores], { axes: [axis], keepdims: false });
    return k.subtract(best, k.sum(k.multiply(scores, hot), [axis]));
  },
);
