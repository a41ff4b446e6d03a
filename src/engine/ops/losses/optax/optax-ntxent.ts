import { composite } from '../composite';

/** The smallest step of single precision, which keeps norms away from 0. */
const SINGLE = 2 ** -23;

/** `optax.losses.ntxent`. */
export const optaxNtxent = composite(
  'optax_ntxent',
  'The normalised temperature-scaled cross-entropy of embeddings with labels.',
  'embeddings, target, temperature=0.07',
  (k) => {
    const embeddings = k.tensor('embeddings');
    const labels = k.tensor('target');
    const count = embeddings.shape[0] ?? 1;
    const norm = k.op('maximum', [k.op('norm', [embeddings], { ord: 2, axes: [1], keepdims: true }), SINGLE]);
    const unit = k.divide(embeddings, norm);
    const scores = k.divide(k.op('matmul', [unit, k.op('transpose', [unit], { axes: [1, 0] })]), k.tensor('temperature'));
    const same = k.op('equal', [k.unsqueeze(labels, 1), k.unsqueeze(labels, 0)]);
    const self = k.op(
      'one_hot',
      [
        k.list(
          Array.from({ length: count }, (_, i) => i),
          'int',
        ),
      ],
      { classes: count },
    );
    const matches = k.op('logical_and', [same, k.op('equal', [self, 0])]);
    const others = k.op('where', [same, -Infinity, scores]);
    const alike = k.op('where', [matches, scores, -Infinity]);
    const both = k.op('concatenate', [others, alike], { axis: 1 });
    const top = k.op('stop_gradient', [k.op('max', [both], { axes: [1], keepdims: true })]);
    const shifted = k.subtract(alike, top);
    const below = k.sum(k.op('exp', [k.subtract(others, top)]), [1], true);
    const logs = k.subtract(shifted, k.op('log', [k.add(below, k.op('exp', [shifted]))]));
    return k.divide(k.negative(k.sum(k.op('where', [matches, logs, 0]))), k.sum(matches));
  },
);
