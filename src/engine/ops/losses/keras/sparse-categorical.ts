import type { Signature } from '../../../numerics/signature';
import { Refused } from '../build';
import type { Kit } from '../kit';
import { sparseCrossEntropy } from '../tensorflow/sparse-cross-entropy';
import { EPSILON } from './epsilon';

/** Negative log-likelihood of class indices along the last axis; probabilities are clipped, logged, and pass a softmax again. */
export function sparseCategorical<E extends Signature>(k: Kit<E>): E {
  const input = k.tensor('input');
  const rank = input.shape.length;
  if (k.axis('axis', -1, rank) !== rank - 1) throw new Refused('only the last axis can hold the classes');
  const target = squeezedTarget(k, input);
  const ignored = k.optional('ignore_class');
  if (ignored) return withoutIgnored(k, input, target, ignored);
  return likelihood(k, input, target);
}

function likelihood<E extends Signature>(k: Kit<E>, input: E, target: E): E {
  const logits = k.flag('from_logits') ? input : k.op('log', [k.op('clip', [input, EPSILON, 1 - EPSILON])]);
  return sparseCrossEntropy(k, logits, target);
}

/** Where a class is not the ignored one; null where none is ignored. */
export function countedClasses<E extends Signature>(k: Kit<E>): E | null {
  const ignored = k.optional('ignore_class');
  return ignored ? k.op('not_equal', [squeezedTarget(k, k.tensor('input')), ignored]) : null;
}

function squeezedTarget<E extends Signature>(k: Kit<E>, input: E): E {
  const given = k.tensor('target');
  const target = given.kind === 'int' ? given : k.op('to_int', [given]);
  const extra = target.shape.length === input.shape.length && target.shape[target.shape.length - 1] === 1;
  return extra ? k.op('reshape', [target], { shape: target.shape.slice(0, -1) }) : target;
}

function withoutIgnored<E extends Signature>(k: Kit<E>, input: E, target: E, ignored: E): E {
  const valid = k.op('not_equal', [target, ignored]);
  const kept = k.op('where', [k.unsqueeze(valid, input.shape.length - 1), input, 0]);
  const index = k.op('where', [valid, target, k.constant(0, 'int')]);
  return k.op('where', [valid, likelihood(k, kept, index), 0]);
}
