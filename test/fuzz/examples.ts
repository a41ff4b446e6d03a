import type { ConvexityAnswer, Counterexample } from '../../src/engine/analyses/curvature/answer';
import { plainValues } from '../../src/engine/analyses/scalar/coordinate';
import { scalarLoss } from '../../src/engine/analyses/scalar/loss-terms';
import type { Loss } from '../../src/engine/ir/loss';
import { evaluator } from './evaluator';
import { type Chord, type Point, preciseGap } from './rounding';

/** Counterexamples that neither the ops' own forward rules nor 30 digits confirm, jointly and one variable at a time. */
export function falseExamples(loss: Loss, { evidence, each }: ConvexityAnswer): string[] {
  const own = evaluator(loss);
  const form = scalarLoss(loss);
  const others = 'why' in form ? [] : form.coordinates.map((c) => [c.name, plainValues(c).at(-1) ?? 0] as const);
  const whole = (point: Point): Point => new Map([...others, ...point]);
  const missed: Missed = ({ points, share }, sign) => {
    const all = points.map(whole) as [Point, Point, Point];
    const [fa, fb, fm] = all.map(own) as [number, number, number];
    if (![fa, fb, fm].every(Number.isFinite)) return null;
    const gap = sign * (fm - share * fa - (1 - share) * fb);
    if (gap > -4e-15 * (Math.abs(fa) + Math.abs(fb) + Math.abs(fm))) return null;
    const precise = 'why' in form ? null : preciseGap(form, { points: all, share });
    return precise && sign * precise.gap > precise.off ? null : gap;
  };
  return [evidence, ...Object.values(each).map((one) => one.evidence)].flatMap((one) => {
    if (one.kind !== 'counterexample') return [];
    return [...broken(one.againstConvex, 1, missed), ...broken(one.againstConcave, -1, missed)];
  });
}

/** How far the value between misses the side that breaks the property (`sign` 1: above the chord); null where it does not, or is not finite. */
type Missed = (chord: Chord, sign: 1 | -1) => number | null;

function broken(example: Counterexample | null, sign: 1 | -1, missed: Missed): string[] {
  if (!example) return [];
  const numbers = (point: Counterexample['a']): Map<string, number> => new Map(Object.entries(point).map(([name, x]) => [name, Number(x)]));
  const [a, b] = [numbers(example.a), numbers(example.b)];
  if ([...a.values(), ...b.values()].some(Number.isNaN)) return [];
  const { lambda } = example;
  const between = new Map([...a].map(([name, x]) => [name, lambda * x + (1 - lambda) * (b.get(name) as number)]));
  const gap = missed({ points: [a, b, between], share: lambda }, sign);
  return gap === null ? [] : [`the counterexample ${JSON.stringify(example)} has a gap of ${gap}`];
}
