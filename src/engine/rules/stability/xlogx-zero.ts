import { hazardRule } from '../hazard-rule';
import { isLog } from '../logarithm';
import { elementsOf } from '../view';

/** p log p at p = 0: 0 · -inf forward, a nan slope backward. */
export const xlogxZero = hazardRule({
  name: 'xlogx-zero',
  rank: 58,
  matches({ node }, view) {
    if (node.op === 'xlogy' || node.op === 'entr') return true;
    const [p] = node.args;
    if (!p || !isLog(node)) return false;
    return view.becomes(node, (user) => user.op === 'multiply' && user.args.some((a) => elementsOf(a) === elementsOf(p)), 3);
  },
});
