import { precisionRule } from '../precision-rule';
import { isOp, isSquaredNorm, within } from '../view';

/** |a|² + |b|² - 2 a·b. */
export const sqdistExpansion = precisionRule({
  name: 'sqdist-expansion',
  severity: 'warning',
  probe: 'offset',
  from: 0.01,
  matches({ op, args: [x, y] }) {
    if ((op !== 'subtract' && op !== 'add') || !x || !y) return false;
    return x.op === 'add' && x.args.some((a) => isSquaredNorm(a)) && within(y, isOp('matmul', 'einsum', 'outer'), 3);
  },
});
