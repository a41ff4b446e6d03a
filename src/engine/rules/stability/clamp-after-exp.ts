import type { Expression } from '../../ir/expression';
import { hazardRule } from '../hazard-rule';
import { isExponential } from '../softmax';
import { constantOf, type View } from '../view';

/** A clip, or the minimum with a constant. */
function isClamp({ op, args }: Expression): boolean {
  return op === 'clip' || (op === 'minimum' && args.some((a) => constantOf(a) !== null));
}

/** clamp(exp x): the value is bounded, the slope is 0 · inf. */
export const clampAfterExp = hazardRule({
  name: 'clamp-after-exp',
  rank: 68,
  matches: (hazard, view) =>
    isExponential(hazard.node) &&
    hazard.breaks === 'gradient' &&
    view.becomes(hazard.node, isClamp, 4) &&
    isAlwaysClamped(hazard.node, view),
  place: (hazard, view) => view.downstream(hazard.node, 4).find(isClamp) ?? hazard.node,
});

/** Whether nothing of an exponential goes on without a clamp. */
function isAlwaysClamped(node: Expression, view: View): boolean {
  const seen = new Set<Expression>([node]);
  for (const inner of seen) {
    if (inner === view.loss.body) return false;
    for (const user of view.usersOf(inner)) if (!isClamp(user)) seen.add(user);
  }
  return true;
}
