import { hazardRule } from '../hazard-rule';
import { divisorOf, isDivision } from '../division';
import type { Found, Rule, RuleContext } from '../rule';
import { elementsOf, isOp, summand, unguarded, within } from '../view';
import { countedMean } from '../counted-mean';

const rule = hazardRule({
  name: 'empty-mean',
  rank: 50,
  matches({ node }) {
    const divisor = divisorOf(node);
    const counted = divisor && (summand(unguarded(divisor)) ?? (divisor.op === 'count_nonzero' ? divisor.args[0] : null));
    const total = node.args[0] && elementsOf(node.args[0]);
    if (!isDivision(node) || !counted || !total) return false;
    const mask = elementsOf(counted);
    return (
      mask.kind === 'bool' ||
      within(total, (n) => n.op === 'multiply' && n.args.some((a) => elementsOf(a) === mask), 4) ||
      within(mask, isOp('equal', 'not_equal', 'greater', 'less'), 2)
    );
  },
});

/** A mean over a selection that can be empty; one that a library takes is written as a sum over a count. */
export const emptyMean: Rule = {
  ...rule,
  *find(context: RuleContext): Iterable<Found> {
    for (const found of rule.find(context)) {
      const newText = context.loss.framework === 'torch' ? countedMean(context.textAt(found.span)) : null;
      yield newText === null ? found : { ...found, edit: { span: found.span, newText } };
    }
  },
};
