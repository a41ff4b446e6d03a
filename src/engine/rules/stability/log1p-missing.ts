import { precisionRule } from '../precision-rule';
import { constantOf, isOp, withoutConstant } from '../view';

/** log(1 + x) near 0. */
export const log1pMissing = precisionRule({
  name: 'log1p-missing',
  severity: 'information',
  probe: 'near-zero',
  from: 1e-3,
  matches({ op, args: [x] }) {
    if (op !== 'log' || !x || !x.args.some((a) => constantOf(a) === 1)) return false;
    const inner = withoutConstant(x);
    return inner !== null && !isOp('exp', 'exp2')(inner);
  },
});
