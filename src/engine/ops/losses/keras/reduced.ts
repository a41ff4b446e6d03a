import type { Signature } from '../../../numerics/signature';
import { Refused } from '../build';
import type { Kit } from '../kit';
import { sameRank } from './pair';

/**
 * The losses of the samples, weighed and reduced as a loss object of Keras does; a plain function has no `reduction`. Where a
 * mask says which samples count, a mean is over those.
 */
export function reduced<E extends Signature>(k: Kit<E>, losses: E, counted: E | null = null): E {
  const reduction = k.word('reduction');
  const weight = reduction !== null && counted ? masked(k, counted, reduction) : k.optional('sample_weight');
  const values = weight ? weighed(k, losses, weight) : losses;
  if (reduction === null || reduction === 'none' || values.shape.length === 0) return values;
  if (reduction === 'sum') return k.sum(values);
  if (reduction === 'mean_with_sample_weight' && weight) return k.op('divide_no_nan', [k.sum(values), k.sum(weight)]);
  if (['sum_over_batch_size', 'mean', 'mean_with_sample_weight'].includes(reduction)) return k.mean(values);
  throw new Refused(`reduction=${JSON.stringify(reduction)} is unknown`);
}

/** The weights that a mask stands for: in a mean the whole count is shared among those that count. */
function masked<E extends Signature>(k: Kit<E>, counted: E, reduction: string): E {
  const mask = k.op('to_float', [counted]);
  const share = k.op('divide_no_nan', [mask.shape.reduce((product, size) => product * size, 1), k.sum(mask)]);
  const mean = reduction === 'mean' || reduction === 'sum_over_batch_size';
  const weights = mean ? k.op('where', [counted, share, 0]) : mask;
  const given = k.optional('sample_weight');
  if (!given) return weights;
  const [aligned, own] = sameRank(k, weights, given);
  return k.multiply(own, aligned);
}

function weighed<E extends Signature>(k: Kit<E>, losses: E, weight: E): E {
  const [values, aligned] = sameRank(k, losses, weight);
  return k.multiply(values, aligned);
}
