import { hazardRule } from '../hazard-rule';
import { isLog } from '../logarithm';
import { complementOf, elementsOf, within } from '../view';
import type { Expression } from '../../ir/expression';

/** log(p / (1 - p)) at 0 and 1, atanh at ±1. */
export const atanhLogitEdge = hazardRule({
  name: 'atanh-logit-edge',
  rank: 63,
  matches({ node }, view) {
    if (node.op === 'atanh' || node.op === 'logit') return true;
    if (node.op === 'divide') return isOdds(node) && view.usersOf(node).some(isLog);
    const [x] = node.args;
    if (!isLog(node) || !x) return false;
    return isOdds(elementsOf(x)) || view.usersOf(node).some((user) => isDifferenceOfLogs(user));
  },
});

/** p / (1 - p) or (1 + a) / (1 - a). */
function isOdds({ op, args: [x, y] }: Expression): boolean {
  const base = y && complementOf(y);
  return op === 'divide' && x !== undefined && base != null && within(x, (n) => n === base, 3);
}

/** log p - log(1 - p). */
function isDifferenceOfLogs({ op, args: [x, y] }: Expression): boolean {
  const [first, second] = [x, y].map((side) => side && elementsOf(side));
  if (op !== 'subtract' || !first || !second || !isLog(first) || !isLog(second)) return false;
  const base = second.args[0] && complementOf(second.args[0]);
  return base != null && base === elementsOf(first.args[0] ?? first);
}
