import { composite } from '../composite';

/** `optax.losses.convex_kl_divergence`. */
export const optaxConvexKlDivergence = composite(
  'optax_convex_kl_divergence',
  'Kullback-Leibler divergence that stays convex for inputs that do not sum to 1.',
  'input, target, axis=-1',
  (k) => {
    const input = k.tensor('input');
    const target = k.tensor('target');
    const axes = k.axes('axis', -1, input.shape.length);
    const logs = k.op('where', [k.op('equal', [target, 0]), 0, k.op('log', [target])]);
    const divergence = k.sum(k.multiply(target, k.subtract(logs, input)), axes);
    return k.add(divergence, k.sum(k.subtract(k.op('exp', [input]), target), axes));
  },
);
