import { hazardRule } from '../hazard-rule';
import { isLog } from '../logarithm';
import { unguarded } from '../view';
import type { Expression } from '../../ir/expression';

/** -log(-log u) of a uniform draw that can be 0 or 1. */
export const gumbelLogLog = hazardRule({
  name: 'gumbel-log-log',
  rank: 62,
  matches({ node }, view) {
    if (!isLog(node)) return false;
    return isLogOfLog(node) || view.downstream(node, 4).some(isLogOfLog);
  },
});

function isLogOfLog(node: Expression): boolean {
  const [x] = node.args;
  if (!isLog(node) || !x) return false;
  const inner = unguarded(x);
  return isLog(unguarded(inner.op === 'negative' ? (inner.args[0] ?? inner) : inner));
}
