import { Refused } from '../build';
import { composite } from '../composite';

/** `optax.losses.ranking_softmax_loss`; its reduction is told by name. */
export const optaxRankingSoftmax = composite(
  'optax_ranking_softmax',
  'A softmax cross-entropy of lists.',
  "input, target, where=None, weights=None, reduction='mean'",
  (k) => {
    const logits = k.tensor('input');
    const axis = logits.shape.length - 1;
    const where = k.optional('where');
    const weights = k.optional('weights');
    const labels = k.op('to_float', [k.tensor('target')]);
    const kept = where ? k.op('where', [where, labels, 0]) : labels;
    const logs = k.op('log_softmax', [where ? k.op('where', [where, logits, -Infinity]) : logits], { axis });
    const terms = k.multiply(weights ? k.multiply(kept, weights) : kept, logs);
    const losses = k.negative(k.sum(where ? k.op('where', [where, terms, 0]) : terms, [axis]));
    const reduction = k.word('reduction');
    if (reduction !== null && reduction !== 'mean' && reduction !== 'sum') throw new Refused(`${reduction} as a reduction`);
    if (!where) return reduction === null ? losses : k.op(reduction, [losses], { axes: null, keepdims: false });
    const lists = k.op('any', [where], { axes: [axis] });
    const valid = k.op('where', [lists, losses, 0]);
    if (reduction === null) return valid;
    return reduction === 'mean' ? k.op('divide_no_nan', [k.sum(valid), k.sum(lists)]) : k.sum(valid);
  },
);
