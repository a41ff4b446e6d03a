import type { Given, Hazard } from '../analyses/hazard';
import { inOrder, type Expression } from '../ir/expression';
import { numberText, textOf } from '../ir/expression-text';
import type { Span } from '../text/span';
import type { Arguments, Found, Related, Rewrite, Rule, RuleContext, Severity } from './rule';
import type { View } from './view';

/** A rule about a numeric hazard, told from others by the mathematics around the operation to blame. */
export interface HazardPattern {
  /** File name of the rule. */
  readonly name: string;
  /** How specific: 10 the operation alone, 30 its operand, 50 its neighbourhood, 70 a defeated guard or a trap. */
  readonly rank: number;
  matches(hazard: Hazard, view: View): boolean;
  /** What to underline, where that is not the operation to blame. */
  place?(hazard: Hazard, view: View): Expression;
  /** The end of the message, where it is not the one that has the rule's name. */
  tail?(hazard: Hazard): string;
  /** Set where the values that reach the hazard are always extraordinary. */
  readonly always?: 'warning' | 'information';
  /** A form without the hazard. */
  rewrite?(hazard: Hazard, view: View): Rewrite | null;
}

/** Makes the rule of a pattern. */
export function hazardRule(pattern: HazardPattern): Rule {
  return {
    code: `stability/${pattern.name}`,
    group: 'stability',
    defaultSeverity: pattern.always ?? 'error',
    summary: `${pattern.name}.summary`,
    *find(context: RuleContext): Iterable<Found> {
      for (const hazard of context.stability.hazards) {
        if (pattern.matches(hazard, context.view)) yield found(pattern, hazard, context.view);
      }
    },
  };
}

function found(pattern: HazardPattern, hazard: Hazard, view: View): Found {
  const place = pattern.place?.(hazard, view) ?? hazard.node;
  return {
    code: `stability/${pattern.name}`,
    severity: severityOf(pattern, hazard, view.loss),
    span: view.placeOf(place),
    messageId: `${pattern.tail?.(hazard) ?? pattern.name}.${leadOf(hazard)}`,
    arguments: argumentsOf(hazard),
    related: [
      ...operandsOf(hazard, view),
      ...(place === hazard.node
        ? []
        : [{ span: view.placeOf(hazard.node), messageId: `first-wrong.${hazard.phase}`, arguments: argumentsOf(hazard) }]),
      ...brokenGradients(hazard, view),
      ...callersOf(hazard, view),
    ],
    hazard,
    witness: hazard,
    rewrite: pattern.rewrite?.(hazard, view) ?? null,
    rank: pattern.rank,
  };
}

/** What the operation to blame was given, of what the code computes before it. */
function operandsOf({ node, at }: Hazard, view: View): Related[] {
  return node.args.flatMap((argument, i) => {
    const got = at[i];
    const span = view.placeOf(argument);
    const isOwn = argument.op === 'constant' || argument.op === 'parameter' || got === undefined || Number.isNaN(got);
    if (isOwn || isUnread(argument) || isSame(span, view.placeOf(node))) return [];
    return [{ span, messageId: 'step.value', arguments: { expression: textOf(argument), got: numberText(got) } }];
  });
}

/** The gradients that are no numbers in the end. */
function brokenGradients({ outcome }: Hazard, view: View): Related[] {
  return [...outcome.gradients].flatMap(([name, gradient]) => {
    const got = gradient.find((slope) => !Number.isFinite(slope));
    const parameter = view.loss.parameters.find((one) => one.name === name);
    if (got === undefined || !parameter) return [];
    return [{ span: parameter.span, messageId: 'step.gradient', arguments: { name, got: numberText(got) } }];
  });
}

/** The calls in other files that pass what the witness holds. */
function callersOf(hazard: Hazard, view: View): Related[] {
  return concerned(hazard).flatMap(({ input }) => {
    const parameter = view.loss.parameters.find(({ name }) => name === input.name);
    return parameter?.passedAt === undefined
      ? []
      : [{ span: parameter.span, messageId: 'step.passed', arguments: { name: parameter.name, place: parameter.passedAt } }];
  });
}

function isSame(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end && a.source === b.source;
}

/** Where a result does nothing but decide which of many are alike, an extraordinary value makes another decision and no other loss. */
function severityOf(pattern: HazardPattern, hazard: Hazard, { fate, body }: View['loss']): Severity {
  const decidesAmong = fate === 'decides' && ((body?.shape.length ?? 0) > 0 || isShare(hazard.node));
  if (decidesAmong && hazard.tier !== 'ordinary') return 'information';
  const severity = hazard.tier === 'ordinary' ? 'error' : 'warning';
  if (!pattern.always) return severity;
  return pattern.always === 'information' ? 'information' : 'warning';
}

/** Whether a quotient is what something is of itself and more: `x / (x + y)`. */
function isShare({ op, args: [part, whole] }: Expression): boolean {
  return op === 'divide' && part !== undefined && whole !== undefined && summandsOf(whole).includes(part);
}

function summandsOf(node: Expression): readonly Expression[] {
  return node.op === 'add' || node.op === 'subtract' ? node.args.flatMap(summandsOf) : [node];
}

function leadOf(hazard: Hazard): string {
  return hazard.breaks === 'gradient' ? 'gradient' : 'value';
}

/** What the messages of a hazard may say: the expression, the witness, what came out, and the format. */
function argumentsOf(hazard: Hazard): Arguments {
  return {
    expression: textOf(hazard.node),
    at: givenTexts(concerned(hazard)),
    got: hazard.phase === 'forward' && isUnread(hazard.node) && !Number.isNaN(hazard.got) ? EITHER : numberText(hazard.got),
    dtype: hazard.computedIn,
  };
}

/** What is not finite, where the numbers that decide which were not read. */
const EITHER = 'inf/nan';

function isUnread(node: Expression): boolean {
  return inOrder(node).some(({ op }) => op === 'opaque');
}

/** At most so many inputs are told in a message; the witness has them all. */
const TOLD = 4;

/** The inputs that the operation to blame depends on, or all where it depends on none. */
export function concerned({ node, given }: { readonly node: Expression; readonly given: readonly Given[] }): readonly Given[] {
  const under = new Set(inOrder(node));
  const told = given.filter(({ input }) => under.has(input.node) && isTold(input));
  return told.length > 0 ? told : given;
}

/** A witness in words: `p = 0, y = [1, 0]`. */
export function givenTexts(given: readonly Given[]): string {
  const told = given.filter(({ input }) => isTold(input)).map(givenText);
  return [...told.slice(0, TOLD), ...(told.length > TOLD ? ['…'] : [])].join(', ');
}

function isTold({ quantity }: Given['input']): boolean {
  return quantity !== 'held' && quantity !== 'unread';
}

/** A witness's value of one input: one number where all elements are equal. */
function givenText({ input, values }: Given): string {
  const distinct = [...new Set(values)];
  if (distinct.length === 1) return `${input.name} = ${numberText(distinct[0] ?? NaN)}`;
  const columns = input.node.shape[input.node.shape.length - 1] ?? 1;
  const row = [...values.subarray(0, Math.min(columns, 4))].map(numberText).join(', ');
  return `${input.name} = [${row}${columns > 4 || values.length > columns ? ', …' : ''}]`;
}
