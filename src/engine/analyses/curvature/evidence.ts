import { sizeOf } from '../../ir/expression';
import type { Loss } from '../../ir/loss';
import type { Shape } from '../../numerics/signature';
import { plainValues } from '../scalar/coordinate';
import { coordinatesOf, elementName } from '../scalar/layout';
import type { ElementCoordinate, ScalarLoss } from '../scalar/loss-terms';
import { printTerm } from '../scalar/print';
import { compile, inOrder } from '../scalar/tape';
import type { Algebra, Term } from '../scalar/term';
import type { Counterexample, CurvatureAnswer, CurvatureEvidence, Nested, Point } from './answer';
import { Composition } from './composition';
import type { Decision, PartRefutation } from './decide';

/** A decision as the answer of a report. */
export function answerOf(decision: Decision, form: ScalarLoss, loss: Loss, studied: readonly string[]): CurvatureAnswer {
  const { convexProof, concaveProof, notConvex, notConcave } = decision;
  const tell = (refutation: PartRefutation | null): Counterexample | null => refutation && counterexample(refutation, form, loss);
  const conditions = [form.condition, instanceOf(decision, loss, form, studied)].filter((one) => one !== null);
  const base = conditions.length === 0 ? {} : { condition: conditions.join('; ') };
  if (convexProof && concaveProof) return { answer: 'affine', evidence: { kind: 'proof', text: 'affine' }, ...base };
  if (convexProof && notConcave) return { answer: 'convex', evidence: { kind: 'proof', text: convexProof }, ...base };
  if (concaveProof && notConvex) return { answer: 'concave', evidence: { kind: 'proof', text: concaveProof }, ...base };
  if (!notConvex || !notConcave) return { answer: 'unknown', evidence: reasonOf(decision, form, studied), ...base };
  const [againstConvex, againstConcave] = [tell(notConvex), tell(notConcave)];
  const text = sentence(againstConvex, notConvex.gap);
  return { answer: 'neither', evidence: { kind: 'counterexample', text, againstConvex, againstConcave }, ...base };
}

/** The sizes at which a tensor loss was proved as a whole, which says nothing of others; null where one element stands for all. */
function instanceOf({ convexProof, concaveProof }: Decision, loss: Loss, form: ScalarLoss, studied: readonly string[]): string | null {
  const proof = convexProof ?? concaveProof;
  if (proof === null || studied.length < 2 || proof.startsWith('separable')) return null;
  const names = new Set(form.coordinates.filter((c) => studied.includes(c.name)).map((c) => c.parameter));
  const sizes = loss.parameters.flatMap(({ name, node }) =>
    names.has(name) && node && node.shape.length > 0 ? [`${name}: [${node.shape.join(', ')}]`] : [],
  );
  return sizes.length === 0 ? null : `at the sizes ${sizes.join(', ')}`;
}

function sentence(example: Counterexample | null, gap: number): string {
  if (!example) return '';
  const [middle, chord] = [short(example.fm), short(example.fa / 2 + example.fb / 2)];
  if (middle === chord) return `midway between the two points the value ${middle} is above the chord, by ${short(gap)}`;
  return `midway between the two points the value is ${middle}, above the chord's ${chord}`;
}

/** Six digits; a large number with its exponent. */
function short(x: number): string {
  const text = String(Number(x.toPrecision(6)));
  return Math.abs(x) < 1e9 ? text : Number(text).toExponential().replace('e+', 'e');
}

/** What is missing for an answer, and the innermost sub-expression that the composition rule could not see through. */
function reasonOf(
  { convexProof, concaveProof, notConvex, notConcave }: Decision,
  form: ScalarLoss,
  studied: readonly string[],
): CurvatureEvidence {
  const proved = convexProof
    ? `convex (${convexProof}), but whether affine is open`
    : concaveProof
      ? `concave (${concaveProof}), but whether affine is open`
      : null;
  const refuted = notConvex
    ? 'not convex; whether concave is open'
    : notConcave
      ? 'not concave; whether convex is open'
      : 'neither proved nor refuted';
  const blocker = blockerOf(form.algebra, form.term, studied);
  return { kind: 'reason', text: `${proved ?? refuted}${blocker ? `: stopped at ${blocker}` : ''}` };
}

const LONGEST = 80;

function blockerOf(algebra: Algebra, term: Term, studied: readonly string[]): string | null {
  const composition = new Composition(algebra, studied);
  const isOpen = (node: Term): boolean => !composition.of(node).convex && !composition.of(node).concave;
  const blocker = inOrder(term).find(isOpen);
  const text = blocker ? printTerm(blocker) : null;
  return text && text.length <= LONGEST ? text : null;
}

/** Points over all parameters; elements that do not matter have a plain value, the same at all points. */
function counterexample(refutation: PartRefutation, form: ScalarLoss, loss: Loss): Counterexample {
  const names = form.coordinates.map((c) => c.name);
  const evaluate = compile(form.term, names);
  const valueAt = (point: ReadonlyMap<string, number>): number => evaluate(names.map((name) => point.get(name) as number));
  const { names: known, a: from } = refutation;
  const repeated = repeatedOver(form, new Map(known.map((name, i) => [name, from[i] as number])));
  const fills = [repeated, ...Array.from({ length: FILLS }, (_, choice) => plainFill(choice))];
  const tries = fills.map((fill) => pairOf(refutation, form, fill));
  const [a, b, middle] =
    tries.find((points) => points.every((point) => Number.isFinite(valueAt(point)))) ?? pairOf(refutation, form, repeated);
  const [fa, fb, fm] = [valueAt(a), valueAt(b), valueAt(middle)];
  return { a: pointOf(loss, a), b: pointOf(loss, b), lambda: 0.5, fa, fb, fm };
}

/** How many plain values are tried for the elements that do not matter: at the first the loss may be undefined. */
const FILLS = 6;

type Values = ReadonlyMap<string, number>;

/** What an element that does not matter is set to. */
type Fill = (coordinate: ElementCoordinate) => number;

function plainFill(choice: number): Fill {
  return (coordinate) => plainValues(coordinate)[choice] ?? plainValues(coordinate)[0] ?? 0;
}

/** Rows beside the one that was refuted repeat its first point. */
function repeatedOver(form: ScalarLoss, known: Values): Fill {
  const columns = new Map(
    form.coordinates.flatMap((c) => (known.has(c.name) ? [[columnOf(c), known.get(c.name) as number] as const] : [])),
  );
  return (coordinate) => columns.get(columnOf(coordinate)) ?? plainFill(0)(coordinate);
}

/** A parameter and the place in its row. */
function columnOf({ parameter, name }: ElementCoordinate): string {
  return `${parameter} ${/,([^,]*)\]$/.exec(name)?.[1] ?? ''}`;
}

function pairOf({ names, a, b }: PartRefutation, form: ScalarLoss, fill: Fill): readonly [Values, Values, Values] {
  const [from, to] = [filled(names, a, form, fill), filled(names, b, form, fill)];
  return [from, to, new Map([...from].map(([name, x]) => [name, x / 2 + (to.get(name) as number) / 2]))];
}

function filled(names: readonly string[], point: readonly number[], form: ScalarLoss, fill: Fill): Values {
  const known = new Map(names.map((name, i) => [name, point[i] as number]));
  return new Map(form.coordinates.map((c) => [c.name, known.get(c.name) ?? fill(c)]));
}

function pointOf(loss: Loss, values: ReadonlyMap<string, number>): Point {
  const entries = loss.parameters.flatMap(({ name, node }) => {
    if (!node || sizeOf(node.shape) === 0) return [];
    const list = coordinatesOf(node.shape).map((at) => values.get(elementName(name, at)));
    return list.some((x) => x !== undefined)
      ? [
          [
            name,
            nested(
              list.map((x) => x ?? 0),
              node.shape,
            ),
          ] as const,
        ]
      : [];
  });
  return Object.fromEntries(entries);
}

function nested(list: readonly number[], shape: Shape): Nested {
  const [first, ...rest] = shape;
  if (first === undefined) return list[0] as number;
  const step = list.length / first;
  return Array.from({ length: first }, (_, i) => nested(list.slice(i * step, (i + 1) * step), rest));
}
