import { FRAMEWORKS } from '../frameworks/index';
import { variablesOf } from '../ir/loss';
import type { Loss } from '../ir/loss';
import type { FormatName } from '../numerics/format';
import { secondDerivativesOf } from '../symbolic/formulas';
import { compile } from '../tape/compile';
import type { Arithmetic } from '../tape/machine';
import type { Tape } from '../tape/tape';
import type { Range } from '../text/line-index';
import type { Span } from '../text/span';
import { drawingInput } from './drawing-input';
import type { DrawingInput } from './drawing-input';
import { flatten } from './json-number';
import type { Counterexample, Finding, Formula, LossReport, ReportedLoss, Witness } from './report';

export type { DrawingInput } from './drawing-input';

/** A place on the curve where a finding has its witness. */
export interface DrawingHazard {
  readonly code: string;
  /** Of the finding. */
  readonly fingerprint: string;
  readonly message: string;
  readonly fixable: boolean;
  readonly range: Range;
  /** Witness values by input: of a tensor, the element whose gradient is worst. */
  readonly at: Readonly<Record<string, number>>;
  /** The whole witness, row-major. */
  readonly inputs: Readonly<Record<string, readonly number[]>>;
}

/** Two inputs between which the loss is not on the convex, or not on the concave, side of its chord. */
export interface DrawingChord {
  readonly against: 'convex' | 'concave';
  readonly from: Readonly<Record<string, readonly number[]>>;
  readonly to: Readonly<Record<string, readonly number[]>>;
}

/** All that is needed to draw one loss, and to draw it again for other values, without its source: plain data. */
export interface Drawing {
  /** Its first root is the loss. */
  readonly tape: Tape;
  /** The framework's own. */
  readonly arithmetic: Arithmetic;
  readonly inputs: readonly DrawingInput[];
  /** Names of the inputs that the verdicts speak about: the first is the axis at the start. */
  readonly variables: readonly string[];
  /** Source range of each tape slot; null where the source has none. */
  readonly places: readonly (Range | null)[];
  readonly hazards: readonly DrawingHazard[];
  readonly chords: readonly DrawingChord[];
  /** The second derivative by the first variable: of a tensor, by one element twice; null where it has no formula. */
  readonly second: Formula | null;
}

/** The drawing of a loss, with what was reported of it; null when it has no result. */
export function drawingOf(
  loss: Loss,
  { report, findings }: ReportedLoss,
  format: FormatName,
  rangeOf: (span: Span) => Range,
): Drawing | null {
  const { body, framework, parameters } = loss;
  if (!body) return null;
  const tape = compile([body]);
  const variables = variablesOf(loss).map(({ name }) => name);
  const { conventions, flushesSubnormals } = FRAMEWORKS[framework];
  return {
    tape,
    arithmetic: { format, flushesSubnormals, conventions },
    inputs: parameters.flatMap((parameter) =>
      parameter.node && parameter.name in tape.inputs ? [drawingInput(parameter, parameter.node)] : [],
    ),
    variables,
    places: placesOf(loss, tape, rangeOf),
    hazards: findings.flatMap((finding) => (finding.witness ? [hazardOf(finding, finding.witness)] : [])),
    chords: chordsOf(report),
    second: secondDerivativesOf(loss)[variables[0] ?? ''] ?? null,
  };
}

function placesOf({ uses }: Loss, { slots }: Tape, rangeOf: (span: Span) => Range): (Range | null)[] {
  const spans = new Map<number, Span>();
  for (const { node, span } of uses) if (!spans.has(node.id) && span.source === undefined) spans.set(node.id, span);
  return slots.map(({ id }) => {
    const span = spans.get(id);
    return span ? rangeOf(span) : null;
  });
}

function hazardOf({ code, fingerprint, message, range, fixes }: Finding, witness: Witness): DrawingHazard {
  const inputs = mapped(witness.inputs, (nested) => flatten(nested)?.values ?? []);
  const gradients = mapped(witness.gradients, (nested) => flatten(nested)?.values ?? []);
  const at = mapped(inputs, (values, name) => values[worstElement(values, gradients[name] ?? [])] ?? NaN);
  return { code, fingerprint, message, fixable: fixes.length > 0, range, at, inputs };
}

function chordsOf({ verdicts }: LossReport): DrawingChord[] {
  const evidence = verdicts?.convexity.evidence;
  if (evidence?.kind !== 'counterexample') return [];
  const { againstConvex, againstConcave } = evidence;
  return [...chordOf('convex', againstConvex), ...chordOf('concave', againstConcave)];
}

function chordOf(against: DrawingChord['against'], example: Counterexample | null): DrawingChord[] {
  if (!example) return [];
  const flat = (point: Counterexample['a']): Record<string, number[]> => mapped(point, (nested) => flatten(nested)?.values ?? []);
  return [{ against, from: flat(example.a), to: flat(example.b) }];
}

function mapped<From, To>(table: Readonly<Record<string, From>>, change: (value: From, name: string) => To): Record<string, To> {
  return Object.fromEntries(Object.entries(table).map(([name, value]) => [name, change(value, name)]));
}

/** Where the gradient is not finite; else where the value is largest in size. */
function worstElement(values: readonly number[], gradients: readonly number[]): number {
  const bad = gradients.findIndex((slope) => !Number.isFinite(slope));
  return bad >= 0 ? bad : values.reduce((worst, x, i) => (Math.abs(x) > Math.abs(values[worst] ?? 0) ? i : worst), 0);
}
