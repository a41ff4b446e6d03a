import { simplexProjection } from './simplex-projection';
import { composite } from '../composite';

/** `optax.losses.multiclass_sparsemax_loss`. */
export const optaxMulticlassSparsemax = composite(
  'optax_multiclass_sparsemax',
  'The sparsemax loss of several classes.',
  'input, target',
  (k) => {
    const scores = k.tensor('input');
    const axis = scores.shape.length - 1;
    const label = k.whole('target');
    const hot = k.op('to_float', [k.op('one_hot', [label], { classes: scores.shape[axis] ?? 1 })]);
    const p = simplexProjection(k, scores);
    const own = k.sum(k.multiply(scores, hot), [axis], true);
    const gaps = k.sum(k.multiply(p, k.subtract(scores, own)), [axis]);
    return k.add(gaps, k.multiply(0.5, k.subtract(1, k.sum(k.op('square', [p]), [axis]))));
  },
);
