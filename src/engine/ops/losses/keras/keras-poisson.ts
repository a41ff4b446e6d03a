import { composite } from '../composite';
import { EPSILON } from './epsilon';
import { reduced } from './reduced';

/** `keras.losses.poisson`. */
export const kerasPoisson = composite(
  'keras_poisson',
  'Negative log-likelihood of a Poisson distribution, averaged over the last axis.',
  'input, target, reduction=None, sample_weight=None',
  (k) => {
    const input = k.tensor('input');
    const losses = k.subtract(input, k.multiply(k.tensor('target'), k.op('log', [k.add(input, EPSILON)])));
    return reduced(k, k.mean(losses, [input.shape.length - 1]));
  },
);
