import { hazardRule } from '../hazard-rule';
import { divisorOf, isDivision } from '../division';
import type { Found, Rule, RuleContext } from '../rule';
import { sizeOf } from '../../ir/expression';
import type { Hazard } from '../../analyses/hazard';
import { elementsOf, essence, isOp, summand, unguarded, within } from '../view';
import { countedMean } from '../counted-mean';

const rule = hazardRule({
  name: 'empty-mean',
  rank: 50,
  matches({ node }) {
    const divisor = divisorOf(node);
    const counted = divisor && (summand(unguarded(divisor)) ?? (divisor.op === 'count_nonzero' ? divisor.args[0] : null));
    const total = node.args[0] && elementsOf(node.args[0]);
    if (!isDivision(node) || !counted || !total) return false;
    const core = elementsOf(counted);
    const mask = core.op === 'to_int' && core.args[0] ? elementsOf(core.args[0]) : core;
    return (
      mask.kind === 'bool' ||
      (!(mask.op === 'parameter' && essence(total) === mask) &&
        within(total, (n) => n.op === 'multiply' && n.args.some((a) => elementsOf(a) === mask), 4)) ||
      within(mask, isOp('equal', 'not_equal', 'greater', 'less'), 2)
    );
  },
});

/** A mean over a selection that can be empty; one that a library takes is written as a sum over a count. */
export const emptyMean: Rule = {
  ...rule,
  *find(context: RuleContext): Iterable<Found> {
    for (const found of rule.find(context)) {
      const text = context.textAt(found.span);
      const newText = countsElements(found.hazard) ? countedMean(text, context.loss.framework) : null;
      yield newText === null ? found : { ...found, edit: { span: found.span, newText } };
    }
  },
};

/** Whether as many elements are counted as are added up: a mask of rows picks more than it counts. */
function countsElements(hazard: Hazard | null): boolean {
  const [total, counted] =
    hazard?.node.args.map((side) => (summand(unguarded(side)) ? elementsOf(unguarded(side)).args[0] : undefined)) ?? [];
  return !total || !counted || (sizeOf(total.shape) === sizeOf(counted.shape) && elementsOf(counted).shape.length === total.shape.length);
}
