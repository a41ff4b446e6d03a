import { hazardRule } from '../hazard-rule';
import { isLog } from '../logarithm';
import { isRoot } from '../roots';
import { elementsOf, isSquare } from '../view';

/** acosh near 1, also spelled log(x + sqrt(x² - 1)). */
export const acoshEdge = hazardRule({
  name: 'acosh-edge',
  rank: 55,
  matches({ node }, view) {
    if (node.op === 'acosh') return true;
    const inner = node.args[0] && elementsOf(node.args[0]);
    return (
      isRoot(node) && inner?.op === 'subtract' && inner.args[0] !== undefined && isSquare(inner.args[0]) && view.becomes(node, isLog, 3)
    );
  },
});
