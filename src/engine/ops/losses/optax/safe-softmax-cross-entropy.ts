import { composite } from '../composite';

/** `optax.safe_softmax_cross_entropy`. */
export const safeSoftmaxCrossEntropy = composite(
  'safe_softmax_cross_entropy',
  'Cross-entropy of logits where a class without target may have probability 0.',
  'input, target',
  (k) => {
    const input = k.tensor('input');
    const target = k.tensor('target');
    const axis = input.shape.length - 1;
    const none = k.op('equal', [target, 0]);
    const shares = k.op('log_softmax', [input], { axis });
    const terms = k.multiply(target, k.op('select', [none, 0, shares]));
    const slopes = k.multiply(target, shares);
    return k.op('surrogate', [k.negative(k.sum(terms, [axis])), k.negative(k.sum(slopes, [axis]))]);
  },
);
