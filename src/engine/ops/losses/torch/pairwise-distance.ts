import { composite } from '../composite';
import { distance } from './distance';

/** `torch.nn.functional.pairwise_distance`. */
export const pairwiseDistance = composite(
  'pairwise_distance',
  'The norm of the difference of two vectors, eps added to every component.',
  'x1, x2, p=2.0, eps=1e-6, keepdim=False',
  (k) => distance(k, k.tensor('x1'), k.tensor('x2'), k.flag('keepdim')),
);
