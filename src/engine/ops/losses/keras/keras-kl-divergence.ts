import { composite } from '../composite';
import { EPSILON } from './epsilon';
import { reduced } from './reduced';

/** `keras.losses.kl_divergence`. */
export const kerasKlDivergence = composite(
  'keras_kl_divergence',
  'Kullback-Leibler divergence of clipped probabilities.',
  'input, target, reduction=None, sample_weight=None',
  (k) => {
    const input = k.op('clip', [k.tensor('input'), EPSILON, 1]);
    const target = k.op('clip', [k.tensor('target'), EPSILON, 1]);
    return reduced(k, k.sum(k.multiply(target, k.op('log', [k.divide(target, input)])), [input.shape.length - 1]));
  },
);
