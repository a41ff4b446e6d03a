import { composite } from '../composite';

/** `optax.losses.sparsemax_loss`. */
export const optaxSparsemax = composite('optax_sparsemax', 'The binary sparsemax loss.', 'input, target', (k) => {
  const logits = k.tensor('input');
  const x = k.op('where', [k.op('to_bool', [k.tensor('target')]), k.negative(logits), logits]);
  const bent = k.divide(k.op('square', [k.add(x, 1)]), 4);
  return k.op('where', [k.op('less_equal', [x, -1]), 0, k.op('where', [k.op('greater_equal', [x, 1]), x, bent])]);
});
