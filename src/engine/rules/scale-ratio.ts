import type { Given } from '../analyses/hazard';
import type { Expression } from '../ir/expression';
import { essence } from './view';

/** Whether an exponent is the difference of two logarithms of scales. */
export function isRatioOfScales(exponent: Expression | undefined, given: readonly Given[]): boolean {
  const scales = new Set(given.filter(({ input }) => input.logarithmic).map(({ input }) => input.node));
  return exponent?.op === 'subtract' && exponent.args.every((term) => scales.has(essence(term)));
}
