import type { Signature } from '../../../numerics/signature';
import type { Kit } from '../kit';

/** `input` and `target` brought to the same rank: of (N, 1) against (N) the second grows, of (…, 1) against (…) the first shrinks. */
export function pair<E extends Signature>(k: Kit<E>): readonly [E, E] {
  const input = k.tensor('input');
  const target = k.tensor('target');
  return sameRank(k, input, target);
}

/** Two tensors brought to the same rank, where one has a last axis of length 1 that the other lacks. */
export function sameRank<E extends Signature>(k: Kit<E>, x: E, y: E): readonly [E, E] {
  if (x.shape.length === y.shape.length + 1 && last(x) === 1) {
    return y.shape.length === 1 ? [x, k.unsqueeze(y, 1)] : [squeezed(k, x), y];
  }
  if (y.shape.length === x.shape.length + 1 && last(y) === 1) {
    return x.shape.length === 1 ? [k.unsqueeze(x, 1), y] : [x, squeezed(k, y)];
  }
  return [x, y];
}

function last(x: Signature): number | undefined {
  return x.shape[x.shape.length - 1];
}

function squeezed<E extends Signature>(k: Kit<E>, x: E): E {
  return k.op('reshape', [x], { shape: x.shape.slice(0, -1) });
}
