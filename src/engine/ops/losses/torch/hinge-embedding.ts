import { composite } from '../composite';

/** `torch.nn.functional.hinge_embedding_loss`. */
export const hingeEmbedding = composite(
  'hinge_embedding',
  'The distance itself for similar pairs, a hinge on it for dissimilar ones.',
  "input, target, margin=1.0, reduction='mean'",
  (k) => {
    const input = k.tensor('input');
    const target = k.tensor('target');
    const hinge = k.atLeastZero(k.subtract(k.tensor('margin'), input));
    const apart = k.op('where', [k.op('not_equal', [target, 1]), hinge, 0]);
    const near = k.op('where', [k.op('not_equal', [target, -1]), input, 0]);
    return k.reduce(k.add(apart, near));
  },
);
