import type { ConvexityAnswer, Counterexample } from '../../src/engine/analyses/curvature/answer';
import { plainValues } from '../../src/engine/analyses/scalar/coordinate';
import { scalarLoss } from '../../src/engine/analyses/scalar/loss-terms';
import type { Loss } from '../../src/engine/ir/loss';
import { evaluator } from './evaluator';

/** Counterexamples that the ops' own forward rules do not confirm, jointly and one variable at a time. */
export function falseExamples(loss: Loss, { evidence, each }: ConvexityAnswer): string[] {
  const own = evaluator(loss);
  const form = scalarLoss(loss);
  const others = 'why' in form ? [] : form.coordinates.map((c) => [c.name, plainValues(c).at(-1) ?? 0] as const);
  const value = (point: ReadonlyMap<string, number>): number => own(new Map([...others, ...point]));
  return [evidence, ...Object.values(each).map((one) => one.evidence)].flatMap((one) => {
    if (one.kind !== 'counterexample') return [];
    return [...broken(one.againstConvex, 1, value), ...broken(one.againstConcave, -1, value)];
  });
}

/** `sign` 1: the value between must lie above the chord. */
function broken(example: Counterexample | null, sign: number, value: ReturnType<typeof evaluator>): string[] {
  if (!example) return [];
  const numbers = (point: Counterexample['a']): Map<string, number> => new Map(Object.entries(point).map(([name, x]) => [name, Number(x)]));
  const [a, b] = [numbers(example.a), numbers(example.b)];
  if ([...a.values(), ...b.values()].some(Number.isNaN)) return [];
  const { lambda } = example;
  const between = new Map([...a].map(([name, x]) => [name, lambda * x + (1 - lambda) * (b.get(name) as number)]));
  const [fa, fb, fm] = [value(a), value(b), value(between)];
  if (![fa, fb, fm].every(Number.isFinite)) return [];
  const gap = sign * (fm - lambda * fa - (1 - lambda) * fb);
  const noise = 1e-15 * (Math.abs(fa) + Math.abs(fb) + Math.abs(fm));
  return gap > -4 * noise ? [] : [`the counterexample ${JSON.stringify(example)} has a gap of ${gap}`];
}
