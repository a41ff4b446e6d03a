import { isTestModule } from '../lift/losses/loss-names';
import { sizeOf } from '../ir/expression';
import type { Shown } from '../analyses/hazard';
import type { Found } from '../rules/rule';
import type { Range } from '../text/line-index';
import { placeInFile } from '../text/span';
import { hashOf } from './hash';
import { jsonNumber, nest } from './json-number';
import type { LiftedLoss } from './lift-source';
import { fixesOf } from './fixes';
import { reproducerOf } from './reproducer';
import type { Finding, NestedNumbers, RelatedPlace, Witness } from './report';
import type { Source } from './source';
import { atLeast } from './selection';
import { isSuppressed } from './suppressions';

/** The findings of one loss as the report tells them, without those that a comment silences. */
export function findingsOf(source: Source, lifted: LiftedLoss, found: readonly Found[]): Finding[] {
  const { loss, region, suppressions } = lifted;
  return found
    .filter(({ code, span }) => !isSuppressed(code, placeInFile(span, loss.nameSpan), region, suppressions))
    .map((one) => findingOf(source, lifted, one));
}

/** A finding as it is told; an error that no program shows is a warning. */
function findingOf(source: Source, lifted: LiftedLoss, found: Found): Finding {
  const { loss, region } = lifted;
  const { code, severity, span, messageId, arguments: slots } = found;
  const own = placeInFile(span, loss.nameSpan);
  const cell = region.cellOf(own);
  const witness = found.witness && witnessOf(found.witness, loss.body?.shape ?? []);
  const reproducer = witness && severity === 'error' ? reproducerOf(source, loss, witness, code) : null;
  const shown = severity !== 'error' || reproducer !== null || !code.startsWith('stability/') || loss.framework === 'loss';
  return {
    code,
    severity: judged(shown ? severity : 'warning', source.path),
    loss: loss.name,
    messageId,
    arguments: slots,
    message: '',
    range: region.rangeOf(own),
    related: found.related.map((related) => relatedPlace(related, lifted)),
    ...(witness ? { witness } : {}),
    ...(reproducer === null ? {} : { reproducer }),
    fingerprint: hashOf([code, loss.name, region.text.slice(own.start, own.end).replace(/\s+/g, ' ')].join('\n')),
    fixes: fixesOf(found, lifted),
    documentation: `docs/rules/${code}.md`,
    ...(cell === undefined ? {} : { cell }),
  };
}

/** A function of a test file is given the numbers that the test chooses: what would break it is worth knowing and no fault. */
function judged(severity: Finding['severity'], path: string): Finding['severity'] {
  return isTestModule(path) && atLeast(severity, 'warning') ? 'information' : severity;
}

function relatedPlace({ span, messageId, arguments: slots }: Found['related'][number], { loss, region }: LiftedLoss): RelatedPlace {
  const range: Range = region.rangeOf(placeInFile(span, loss.nameSpan));
  return { messageId, arguments: slots, message: '', range };
}

function witnessOf({ given, outcome: { value, gradients }, format }: Shown, shape: readonly number[]): Witness {
  const shapes = new Map(given.map((one) => [one.input.name, one.shape]));
  const table = (entries: Iterable<readonly [string, Float64Array]>): Record<string, NestedNumbers> =>
    Object.fromEntries([...entries].map(([name, values]) => [name, written(values, shapes.get(name) ?? [])]));
  return {
    inputs: table(given.map(({ input, values }) => [input.name, values])),
    dtype: format,
    value: written(value, sizeOf(shape) === value.length ? shape : []),
    gradients: table(gradients),
  };
}

const LONG = 64;

/** Nested numbers; a long input of one value is written as its sizes and that value. */
function written(values: Float64Array, shape: readonly number[]): NestedNumbers {
  const [first = NaN] = values;
  return values.length > LONG && values.every((v) => v === first) ? { full: shape, value: jsonNumber(first) } : nest(values, shape);
}
