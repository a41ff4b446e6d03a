import { functionVerdictsOf } from '../../src/engine/analyses/function-verdicts';
import { compile } from '../../src/engine/analyses/scalar/tape';
import { drawn, plainValues } from '../../src/engine/analyses/scalar/coordinate';
import { scalarLoss } from '../../src/engine/analyses/scalar/loss-terms';
import { inOrder } from '../../src/engine/ir/expression';
import type { Expression } from '../../src/engine/ir/expression';
import type { Loss } from '../../src/engine/ir/loss';
import { formatOf } from '../../src/engine/numerics/format';
import { conventions } from '../../src/engine/frameworks/loss/conventions';
import { OPS } from '../../src/engine/ops';

/** The verdicts on a loss, and what contradicts them. */
export interface Attack {
  readonly convexity: string;
  readonly differentiability: string;
  readonly contradictions: readonly string[];
}

const DOUBLE = formatOf('float64');

/** Evaluates a scalar loss by the ops' own forward rules, which the analyses do not use. */
export function evaluator(loss: Loss): (point: ReadonlyMap<string, number>) => number {
  const order = loss.body ? inOrder(loss.body) : [];
  return (point) => {
    const values = new Map<Expression, Float64Array>();
    for (const node of order) values.set(node, forward(node, values, point));
    return (loss.body && values.get(loss.body)?.[0]) ?? NaN;
  };
}

function forward(node: Expression, values: ReadonlyMap<Expression, Float64Array>, point: ReadonlyMap<string, number>): Float64Array {
  if (node.op === 'constant') return Float64Array.of(Number(node.attributes['value']));
  if (node.op === 'parameter') return Float64Array.of(point.get(String(node.attributes['name'])) ?? NaN);
  const operands = node.args.map((arg) => ({ shape: arg.shape, kind: arg.kind, values: values.get(arg) ?? new Float64Array(0) }));
  const at = { operands, attributes: node.attributes, shape: node.shape, format: DOUBLE, conventions };
  return OPS[node.op]?.forward(at) ?? Float64Array.of(NaN);
}

/** Decides a loss, then looks for pairs of points that contradict what was proved. */
export function attack(loss: Loss, random: () => number, pairs: number): Attack {
  const { convexity, differentiability } = functionVerdictsOf(loss, conventions);
  const contradictions = [
    ...chordContradictions(loss, convexity.answer, random, pairs),
    ...slopeContradictions(loss, differentiability.answer),
    ...formContradictions(loss, random),
  ];
  return { convexity: convexity.answer, differentiability: differentiability.answer, contradictions };
}

function chordContradictions(loss: Loss, answer: string, random: () => number, pairs: number): string[] {
  const form = scalarLoss(loss);
  if ('why' in form || answer === 'unknown' || answer === 'neither') return [];
  const value = evaluator(loss);
  const wrt = loss.declarations.wrt ?? [];
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
    if (near && Number.isFinite(gap) && ((answer !== 'concave' && gap > noise) || (answer !== 'convex' && gap < -noise))) {
      return [`${answer}, but the value at the middle of ${JSON.stringify([[...a], [...b]])} misses the chord by ${gap}`];
    }
  }
  return [];
}

function plainOf(coordinate: Parameters<typeof plainValues>[0], random: () => number): number {
  const values = plainValues(coordinate);
  return values[Math.floor(random() * values.length)] ?? drawn(coordinate, random);
}

/** A smooth function of one variable has equal one-sided slopes at plain points. */
function slopeContradictions(loss: Loss, answer: string): string[] {
  const form = scalarLoss(loss);
  const [only] = 'why' in form ? [] : form.coordinates;
  if (
    'why' in form ||
    !only ||
    form.coordinates.length > 1 ||
    !loss.declarations.wrt?.includes(only.parameter) ||
    !['smooth', 'C1', 'C2'].includes(answer)
  )
    return [];
  const value = evaluator(loss);
  const at = (x: number): number => value(new Map([[only.name, x]]));
  for (const x of plainValues(only)) {
    const step = 1e-6;
    if (x - step <= only.range.lo || x + step >= only.range.hi || Math.abs(x) > 10) continue;
    const [left, right, size] = [(at(x) - at(x - step)) / step, (at(x + step) - at(x)) / step, Math.abs(at(x))];
    const [widerLeft, widerRight] = [(at(x) - at(x - 10 * step)) / (10 * step), (at(x + 10 * step) - at(x)) / (10 * step)];
    const jump = Math.abs(left - right);
    const persists = Math.abs(widerLeft - widerRight) > 0.5 * jump && Math.abs(widerLeft - widerRight) < 2 * jump;
    if (jump > 1e-3 * (1 + Math.abs(left) + Math.abs(right)) + 1e-6 * size && persists)
      return [`${answer}, but slopes at ${x} are ${left} and ${right}`];
  }
  return [];
}

/** The canonical scalar form has the value of the expression. */
function formContradictions(loss: Loss, random: () => number): string[] {
  const form = scalarLoss(loss);
  if ('why' in form) return [];
  const names = form.coordinates.map((c) => c.name);
  const [canonical, own] = [compile(form.term, names), evaluator(loss)];
  const differs = (point: readonly number[]): string | null => {
    const [a, b] = [canonical(point), own(new Map(names.map((name, j) => [name, point[j] as number])))];
    const far = Number.isFinite(a) && Number.isFinite(b) && Math.abs(a - b) > 1e-5 * (1 + Math.abs(a) + Math.abs(b)) && Math.abs(b) < 1e8;
    return far ? `the scalar form is ${a} at ${JSON.stringify(point)}, the expression ${b}` : null;
  };
  for (let i = 0; i < 20; i++) {
    const point = form.coordinates.map((c) => (i % 2 === 0 ? plainOf(c, random) : drawn(c, random)));
    const found = point.every((x) => Math.abs(x) < 6) ? differs(point) : null;
    if (found && differs(point.map((x) => x + 1e-9))) return [found];
  }
  return [];
}
