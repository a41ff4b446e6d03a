import { tieGradientOf } from '../../analyses/tie-gradient';
import { inOrder } from '../../ir/expression';
import { numberText, textOf } from '../../ir/expression-text';
import type { Loss } from '../../ir/loss';
import { stableForm } from '../../write/stable/stable-form';
import { givenTexts } from '../hazard-rule';
import type { Found, Rewrite, Rule, RuleContext } from '../rule';
import { isOp } from '../view';

const code = 'stability/handmade-maxshift-tie';

/** max(a, b) + log1p(exp(-|a - b|)): smooth, but autograd is not at ties. */
export const handmadeMaxshiftTie: Rule = {
  code,
  group: 'stability',
  defaultSeverity: 'error',
  summary: 'handmade-maxshift-tie.summary',
  *find({ loss, view, stability }: RuleContext): Iterable<Found> {
    const kinks = loss.body ? inOrder(loss.body).filter(isOp('maximum', 'minimum', 'clip', 'relu', 'abs', 'where')) : [];
    const maximum = kinks[0];
    if (!maximum || kinks.length < 2 || !kinks.some(isOp('abs'))) return;
    const wrong = tieGradientOf(loss, stability.arithmetic, 1);
    if (!wrong) return;
    const slots = {
      expression: textOf(maximum),
      at: givenTexts(wrong.shown.given),
      got: numberText(wrong.autograd),
      exact: numberText(wrong.true),
      dtype: stability.arithmetic.format,
      name: wrong.input.name,
    };
    yield {
      code,
      severity: 'error',
      span: view.placeOf(maximum),
      messageId: 'handmade-maxshift-tie.slope',
      arguments: slots,
      related: [],
      hazard: null,
      witness: wrong.shown,
      rewrite: wholeOf(loss),
      rank: 70,
    };
  },
};

/** The sum with the maximum and what is added to it, as one smooth function. */
function wholeOf({ body, graph }: Loss): Rewrite | null {
  for (const node of body ? inOrder(body) : []) {
    const by = node.op === 'add' ? stableForm(graph, node) : null;
    if (by) return { node, by };
  }
  return null;
}
