import { hazardRule } from '../hazard-rule';
import { isCentred } from '../moments';
import { isRoot } from '../roots';
import { elementsOf, unguarded, within } from '../view';

/** The standard deviation of a constant input. */
export const stdGradZero = hazardRule({
  name: 'std-grad-zero',
  rank: 52,
  matches({ node }) {
    if (node.op === 'std') return true;
    const inner = node.args[0] && elementsOf(unguarded(node.args[0]));
    return isRoot(node) && inner !== undefined && (inner.op === 'var' || within(inner, isCentred, 5));
  },
});
