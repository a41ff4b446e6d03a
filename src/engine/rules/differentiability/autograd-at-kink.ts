import { tieGradientOf } from '../../analyses/tie-gradient';
import { inOrder } from '../../ir/expression';
import { numberText, textOf } from '../../ir/expression-text';
import { givenTexts } from '../hazard-rule';
import type { Found, Rule, RuleContext } from '../rule';
import { constantOf, isOp } from '../view';

const code = 'differentiability/autograd-at-kink';
const isKinked = isOp('abs', 'relu', 'maximum', 'minimum', 'clip');

/** A loss that is smooth at 0, but not as autograd differentiates its parts: the hand-written stable cross entropy. */
export const autogradAtKink: Rule = {
  code,
  group: 'differentiability',
  defaultSeverity: 'information',
  summary: 'autograd-at-kink.summary',
  *find({ loss, view, stability }: RuleContext): Iterable<Found> {
    const kinks = loss.body ? inOrder(loss.body).filter(isKinked) : [];
    const kink = kinks.find((n) => n.args.some((a) => constantOf(a) === 0)) ?? kinks[0];
    if (!kink || kinks.length < 2) return;
    const wrong = tieGradientOf(loss, stability.arithmetic, 0);
    if (!wrong) return;
    const slots = {
      expression: textOf(kink),
      at: givenTexts(wrong.shown.given),
      got: numberText(wrong.autograd),
      exact: numberText(wrong.true),
      name: wrong.input.name,
    };
    yield {
      code,
      severity: 'information',
      span: view.placeOf(kink),
      messageId: 'autograd-at-kink.here',
      arguments: slots,
      related: [],
      hazard: null,
      witness: wrong.shown,
      rewrite: null,
      rank: 20,
    };
  },
};
