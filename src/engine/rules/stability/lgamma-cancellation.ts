import { precisionRule } from '../precision-rule';
import { elementsOf } from '../view';

/** lgamma(x + θ) - lgamma(θ) for large θ. */
export const lgammaCancellation = precisionRule({
  name: 'lgamma-cancellation',
  severity: 'warning',
  probe: 'large',
  from: 1e-3,
  matches: ({ op, args }) => op === 'subtract' && args.every((a) => elementsOf(a).op === 'lgamma'),
});
