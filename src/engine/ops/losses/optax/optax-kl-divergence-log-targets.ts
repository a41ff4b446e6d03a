import { composite } from '../composite';

/** `optax.kl_divergence_with_log_targets`. */
export const optaxKlDivergenceLogTargets = composite(
  'optax_kl_divergence_log_targets',
  'Kullback-Leibler divergence of log-probabilities from log-probabilities.',
  'input, target, axis=-1',
  (k) => {
    const input = k.tensor('input');
    const target = k.tensor('target');
    return k.sum(k.multiply(k.op('exp', [target]), k.subtract(target, input)), k.axes('axis', -1, input.shape.length));
  },
);
