import { composite } from '../composite';

/** `optax.kl_divergence`. */
export const optaxKlDivergence = composite(
  'optax_kl_divergence',
  'Kullback-Leibler divergence of log-probabilities from a target distribution.',
  'input, target, axis=-1',
  (k) => {
    const input = k.tensor('input');
    const target = k.tensor('target');
    const logs = k.op('where', [k.op('equal', [target, 0]), 0, k.op('log', [target])]);
    return k.sum(k.multiply(target, k.subtract(logs, input)), k.axes('axis', -1, input.shape.length));
  },
);
