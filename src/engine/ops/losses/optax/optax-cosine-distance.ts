import { composite } from '../composite';
import { similarity } from './similarity';

/** `optax.cosine_distance`. */
export const optaxCosineDistance = composite(
  'optax_cosine_distance',
  'One minus the cosine of the angle between two vectors.',
  'input, target, epsilon=0.0, axis=-1',
  (k) => k.subtract(1, similarity(k)),
);
