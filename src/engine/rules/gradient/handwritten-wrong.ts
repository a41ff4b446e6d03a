import { type Disagreement, disagreementOf } from '../../analyses/written-derivative';
import { numberText } from '../../ir/expression-text';
import type { Arguments, Found, Rule, RuleContext } from '../rule';

const code = 'gradient/handwritten-wrong';

/** A derivative written beside a loss that is not its derivative. */
export const handwrittenWrong: Rule = {
  code,
  group: 'gradient',
  defaultSeverity: 'warning',
  summary: 'handwritten-wrong.summary',
  *find({ loss, stability }: RuleContext): Iterable<Found> {
    const written = loss.writtenDerivative;
    const wrong = written && disagreementOf(loss, stability.arithmetic);
    if (!written || !wrong) return;
    yield {
      code,
      severity: 'warning',
      span: written.nameSpan,
      messageId: wrong.factor === null ? 'handwritten-wrong.value' : 'handwritten-wrong.factor',
      arguments: slotsOf(written.name, loss.name, wrong),
      related: [],
      hazard: null,
      witness: null,
      rewrite: null,
      rank: 20,
    };
  },
};

function slotsOf(name: string, loss: string, { by, shape, inputs, given, derivative, factor }: Disagreement): Arguments {
  const at = Object.entries(inputs).map(([input, values]) => `${input} = ${listOf(values, values.length === given.length ? shape : [])}`);
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
