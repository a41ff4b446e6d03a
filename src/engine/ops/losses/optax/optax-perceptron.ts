import { composite } from '../composite';

/** `optax.perceptron_loss`, for targets of -1 and 1. */
export const optaxPerceptron = composite('optax_perceptron', 'The signed margin where it is wrong, else 0.', 'input, target', (k) =>
  k.op('maximum', [0, k.multiply(k.negative(k.tensor('input')), k.tensor('target'))]),
);
