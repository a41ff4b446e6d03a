import { inOrder } from '../../ir/expression';
import { textOf } from '../../ir/expression-text';
import { isUnderAutocast } from '../autocast';
import { hazardRule } from '../hazard-rule';
import type { Found, Rule, RuleContext } from '../rule';
import { withLogits } from '../with-logits';

const rounded = hazardRule({
  name: 'bce-on-half-prob',
  rank: 60,
  matches: ({ node, computedIn }) => node.op === 'bounded_cross_entropy' && (computedIn === 'float16' || computedIn === 'bfloat16'),
  rewrite: ({ node }, view) => withLogits(node, view),
});

/** A binary cross entropy of probabilities in half precision, or under CUDA's autocast, which refuses it. */
export const bceOnHalfProb: Rule = {
  ...rounded,
  *find(context: RuleContext): Iterable<Found> {
    yield* rounded.find(context);
    yield* refused(context);
  },
};

/** torch: "binary_cross_entropy and BCELoss are unsafe to autocast" (aten/src/ATen/autocast_mode.cpp, the list of banned functions). */
function* refused(context: RuleContext): Iterable<Found> {
  const { loss, view } = context;
  const found = loss.body ? inOrder(loss.body).filter(({ op }) => op === 'bounded_cross_entropy') : [];
  const node = found.find((one) => isUnderAutocast(view.placeOf(one), context));
  if (!node) return;
  yield {
    code: rounded.code,
    severity: 'warning',
    span: view.placeOf(node),
    messageId: 'bce-on-half-prob.autocast',
    arguments: { expression: textOf(node) },
    related: [],
    hazard: null,
    witness: null,
    rewrite: withLogits(node, view),
    rank: 70,
  };
}
