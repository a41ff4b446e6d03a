import type { FunctionVerdicts } from '../../src/engine/analyses/function-verdicts';
import { drawn, plainValues, type Coordinate } from '../../src/engine/analyses/scalar/coordinate';
import { type ElementCoordinate, scalarLoss } from '../../src/engine/analyses/scalar/loss-terms';
import { sizeOf } from '../../src/engine/ir/expression';
import type { Loss } from '../../src/engine/ir/loss';
import { evaluator } from './evaluator';
import { preciseValue } from './rounding';

type Point = ReadonlyMap<string, number>;
type Curve = (x: number) => number;

const SAMPLES = 80;

/** What numbers say against the bounds, constants, limits and places that were found of a loss. */
export function profileContradictions(loss: Loss, verdicts: FunctionVerdicts, random: () => number): string[] {
  const form = scalarLoss(loss);
  if ('why' in form) return [];
  const { coordinates } = form;
  const value = preciseValue(form, evaluator(loss));
  const points = Array.from({ length: SAMPLES }, (_, i) => new Map(coordinates.map((c) => [c.name, drawnOf(c, i, random)] as const)));
  const [only] = coordinates;
  const alone = only && coordinates.length === 1 && loss.declarations.wrt?.includes(only.parameter);
  const found = [
    ...outside(verdicts, points, (point) => value(point) / (loss.body ? sizeOf(loss.body.shape) : 1)),
    ...steeper(loss, verdicts, points, value),
    ...hills(loss, verdicts, points, value),
    ...(alone ? alongLine(only, verdicts, (x) => value(new Map([[only.name, x]]))) : []),
  ];
  return found.slice(0, 2);
}

function drawnOf(coordinate: Coordinate, i: number, random: () => number): number {
  const plain = plainValues(coordinate);
  return i % 3 === 0 ? (plain[Math.floor(random() * plain.length)] ?? drawn(coordinate, random)) : drawn(coordinate, random);
}

/** Whether the numbers of a point are neither large nor so near to others that doubles do not tell them apart. */
function isTame(point: Point): boolean {
  return [...point.values()].every((x) => Math.abs(x) < 15);
}

/** Values of one element beyond the bounds. */
function outside({ bounds }: FunctionVerdicts, points: readonly Point[], value: (point: Point) => number): string[] {
  const low = bounds.lower ?? -Infinity;
  const high = bounds.upper ?? Infinity;
  const noise = (x: number): number => 1e-6 * (1 + Math.abs(x));
  return points.filter(isTame).flatMap((point) => {
    const x = value(point);
    return Number.isFinite(x) && (x < low - noise(low) || x > high + noise(high))
      ? [`bounds ${low} to ${high}, but the value at ${JSON.stringify([...point])} is ${x}`]
      : [];
  });
}

/** Chords steeper than the Lipschitz constant, and bends sharper than the smoothness constant. */
function steeper(
  loss: Loss,
  { lipschitz, smoothness }: FunctionVerdicts,
  points: readonly Point[],
  value: (point: Point) => number,
): string[] {
  const wrt = new Set(loss.declarations.wrt ?? []);
  return points.filter(isTame).flatMap((a, i) => {
    const other = points[(i + 1) % points.length] as Point;
    const b = new Map([...a].map(([name, x]) => [name, wrt.has(name) ? (other.get(name) as number) : x] as const));
    if (!isTame(b)) return [];
    const distance = Math.hypot(...[...a].map(([name, x]) => x - (b.get(name) as number)));
    const middle = new Map([...a].map(([name, x]) => [name, (x + (b.get(name) as number)) / 2] as const));
    const [fa, fm, fb] = [value(a), value(middle), value(b)];
    const noise = 1e-7 * (1 + Math.abs(fa) + Math.abs(fb));
    const rise = Math.abs(fa - fb);
    const bend = Math.abs(fa - 2 * fm + fb);
    const where = JSON.stringify([[...a], [...b]]);
    if (lipschitz !== null && rise > lipschitz * distance * (1 + 1e-6) + noise)
      return [`Lipschitz ${lipschitz}, but ${rise / distance} between ${where}`];
    if (smoothness !== null && bend > (smoothness * distance ** 2 * (1 + 1e-6)) / 4 + noise)
      return [`smoothness ${smoothness}, but ${(4 * bend) / distance ** 2} between ${where}`];
    return [];
  });
}

/** Values between two points that lie above both. */
function hills(loss: Loss, { quasiconvexity }: FunctionVerdicts, points: readonly Point[], value: (point: Point) => number): string[] {
  if (quasiconvexity !== 'yes') return [];
  const wrt = new Set(loss.declarations.wrt ?? []);
  return points.filter(isTame).flatMap((a, i) => {
    const other = points[(i + 7) % points.length] as Point;
    const b = new Map([...a].map(([name, x]) => [name, wrt.has(name) ? (other.get(name) as number) : x] as const));
    const middle = new Map([...a].map(([name, x]) => [name, 0.3 * x + 0.7 * (b.get(name) as number)] as const));
    const [fa, fm, fb] = [value(a), value(middle), value(b)];
    const isApart = [...a].some(([name, x]) => Math.abs(x - (b.get(name) as number)) > 1e-6);
    const isHill = isApart && isTame(b) && fm > Math.max(fa, fb) + 1e-7 * (1 + Math.abs(fa) + Math.abs(fb));
    return isHill ? [`quasiconvex, but ${fm} lies between ${fa} and ${fb}: ${JSON.stringify([[...a], [...b]])}`] : [];
  });
}

function alongLine({ name, parameter, range }: ElementCoordinate, verdicts: FunctionVerdicts, at: Curve): string[] {
  const limits = verdicts.gradientLimits[parameter];
  const zones = verdicts.deadZones[parameter] ?? [];
  return [
    ...verdicts.differentiability.at.flatMap((place) => misplaced(place, name, at)),
    ...(limits ? [...atEnd(range.lo, 1, limits.lower, at), ...atEnd(range.hi, -1, limits.upper, at)] : []),
    ...zones.flatMap((zone) => alive(zone, at)),
  ];
}

const STEPS = [1e-4, 1e-5, 1e-6];

/** A jump or a kink whose values or slopes on both sides are not those that were told. */
function misplaced(place: FunctionVerdicts['differentiability']['at'][number], name: string, at: Curve): string[] {
  const match = new RegExp(`^${name} = (-?[\\d.e+-]+)$`).exec(place.where);
  if (!match || (place.kind !== 'jump' && place.kind !== 'kink')) return [];
  const x = Number(match[1]);
  const sides = [-1, 1].map((side) => STEPS.map((h) => seenFrom(place.kind, at, x, side * h * (1 + Math.abs(x)))));
  return sides.flatMap((seen, i) => {
    const told = i === 0 ? place.left : place.right;
    const isFar = seen.every((y) => typeof told === 'number' && Math.abs(y - told) > 2e-2 * (1 + Math.abs(told)));
    const isSteady = Math.abs((seen[0] as number) - (seen[2] as number)) < 1e-3 * (1 + Math.abs(seen[0] as number));
    return isFar && isSteady ? [`${place.kind} at ${x} with ${told} on side ${i}, but ${seen.join()}`] : [];
  });
}

/** The value at a distance from a place, or the slope between two points at that distance. */
function seenFrom(kind: string, at: Curve, x: number, step: number): number {
  return kind === 'jump' ? at(x + step) : (at(x + 2 * step) - at(x + step)) / step;
}

/** A limit of the slope at an end that slopes near it do not tend to. */
function atEnd(end: number, side: 1 | -1, limit: number | null, at: Curve): string[] {
  if (limit === null) return [];
  const near = Number.isFinite(end) ? [1e-2, 1e-3, 1e-4, 1e-5].map((h) => end + side * h) : [30, 100, 300, 1000].map((x) => -side * x);
  const slopes = near.map((x) => slopeAt(at, x, Number.isFinite(end) ? Math.abs(x - end) / 100 : 1e-3));
  const [, b, c, d] = slopes as [number, number, number, number];
  if (!slopes.every(Number.isFinite)) return [];
  const steady = [c - b, d - c].every((gap) => Math.abs(gap) < 1e-3 * (1 + Math.abs(d)));
  const isFar = Number.isFinite(limit) ? Math.abs(d - limit) > 2e-2 * (1 + Math.abs(limit)) : true;
  return steady && isFar ? [`slope tends to ${limit} at ${end}, but is ${slopes.join()}`] : [];
}

function slopeAt(at: Curve, x: number, step: number): number {
  return (at(x + step) - at(x - step)) / (2 * step);
}

/** A zone without slope in which values differ. */
function alive([low, high]: readonly [number | null, number | null], at: Curve): string[] {
  const [from, to] = [low ?? Math.min(-50, (high ?? 0) - 50), high ?? Math.max(50, (low ?? 0) + 50)];
  const values = [0.0113, 0.2371, 0.4673, 0.7331, 0.9887].map((share) => at(from + share * (to - from)));
  const spread = Math.max(...values) - Math.min(...values);
  return spread > 1e-7 * (1 + Math.abs(values[0] as number)) ? [`no slope from ${low} to ${high}, but values ${values.join()}`] : [];
}
