import { composite } from '../composite';
import { softCrossEntropy } from './soft-cross-entropy';

/** `optax.poly_loss_cross_entropy`. */
export const polyCrossEntropy = composite(
  'poly_cross_entropy',
  'Cross-entropy of logits plus a multiple of the missing probability.',
  'input, target, epsilon=2.0, axis=-1',
  (k) => {
    const input = k.tensor('input');
    const axis = k.axis('axis', -1, input.shape.length);
    const missing = k.subtract(1, k.op('softmax', [input], { axis }));
    const poly = k.sum(k.multiply(k.tensor('target'), missing), [axis]);
    return k.add(softCrossEntropy(k), k.multiply(k.tensor('epsilon'), poly));
  },
);
