import type { Signature } from '../../../numerics/signature';
import { Refused } from '../build';
import type { Kit } from '../kit';

/** One minus the Dice coefficient, by class in the last axis, with the options of `optax.losses.dice_loss`. */
export function diceOf<E extends Signature>(k: Kit<E>, input: E, target: E, weights: E | null): E {
  const rank = Math.max(input.shape.length, target.shape.length);
  const full = (x: E): E => (x.shape.length === rank - 1 ? k.unsqueeze(x, rank - 1) : x);
  const [logits, truth] = [full(input), full(target)];
  const classes = logits.shape[rank - 1] ?? 1;
  const p = !k.flag('apply_softmax') ? logits : classes === 1 ? k.op('sigmoid', [logits]) : k.op('softmax', [logits], { axis: rank - 1 });
  const axes = k.axes('axis', null, rank) ?? logits.shape.slice(2).map((_, i) => i + 1);
  const both = k.sum(k.multiply(p, truth), axes);
  const missed = (sum: E, share: 'alpha' | 'beta'): E => k.multiply(k.number(share, 0.5), k.subtract(sum, both));
  const smooth = k.number('smooth', 1);
  const total = k.add(k.add(k.add(both, missed(k.sum(p, axes), 'alpha')), missed(k.sum(truth, axes), 'beta')), smooth);
  const plain = k.subtract(1, k.divide(k.add(both, smooth), total));
  const weighted = weights ? k.multiply(plain, weights) : plain;
  const last = weighted.shape.length - 1;
  const kept = k.flag('ignore_background') && classes > 1 ? k.slice(weighted, last, 1, classes) : weighted;
  const reduction = k.word('reduction') ?? 'mean';
  if (reduction === 'none') return kept;
  if (reduction !== 'mean' && reduction !== 'sum') throw new Refused(`reduction=${reduction} is unknown`);
  return k.op(reduction, [kept], { axes: [last], keepdims: false });
}
