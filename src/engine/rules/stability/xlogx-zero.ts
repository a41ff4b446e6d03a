import { hazardRule } from '../hazard-rule';
import type { Expression } from '../../ir/expression';
import { isLog } from '../logarithm';
import { isExponential } from '../softmax';
import { elementsOf } from '../view';

/** p log p at p = 0: 0 · -inf forward, a nan slope backward. */
export const xlogxZero = hazardRule({
  name: 'xlogx-zero',
  rank: 58,
  matches({ node }, view) {
    if (node.op === 'xlogy' || node.op === 'entr' || isExpOfItself(node)) return true;
    const [p] = node.args;
    if (!p || !isLog(node)) return false;
    return view.becomes(node, (user) => user.op === 'multiply' && user.args.some((a) => elementsOf(a) === elementsOf(p)), 3);
  },
});

/** `exp(x) * x`, where x is the logarithm. */
function isExpOfItself({ op, args: [x, y] }: Expression): boolean {
  if (op !== 'multiply' || !x || !y) return false;
  const [a, b] = [elementsOf(x), elementsOf(y)];
  return (isExponential(a) && a.args[0] === b) || (isExponential(b) && b.args[0] === a);
}
