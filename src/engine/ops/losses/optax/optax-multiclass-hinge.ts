import { composite } from '../composite';

/** `optax.losses.multiclass_hinge_loss`. */
export const optaxMulticlassHinge = composite('optax_multiclass_hinge', 'The hinge loss of several classes.', 'input, target', (k) => {
  const scores = k.tensor('input');
  const axis = scores.shape.length - 1;
  const hot = k.op('to_float', [k.op('one_hot', [k.whole('target')], { classes: scores.shape[axis] ?? 1 })]);
  const best = k.op('max', [k.subtract(k.add(scores, 1), hot)], { axes: [axis], keepdims: false });
  return k.subtract(best, k.sum(k.multiply(scores, hot), [axis]));
});
