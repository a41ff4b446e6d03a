import { composite } from '../composite';
import { binaryLogits } from './binary-logits';

/** `optax.sigmoid_binary_cross_entropy`. */
export const optaxSigmoidBce = composite('optax_sigmoid_bce', 'Binary cross-entropy of logits.', 'input, target', (k) =>
  binaryLogits(k, k.tensor('input'), k.tensor('target')),
);
