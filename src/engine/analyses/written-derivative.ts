import type { Domain } from '../ir/domain';
import { admits } from '../ir/domain';
import { inOrder, sizeOf, type Expression } from '../ir/expression';
import type { Loss, Parameter } from '../ir/loss';
import { variablesOf } from '../ir/loss';
import type { Shape } from '../numerics/signature';
import { compile } from '../tape/compile';
import { type Arithmetic, Machine } from '../tape/machine';
import { repeatable } from './scalar/coordinate';

/** Where a written derivative is not the derivative. */
export interface Disagreement {
  /** The parameter that it should be the derivative by. */
  readonly by: string;
  readonly shape: readonly number[];
  readonly inputs: Readonly<Record<string, readonly number[]>>;
  readonly given: readonly number[];
  readonly derivative: readonly number[];
  /** What the written derivative is a multiple by, everywhere that was looked; null when it is none. */
  readonly factor: number | null;
}

interface Sample {
  readonly inputs: Readonly<Record<string, readonly number[]>>;
  readonly given: readonly number[];
  readonly slopes: ReadonlyMap<string, readonly number[]>;
}

const POINTS = 6;

/**
 * Compares the derivative that the author wrote with that of the loss, at points of all its readings; null when it agrees for
 * some kind of targets, or cannot be compared.
 */
export function disagreementOf(loss: Loss, arithmetic: Arithmetic): Disagreement | null {
  for (const { value, derivative } of loss.writtenDerivative?.readings ?? []) {
    const names = candidatesOf(loss, value, derivative);
    const [wanted] = names;
    if (wanted === undefined) continue;
    const kinds = TARGETS.map((kind) => samplesOf(loss, value, derivative, { ...arithmetic, format: 'float64' }, kind));
    if (kinds.some((samples) => samples.length === 0 || names.some((name) => samples.every((sample) => agrees(sample, name))))) continue;
    const samples = kinds.find((list) => factorOf(list, wanted) !== null) ?? (kinds[0] as readonly Sample[]);
    const worst = samples.find((sample) => !agrees(sample, wanted));
    if (!worst) continue;
    const { inputs, given } = worst;
    return { by: wanted, shape: derivative.shape, inputs, given, derivative: slopeOf(worst, wanted), factor: factorOf(samples, wanted) };
  }
  return null;
}

/** What targets may be: any numbers, one class a row, zeros and ones, signs. */
const TARGETS = ['any', 'one-hot', 'binary', 'signs'] as const;
type Targets = (typeof TARGETS)[number];

/** Predictions of the derivative's shape. */
function candidatesOf(loss: Loss, value: Expression, derivative: Expression): readonly string[] {
  const shapes = new Map(
    inOrder(value).flatMap((node) => (node.op === 'parameter' ? [[String(node.attributes['name']), node.shape] as const] : [])),
  );
  const names = variablesOf(loss).map((p) => p.name);
  return names.filter((name) => String(shapes.get(name)) === String(derivative.shape));
}

function samplesOf(loss: Loss, value: Expression, derivative: Expression, arithmetic: Arithmetic, targets: Targets): readonly Sample[] {
  const [first, second] = [compile([value]), compile([derivative])];
  const [machine, other] = [new Machine(first, arithmetic), new Machine(second, arithmetic)];
  const leaves = new Map(
    inOrder(value, derivative).flatMap((node) => (node.op === 'parameter' ? [[String(node.attributes['name']), node.shape] as const] : [])),
  );
  const random = repeatable(17);
  return Array.from({ length: POINTS }, () => {
    const inputs = Object.fromEntries([...leaves].map(([name, shape]) => [name, drawnFor(loss, name, shape, targets, random)]));
    machine.run(inputs);
    const slopes = machine.pullBack(first.roots[0] ?? 0);
    const given = other.run(inputs)[second.roots[0] ?? 0] ?? new Float64Array(0);
    const named = [...leaves.keys()].map((name) => [name, [...(slopes[first.inputs[name] ?? -1] ?? [])]] as const);
    return { inputs, given: [...given], slopes: new Map(named) };
  }).filter(({ given }) => given.every(Number.isFinite));
}

/** Values of few digits that a parameter may have; none of them 0, where many losses have a kink. */
function drawnFor(loss: Loss, name: string, shape: Shape, targets: Targets, random: () => number): readonly number[] {
  const parameter = loss.parameters.find((p) => p.name === name);
  const size = sizeOf(shape);
  if (parameter?.role === 'target' && shape.length > 0 && targets !== 'any')
    return targetsOf(targets, size, shape[shape.length - 1] ?? 1, random);
  const held = Number(parameter?.default ?? NaN);
  if (Number.isFinite(held) && parameter?.default !== null) return Array.from({ length: size }, () => held);
  return Array.from({ length: size }, () => oneOf(parameter, random));
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

function slopeOf({ slopes }: Sample, name: string): readonly number[] {
  return slopes.get(name) ?? [];
}

function agrees(sample: Sample, name: string): boolean {
  const slope = slopeOf(sample, name);
  const size = Math.max(...slope.map(Math.abs), ...sample.given.map(Math.abs), 1e-9);
  return slope.length === sample.given.length && slope.every((x, i) => Math.abs(x - (sample.given[i] ?? NaN)) <= TOLERANCE * size);
}

const TOLERANCE = 1e-4;

function factorOf(samples: readonly Sample[], name: string): number | null {
  const pairs = samples.flatMap((sample) => slopeOf(sample, name).map((slope, i) => [slope, sample.given[i] ?? NaN] as const));
  const [slope, given] = pairs.reduce((most, pair) => (Math.abs(pair[0]) > Math.abs(most[0]) ? pair : most), [0, 0] as const);
  const factor = given / slope;
  const fits = pairs.every(([x, y]) => Math.abs(y - factor * x) <= 1e-6 * (Math.abs(y) + Math.abs(given)));
  return Number.isFinite(factor) && fits ? Number(factor.toPrecision(6)) : null;
}
