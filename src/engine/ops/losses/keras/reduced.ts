import type { Signature } from '../../../numerics/signature';
import { Refused } from '../build';
import type { Kit } from '../kit';
import { sameRank } from './pair';

/** The losses of the samples, weighed and reduced as a loss object of Keras does; a plain function has no `reduction`. */
export function reduced<E extends Signature>(k: Kit<E>, losses: E): E {
  const weight = k.optional('sample_weight');
  const values = weight ? weighed(k, losses, weight) : losses;
  const reduction = k.word('reduction');
  if (reduction === null || reduction === 'none' || values.shape.length === 0) return values;
  if (reduction === 'sum') return k.sum(values);
  if (reduction === 'mean_with_sample_weight' && weight) return k.op('divide_no_nan', [k.sum(values), k.sum(weight)]);
  if (['sum_over_batch_size', 'mean', 'mean_with_sample_weight'].includes(reduction)) return k.mean(values);
  throw new Refused(`reduction=${JSON.stringify(reduction)} is unknown`);
}

function weighed<E extends Signature>(k: Kit<E>, losses: E, weight: E): E {
  const [values, aligned] = sameRank(k, losses, weight);
  return k.multiply(values, aligned);
}
