import type { Expression } from '../../ir/expression';
import type { Hazard } from '../../analyses/hazard';
import { hazardRule } from '../hazard-rule';
import { isMask } from '../masks';
import { elementsOf } from '../view';

/** mask * f(x): what is masked out is infinite, and inf · 0 is nan. */
export const maskMultiply = hazardRule({
  name: 'mask-multiply',
  rank: 48,
  matches(hazard, view) {
    const { value, gradients } = hazard.outcome;
    if (![value, ...gradients.values()].some((numbers) => numbers.some(Number.isNaN))) return false;
    return view
      .downstream(hazard.node, 3)
      .some((user) => user.op === 'multiply' && user.args.some((a) => isMask(elementsOf(a)) || isSwitch(elementsOf(a), hazard)));
  },
});

/** An argument that is 0 or 1 and neither what is predicted nor what is to be predicted. */
function isSwitch(node: Expression, { given }: Hazard): boolean {
  return given.some(({ input }) => input.node === node && input.quantity === 'set' && !input.target && !input.prediction);
}
