import { hazardRule } from '../hazard-rule';
import { logOfComplement } from '../logarithm';
import { isExponential } from '../softmax';
import { elementsOf, unguarded } from '../view';

/** log(1 - exp x) for x near 0, or above it. */
export const log1mexp = hazardRule({
  name: 'log1mexp',
  rank: 60,
  matches({ node }) {
    const inner = logOfComplement(node);
    if (inner) return isExponential(unguarded(inner));
    const [x] = node.args;
    const negated = x && elementsOf(x);
    return node.op === 'log' && negated?.op === 'negative' && elementsOf(negated.args[0] ?? negated).op === 'expm1';
  },
});
