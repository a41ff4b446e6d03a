import { comparedBackward, type Difference } from '../../analyses/handmade-gradient';
import type { Shown } from '../../analyses/hazard';
import { disagreementOf } from '../../analyses/written-derivative';
import { numberText } from '../../ir/expression-text';
import type { Loss } from '../../ir/loss';
import type { Span } from '../../text/span';
import type { FrameworkArithmetic } from '../../analyses/replay';
import type { Arguments, Found, Rule, RuleContext } from '../rule';

const code = 'gradient/handwritten-wrong';

/** A derivative written by hand that is not the derivative: beside a loss under its name, or as its backward pass. */
export const handwrittenWrong: Rule = {
  code,
  group: 'gradient',
  defaultSeverity: 'error',
  summary: 'handwritten-wrong.summary',
  *find({ loss, stability }: RuleContext): Iterable<Found> {
    yield* wrongGradients(loss, stability.arithmetic);
  },
};

/** What is wrong with the derivatives that are written for a function, loss or not. */
export function* wrongGradients(loss: Loss, arithmetic: FrameworkArithmetic): Iterable<Found> {
  const written = loss.writtenDerivative;
  const wrong = written && disagreementOf(loss, arithmetic);
  if (written && wrong) {
    const messageId = wrong.factor === null ? 'handwritten-wrong.value' : 'handwritten-wrong.factor';
    yield found('warning', written.nameSpan, messageId, slotsOf(written.name, loss.name, wrong), wrong.shown);
  }
  const fault = comparedBackward(loss, arithmetic);
  if (!loss.ownBackward || fault === null || fault === 'equal') return;
  const { difference, factor } = fault;
  const messageId =
    difference === 'wrong' ? (factor === null ? 'handwritten-wrong.backward' : 'handwritten-wrong.backward-factor') : MESSAGES[difference];
  yield found(
    severityOf(difference),
    loss.ownBackward.at,
    messageId,
    slotsOf(loss.ownBackward.backward[0]?.name ?? loss.name, loss.name, fault),
    fault.shown,
  );
}

const MESSAGES: Readonly<Record<Exclude<Difference, 'wrong'>, string>> = {
  flat: 'handwritten-wrong.flat',
  identity: 'handwritten-wrong.identity',
  clipped: 'handwritten-wrong.meant',
  named: 'handwritten-wrong.meant',
  upstream: 'handwritten-wrong.upstream',
};

function severityOf(difference: Difference): Found['severity'] {
  if (difference === 'wrong') return 'error';
  return difference === 'upstream' ? 'warning' : 'information';
}

function found(severity: Found['severity'], span: Span, messageId: string, slots: Arguments, witness: Shown): Found {
  return { code, severity, span, messageId, arguments: slots, related: [], hazard: null, witness, rewrite: null, rank: 20 };
}

interface Told {
  readonly by: string;
  readonly shape: readonly number[];
  readonly given: readonly number[];
  readonly derivative: readonly number[];
  readonly factor: number | null;
  readonly shown: Shown;
}

function slotsOf(name: string, loss: string, { by, shape, shown, given, derivative, factor }: Told): Arguments {
  const at = shown.given.map(({ input, values, shape: own }) => `${input.name} = ${listOf([...values], own)}`);
  return { name, loss, by, at: at.join(', '), given: listOf(given, shape), derivative: listOf(derivative, shape), factor: factor ?? 0 };
}

/** Numbers as Python would write them. */
function listOf(values: readonly number[], shape: readonly number[]): string {
  const texts = values.map((x) => numberText(Number(x.toPrecision(6))));
  if (values.length === 1 && shape.length === 0) return texts[0] ?? '';
  const last = shape[shape.length - 1];
  if (shape.length !== 2 || !last) return `[${texts.join(', ')}]`;
  const rows = Array.from({ length: values.length / last }, (_, i) => `[${texts.slice(i * last, (i + 1) * last).join(', ')}]`);
  return `[${rows.join(', ')}]`;
}
