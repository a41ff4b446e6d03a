import { precisionRule } from '../precision-rule';
import { minusOneOf } from '../cancellation';

/** exp(x) - 1 near 0. */
export const expm1Missing = precisionRule({
  name: 'expm1-missing',
  severity: 'information',
  probe: 'near-zero',
  from: 1e-3,
  matches: (node) => minusOneOf(node)?.op === 'exp',
});
