import { inOrder } from '../../ir/expression';
import { textOf } from '../../ir/expression-text';
import { isUnderAutocast } from '../autocast';
import type { Span } from '../../text/span';
import type { Edit, Found, Rule, RuleContext } from '../rule';
import { isSigmoid } from '../softmax';
import { isLog } from '../logarithm';
import { kerasFromEarlier, kerasFromLogits } from '../keras-from-logits';
import { withLogits } from '../with-logits';
import { complementOf, elementsOf, type View } from '../view';
import type { Expression } from '../../ir/expression';

const code = 'stability/sigmoid-then-bce';

/** A binary cross entropy of a sigmoid: capped, with gradient 0 where it matters most. */
export const sigmoidThenBce: Rule = {
  code,
  group: 'stability',
  defaultSeverity: 'warning',
  summary: 'sigmoid-then-bce.summary',
  *find(context: RuleContext): Iterable<Found> {
    const { loss, view, stability, textAt } = context;
    const nodes = loss.body ? inOrder(loss.body) : [];
    const node = nodes.find((n) => isBoundedEntropy(n) || (isClippedLog(n, view) && !keepsLogits(n, view, textAt)));
    if (!node || isUnderAutocast(view.placeOf(node), context)) return;
    const span = view.placeOf(node);
    const call = textAt(span);
    const before = textAt({ ...span, start: loss.span.start, end: span.start });
    const edit = loss.framework === 'tensorflow' ? kerasEdit(span, call, before) : null;
    const slots = { expression: textOf(node), dtype: stability.arithmetic.format };
    yield {
      code,
      severity: 'warning',
      span,
      messageId: 'sigmoid-then-bce.flat',
      arguments: slots,
      related: [],
      hazard: null,
      witness: null,
      rewrite: withLogits(node, view),
      ...(edit === null ? {} : { edit }),
      rank: 60,
    };
  },
};

/** The repair of a call of Keras, by its text. */
function kerasEdit(span: Span, call: string, before: string): Edit | null {
  const newText = kerasFromLogits(call);
  if (newText !== null) return { span, newText };
  const earlier = kerasFromEarlier(call, before);
  return earlier && { span: { ...span, start: span.start - earlier.reach }, newText: earlier.newText, title: 'from_logits=True' };
}

function isBoundedEntropy({ op, args: [p] }: Expression): boolean {
  return op === 'bounded_cross_entropy' && p !== undefined && isSigmoid(elementsOf(p));
}

/** A logarithm of a clipped probability that a library writes within one call, of a sigmoid that it does not take itself. */
function isClippedLog(node: Expression, view: View): boolean {
  const [x] = node.args;
  if (!x || !isLog(node)) return false;
  const clip = complementOf(x) ?? elementsOf(x);
  const [inner] = clip.args;
  const [here, there] = [view.placeOf(node), view.placeOf(clip)];
  const squash = inner && elementsOf(inner);
  if (clip.op !== 'clip' || !squash || !isSigmoid(squash)) return false;
  return isSame(here, there) && !isSame(here, view.placeOf(squash));
}

function isSame(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end && a.source === b.source;
}

/** Whether Keras itself made the probability: then it has kept the logits with it, and its losses take those. */
function keepsLogits(node: Expression, view: View, textAt: RuleContext['textAt']): boolean {
  const [x] = node.args;
  const [inner] = x ? (complementOf(x) ?? elementsOf(x)).args : [];
  return inner !== undefined && /\b(ops|activations|backend|K|keras)\.sigmoid\(/.test(textAt(view.placeOf(elementsOf(inner))));
}
