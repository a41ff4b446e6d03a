import type { GradientFlow } from '../analyses/gradient-flow';
import { type Expression, inOrder } from '../ir/expression';
import { textOf } from '../ir/expression-text';
import { withGradient } from './gradient/kept-gradient';
import type { Found, Rule, RuleContext } from './rule';
import { elementsOf } from './view';

/** A rule about an operation through which no gradient reaches a prediction. */
export interface FlowPattern {
  readonly name: string;
  readonly ops: readonly string[];
  /** How the operation must be spelled at its place; absent: any way that no other rule of the operation claims. */
  readonly spelled?: RegExp;
  readonly notSpelled?: RegExp;
}

/** Makes the rule of a pattern: the first such operation on the way of a prediction that gets no gradient at all. */
export function flowRule(pattern: FlowPattern): Rule {
  const code = `gradient/${pattern.name}`;
  return {
    code,
    group: 'gradient',
    defaultSeverity: 'warning',
    summary: `${pattern.name}.summary`,
    *find(context: RuleContext): Iterable<Found> {
      if (context.loss.status !== 'full' || context.loss.framework === 'numpy' || context.loss.framework === 'python') return;
      if (!context.loss.body || elementsOf(context.loss.body).op === 'parameter') return;
      const guessed = new Set(context.loss.parameters.filter((p) => p.guessed).map((p) => p.name));
      for (const [name, flow] of context.gradientFlow) {
        if (guessed.has(name) || PREDICTED.test(name)) continue;
        const blocker = firstBlocker(flow);
        if (blocker && claims(pattern, blocker, context))
          yield found(code, pattern.name, name, blocker, context, isMeant(blocker, context) ? 'information' : 'warning');
      }
    },
  };
}

/** What a trained model is asked for comes without a gradient. */
const PREDICTED = /\.predict(_proba)?\(/;

/** One argument of a loss that trains another, chosen with or held fast; the hard decision of a measure; a function marked as one that does not train. */
function isMeant(blocker: Expression, context: RuleContext): boolean {
  const { gradientFlow, loss, textAt } = context;
  if (isHandedOut(blocker, context)) return true;
  const decides = (blocker.op !== 'stop_gradient' || isNumbered(blocker, context)) && (MEASURE.test(loss.name) || !LOSS.test(loss.name));
  if (blocker.op === 'stop_gradient' && trainsAnother(loss)) return true;
  if (decides || /^@[\w.]*(no_grad|inference_mode)\b/.test(textAt(loss.span))) return true;
  return [...gradientFlow.values()].some(({ answer }) => answer === 'flows' || answer === 'partial');
}

/** Whether a tensor becomes a number of Python or NumPy there, as what is reported does. */
function isNumbered(blocker: Expression, { view, textAt }: RuleContext): boolean {
  const { start, end, source } = view.placeOf(blocker);
  if (source !== undefined) return false;
  return (
    /\.(item|numpy|tolist)\(|\bfloat\(/.test(textAt({ start, end })) ||
    /^(\.cpu\(\))?\.(numpy|item|tolist)\(/.test(textAt({ start: end, end: end + FURTHER }))
  );
}

/** Whether a loss is given as NumPy's number, or a script sums one up in NumPy: nobody trains with that. */
function isHandedOut(blocker: Expression, { loss, view, textAt }: RuleContext): boolean {
  const { start, end, source } = view.placeOf(blocker);
  if (source !== undefined) return false;
  const [text, after] = [textAt({ start, end }), textAt({ start: end, end: end + FURTHER })];
  if (loss.kind === 'expression') return /\bnp\.(as)?array\(/.test(text) || !isTrained(loss, textAt);
  return isWhole(loss.body, blocker) && (/\.numpy\(\)$/.test(text) || /^(\.cpu\(\))?\.numpy\(\)/.test(after));
}

/** Whether a script takes a gradient of an expression, or hands it on, after it. */
function isTrained({ name, span }: RuleContext['loss'], textAt: RuleContext['textAt']): boolean {
  const [word = name] = name.split('#', 1);
  const after = textAt({ start: span.end, end: span.end + LONGEST });
  return after
    .split('\n')
    .some((line) => new RegExp(`\\b${word}\\b`).test(line) && /backward|minimize|gradient|grad\(|return|yield/.test(line));
}

/** So far behind an expression is looked for what is done with it. */
const LONGEST = 20_000;

/** So far behind a place is looked for what is called next. */
const FURTHER = 20;

/** Whether a node is all that a loss returns. */
function isWhole(body: Expression | null, node: Expression): boolean {
  if (body === node || !body) return body === node;
  return (body.op === 'stop_gradient' || body.op === 'identity') && isWhole(body.args[0] ?? null, node);
}

/** Whether something that is neither prediction nor target is in the loss, for a gradient to go to. */
function trainsAnother({ body, parameters }: RuleContext['loss']): boolean {
  const reached = new Set(body ? inOrder(body) : []);
  return parameters.some(
    ({ role, node }) => role === 'other' && node !== null && node.kind === 'float' && node.shape.length > 0 && reached.has(node),
  );
}

/** Words by which something says that it is trained with. */
const LOSS =
  /loss|criterion|cost|objective|entropy|penalty|regulari[sz]|(^|[_.])(bce|ce|mse|mae|rmse|nll|hinge|huber|focal|triplet|contrastive|elbo|kl_?div\w*)([_.]|\d|$)/i;

/** Names of what is reported after training, without a word of loss in them. */
const MEASURE =
  /^(?!.*(loss|criterion|cost|objective)).*(^|[_.])(iou|miou|jaccard|dice|accuracy|precision|recall|f1|score|metric|psnr|ssim|auc|hits)([_.]|$)/i;

function firstBlocker(flow: GradientFlow): Expression | undefined {
  return flow.answer === 'blocked' ? flow.blockers[0] : undefined;
}

function claims({ ops, spelled, notSpelled }: FlowPattern, blocker: Expression, { view, textAt }: RuleContext): boolean {
  if (!ops.includes(blocker.op)) return false;
  const text = textAt(view.placeOf(blocker));
  return (spelled?.test(text) ?? true) && !(notSpelled?.test(text) ?? false);
}

function found(
  code: string,
  rule: string,
  name: string,
  blocker: Expression,
  { view, textAt }: RuleContext,
  severity: Found['severity'],
): Found {
  const slots = { name, expression: textOf(blocker) };
  const place = view.isWritten(blocker) ? blocker : (blocker.args[0] ?? blocker);
  const span = view.placeOf(place);
  const goesOn = /^\s*\.(cpu|numpy|item|tolist|data)\b/.test(textAt({ ...span, start: span.end, end: span.end + 12 }));
  const edit = severity === 'warning' && blocker.op === 'stop_gradient' && !goesOn ? withGradient(span, textAt(span)) : null;
  return {
    code,
    severity,
    span,
    messageId: `${rule}.blocked`,
    arguments: slots,
    related: [],
    hazard: null,
    witness: null,
    rewrite: null,
    ...(edit ? { edit } : {}),
    rank: 20,
  };
}
