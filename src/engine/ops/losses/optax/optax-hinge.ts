import { composite } from '../composite';

/** `optax.hinge_loss`, for targets of -1 and 1. */
export const optaxHinge = composite('optax_hinge', 'A hinge on the signed margin.', 'input, target', (k) =>
  k.op('maximum', [0, k.subtract(1, k.multiply(k.tensor('input'), k.tensor('target')))]),
);
