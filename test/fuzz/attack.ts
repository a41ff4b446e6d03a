import { functionVerdictsOf } from '../../src/engine/analyses/function-verdicts';
import { compile } from '../../src/engine/analyses/scalar/tape';
import { drawn, plainValues } from '../../src/engine/analyses/scalar/coordinate';
import { scalarLoss } from '../../src/engine/analyses/scalar/loss-terms';
import type { Loss } from '../../src/engine/ir/loss';
import { falseExamples } from './examples';
import { evaluator, overflowing } from './evaluator';
import { profileContradictions } from './profile';
import { isRounding } from './rounding';
import { slopeContradictions } from './slopes';
import { conventions } from '../../src/engine/frameworks/loss/conventions';

/** The verdicts on a loss, and what contradicts them. */
export interface Attack {
  readonly convexity: string;
  readonly differentiability: string;
  readonly contradictions: readonly string[];
}

/** Decides a loss, then looks for pairs of points that contradict what was proved. */
export function attack(loss: Loss, random: () => number, pairs: number): Attack {
  const verdicts = functionVerdictsOf(loss, conventions);
  const { convexity, differentiability } = verdicts;
  const contradictions = [
    ...chordContradictions(loss, convexity.answer, convexity.wrt, random, pairs),
    ...Object.entries(convexity.each).flatMap(([name, { answer }]) => chordContradictions(loss, answer, [name], random, pairs / 4)),
    ...falseExamples(loss, convexity),
    ...slopeContradictions(loss, differentiability.answer),
    ...profileContradictions(loss, verdicts, random),
    ...formContradictions(loss, random),
  ];
  return { convexity: convexity.answer, differentiability: differentiability.answer, contradictions };
}

function chordContradictions(loss: Loss, answer: string, wrt: readonly string[], random: () => number, pairs: number): string[] {
  const form = scalarLoss(loss);
  if ('why' in form || answer === 'unknown' || answer === 'neither') return [];
  const value = evaluator(loss);
  for (let i = 0; i < pairs; i++) {
    const a = new Map(form.coordinates.map((c) => [c.name, i % 3 === 0 ? plainOf(c, random) : drawn(c, random)]));
    const b = new Map(
      form.coordinates.map((c) => [
        c.name,
        wrt.includes(c.parameter) ? (i % 3 === 0 ? plainOf(c, random) : drawn(c, random)) : (a.get(c.name) as number),
      ]),
    );
    const share = i % 2 === 0 ? 0.5 : 0.25;
    const middle = new Map([...a].map(([name, x]) => [name, share * x + (1 - share) * (b.get(name) as number)]));
    const [fa, fb, fm] = [value(a), value(b), value(middle)];
    const gap = fm - share * fa - (1 - share) * fb;
    const noise = 1e-7 * (1 + Math.abs(fa) + Math.abs(fb));
    const near = [...a.values(), ...b.values()].every((x) => Math.abs(x) < 100);
    const breaks = (answer !== 'concave' && gap > noise) || (answer !== 'convex' && gap < -noise);
    if (near && Number.isFinite(gap) && breaks && !isRounding(form, { points: [a, b, middle], share }, noise)) {
      return [`${answer}, but the value at the middle of ${JSON.stringify([[...a], [...b]])} misses the chord by ${gap}`];
    }
  }
  return [];
}

function plainOf(coordinate: Parameters<typeof plainValues>[0], random: () => number): number {
  const values = plainValues(coordinate);
  return values[Math.floor(random() * values.length)] ?? drawn(coordinate, random);
}

/** The canonical scalar form has the value of the expression. */
function formContradictions(loss: Loss, random: () => number): string[] {
  const form = scalarLoss(loss);
  if ('why' in form) return [];
  const names = form.coordinates.map((c) => c.name);
  const [canonical, own, overflows] = [compile(form.term, names), evaluator(loss), overflowing(loss)];
  const differs = (point: readonly number[]): string | null => {
    const [a, b] = [canonical(point), own(new Map(names.map((name, j) => [name, point[j] as number])))];
    const near = own(new Map(names.map((name, j) => [name, (point[j] as number) * (1 + 1e-14)])));
    if (Math.abs(near - b) > 1e-7 * (1 + Math.abs(b))) return null;
    const far = Number.isFinite(a) && Number.isFinite(b) && Math.abs(a - b) > 1e-5 * (1 + Math.abs(a) + Math.abs(b)) && Math.abs(b) < 1e8;
    if (!far || overflows(new Map(names.map((name, j) => [name, point[j] as number])))) return null;
    return `the scalar form is ${a} at ${JSON.stringify(point)}, the expression ${b}`;
  };
  const ratioAt = (point: readonly number[]): number => {
    const [a, b] = [canonical(point), own(new Map(names.map((name, j) => [name, point[j] as number])))];
    return (a - b) / Math.abs(b);
  };
  // What doubles lose differs from point to point; a wrong form is wrong alike beside it.
  const isSystematic = (point: readonly number[]): boolean =>
    [1.01, 1.02, 1.03].every((factor) => {
      const share = ratioAt(point.map((x) => x * factor)) / ratioAt(point);
      return share > 0.5 && share < 2;
    });
  for (let i = 0; i < 20; i++) {
    const point = form.coordinates.map((c) => (i % 2 === 0 ? plainOf(c, random) : drawn(c, random)));
    const found = point.every((x) => Math.abs(x) < 6) ? differs(point) : null;
    if (found && differs(point.map((x) => x + 1e-9)) && isSystematic(point)) return [found];
  }
  return [];
}
