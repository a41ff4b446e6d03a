import { precisionRule } from '../precision-rule';
import { minusOneOf } from '../cancellation';
import { isRoot } from '../roots';

/** sqrt(1 + d²) - 1 near 0. */
export const sqrtMinusOne = precisionRule({
  name: 'sqrt-minus-one',
  severity: 'information',
  probe: 'near-zero',
  from: 0.01,
  matches(node) {
    const root = minusOneOf(node);
    return root !== null && isRoot(root) && (root.args[0]?.op ?? '') === 'add';
  },
});
