import { ShapeError, type Signature } from '../../../numerics/signature';
import type { Kit } from '../kit';

const IGNORED = -100;

/**
 * Negative log-likelihood of class indices under log-probabilities `logs`: (C), (N, C) or (N, C, d…) with one index for each
 * position. Entries with `ignore_index` count neither in the sum nor in the mean, whose divisor is the sum of class weights.
 */
export function indexed<E extends Signature>(k: Kit<E>, logs: E, target: E, smoothing: number): E {
  const axis = logs.shape.length === 1 ? 0 : 1;
  if (target.shape.length !== logs.shape.length - 1) throw new ShapeError('the target is neither class indices nor probabilities');
  const ignored = k.isGiven('ignore_index') ? k.whole('ignore_index') : k.constant(IGNORED, 'int');
  const valid = k.op('not_equal', [target, ignored], { named: k.isGiven('ignore_index') });
  const index = k.op('where', [valid, target, k.constant(0, 'int')]);
  const picked = k.op('reshape', [k.op('gather', [logs, k.unsqueeze(index, axis)], { axis })], { shape: target.shape });
  const weight = k.optional('weight');
  if (weight && String(weight.shape) !== String([logs.shape[axis]])) throw new ShapeError('a weight for each class is needed');
  const own = weight ? k.op('take', [weight, index], { axis: 0 }) : null;
  const losses = k.negative(own ? k.multiply(own, picked) : picked);
  const total = own ? k.sum(k.op('where', [valid, own, 0])) : k.sum(valid);
  const plain = reduceValid(k, losses, valid, total);
  if (smoothing === 0) return plain;
  const classes = logs.shape[axis] ?? 1;
  const spread = k.negative(k.sum(weight ? k.multiply(logs, k.alongAxis(weight, axis, logs.shape.length)) : logs, [axis]));
  return k.add(k.multiply(plain, 1 - smoothing), k.multiply(reduceValid(k, spread, valid, total), smoothing / classes));
}

function reduceValid<E extends Signature>(k: Kit<E>, losses: E, valid: E, total: E): E {
  const kept = k.op('where', [valid, losses, 0]);
  return (k.word('reduction') ?? 'mean') === 'mean' ? k.divide(k.sum(kept), total) : k.reduce(kept);
}
