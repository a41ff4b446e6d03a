import { hazardRule } from '../hazard-rule';
import { isLog } from '../logarithm';
import { isExponential, opposite } from '../softmax';
import { isOp, within } from '../view';
import type { Expression } from '../../ir/expression';

/** log cosh x, spelled with cosh or with two exponentials. */
export const logcoshNaive = hazardRule({
  name: 'logcosh-naive',
  rank: 64,
  matches({ node }, view) {
    const logs = view.downstream(node, 5).filter(isLog);
    if (node.op === 'cosh') return logs.length > 0;
    if (!isExponential(node)) return false;
    return logs.some((log) => within(log, (n) => n.op === 'add' && isPairOfOpposites(n.args), 4) && within(log, isOp('exp'), 5));
  },
});

function isPairOfOpposites([x, y]: readonly Expression[]): boolean {
  return x !== undefined && y !== undefined && opposite(x, y);
}
