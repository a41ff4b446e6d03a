import { composite } from '../composite';
import { similarity } from './similarity';

/** `optax.cosine_similarity`. */
export const optaxCosineSimilarity = composite(
  'optax_cosine_similarity',
  'Cosine of the angle between two vectors.',
  'input, target, epsilon=0.0, axis=-1',
  (k) => similarity(k),
);
