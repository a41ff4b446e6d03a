import { composite } from '../composite';

/** `optax.softmax_cross_entropy_with_integer_labels`. */
export const optaxSparseSoftmaxCrossEntropy = composite(
  'optax_sparse_softmax_cross_entropy',
  'Softmax, then the negative log-likelihood of a class index.',
  'input, target, axis=-1',
  (k) => {
    const input = k.tensor('input');
    const target = k.tensor('target');
    const axis = k.axis('axis', -1, input.shape.length);
    const own = k.op('gather', [input, k.unsqueeze(target, axis)], { axis });
    return k.subtract(k.op('logsumexp', [input], { axes: [axis], keepdims: false }), k.op('reshape', [own], { shape: target.shape }));
  },
);
