import { composite } from '../composite';

/** `torch.nn.functional.cosine_embedding_loss`; each squared length gets 1e-12. */
export const cosineEmbedding = composite(
  'cosine_embedding',
  'One minus the cosine for similar pairs, a hinge on the cosine for dissimilar ones.',
  "input1, input2, target, margin=0.0, reduction='mean'",
  (k) => {
    const x = k.tensor('input1');
    const y = k.tensor('input2');
    const target = k.tensor('target');
    const axes = [target.shape.length];
    const length = (v: typeof x) => k.add(k.sum(k.multiply(v, v), axes), 1e-12);
    const cosine = k.divide(k.sum(k.multiply(x, y), axes), k.op('sqrt', [k.multiply(length(x), length(y))]));
    const near = k.op('where', [k.op('equal', [target, 1]), k.subtract(1, cosine), 0]);
    const apart = k.op('where', [k.op('equal', [target, -1]), k.atLeastZero(k.subtract(cosine, k.tensor('margin'))), 0]);
    return k.reduce(k.add(near, apart));
  },
);
