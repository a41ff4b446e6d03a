import { admits, type Domain } from '../ir/domain';
import { inOrder, sizeOf, type Expression } from '../ir/expression';
import type { Loss, Parameter } from '../ir/loss';
import type { FormatName } from '../numerics/format';
import type { Shape } from '../numerics/signature';
import type { Shown } from './hazard';
import { EPSILON, inputsOf, isEpsilon } from './inputs';

/** Values of the inputs by name. */
export type Drawn = Readonly<Record<string, readonly number[]>>;

/** What targets may be: any numbers, one class a row, zeros and ones, signs. */
export const TARGETS = ['any', 'one-hot', 'binary', 'signs'] as const;

/** One kind of targets. */
export type Targets = (typeof TARGETS)[number];

/** Shapes of the leaves of expressions, by name. */
export function leavesOf(...roots: readonly Expression[]): ReadonlyMap<string, Shape> {
  return new Map(
    inOrder(...roots).flatMap((node) => (node.op === 'parameter' ? [[String(node.attributes['name']), node.shape] as const] : [])),
  );
}

/** Values of few digits that the leaves may have; none of them 0, where many losses have a kink. */
export function drawn(loss: Loss, leaves: ReadonlyMap<string, Shape>, targets: Targets, random: () => number): Drawn {
  return Object.fromEntries([...leaves].map(([name, shape]) => [name, drawnFor(loss, name, shape, targets, random)]));
}

/** Inputs and what comes out of them, as a witness tells it. */
export function shownOf(
  loss: Loss,
  inputs: Drawn,
  shapes: ReadonlyMap<string, Shape>,
  value: readonly number[],
  gradients: ReadonlyMap<string, readonly number[]>,
  format: FormatName,
): Shown {
  const given = inputsOf(loss).flatMap((input) => {
    const values = inputs[input.name];
    return values ? [{ input, values: Float64Array.from(values), shape: shapes.get(input.name) ?? [] }] : [];
  });
  const slopes = new Map([...gradients].map(([name, numbers]) => [name, Float64Array.from(numbers)]));
  return { given, outcome: { value: Float64Array.from(value), gradients: slopes }, format };
}

function drawnFor(loss: Loss, name: string, shape: Shape, targets: Targets, random: () => number): readonly number[] {
  const parameter = loss.parameters.find((p) => p.name === name);
  const size = sizeOf(shape);
  if (parameter?.role === 'target' && shape.length > 0 && targets !== 'any')
    return targetsOf(targets, size, shape[shape.length - 1] ?? 1, random);
  const held = Number(parameter?.default ?? NaN);
  if (Number.isFinite(held) && parameter?.default !== null) return Array.from({ length: size }, () => held);
  return Array.from({ length: size }, () => (isEpsilon(name) ? EPSILON : oneOf(parameter, random)));
}

function targetsOf(targets: Targets, size: number, classes: number, random: () => number): readonly number[] {
  const rows = Array.from({ length: size / classes }, () => Math.floor(random() * classes));
  return Array.from({ length: size }, (_, i) => {
    if (targets === 'one-hot') return rows[Math.floor(i / classes)] === i % classes ? 1 : 0;
    return random() < 0.5 ? 1 : targets === 'signs' ? -1 : 0;
  });
}

function oneOf(parameter: Parameter | undefined, random: () => number): number {
  const domain: Domain | undefined = parameter?.domain;
  if (domain?.kind === 'set') return domain.values[Math.floor(random() * domain.values.length)] ?? 0;
  for (let i = 0; i < TRIES; i++) {
    const x = i < TRIES / 2 ? (Math.floor(random() * 32) - 16) / 8 + 0.0625 : Math.floor(1 + random() * 31) / 32;
    if (!domain || admits(domain, x)) return x;
  }
  return 0.5;
}

const TRIES = 24;

const TOLERANCE = 1e-4;

/** Whether two gradients are the same up to rounding. */
export function isSame(slope: readonly number[], given: readonly number[]): boolean {
  const size = Math.max(...slope.map(Math.abs), ...given.map(Math.abs), 1e-9);
  return slope.length === given.length && slope.every((x, i) => Math.abs(x - (given[i] ?? NaN)) <= TOLERANCE * size);
}

/** What the second numbers are a multiple of the first by, in all pairs; null when they are none. */
export function commonFactor(pairs: readonly (readonly [number, number])[]): number | null {
  const [slope, given] = pairs.reduce((most, pair) => (Math.abs(pair[0]) > Math.abs(most[0]) ? pair : most), [0, 0] as const);
  const factor = given / slope;
  const fits = pairs.every(([x, y]) => Math.abs(y - factor * x) <= 1e-6 * (Math.abs(y) + Math.abs(given)));
  return Number.isFinite(factor) && fits ? Number(factor.toPrecision(6)) : null;
}
