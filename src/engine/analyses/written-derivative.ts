import type { Expression } from '../ir/expression';
import type { Loss } from '../ir/loss';
import { variablesOf } from '../ir/loss';
import type { Shape } from '../numerics/signature';
import { compile } from '../tape/compile';
import { type Arithmetic, Machine } from '../tape/machine';
import { type Drawn, type Targets, TARGETS, commonFactor, drawn, isSame, leavesOf, shownOf } from './handmade-samples';
import type { Shown } from './hazard';
import { repeatable } from './scalar/coordinate';

/** Where a written derivative is not the derivative. */
export interface Disagreement {
  /** The parameter that it should be the derivative by. */
  readonly by: string;
  readonly shape: readonly number[];
  readonly given: readonly number[];
  readonly derivative: readonly number[];
  /** What the written derivative is a multiple by, everywhere that was looked; null when it is none. */
  readonly factor: number | null;
  /** The inputs, the value of the loss there, and what was written for its gradient. */
  readonly shown: Shown;
}

interface Sample {
  readonly inputs: Drawn;
  readonly value: readonly number[];
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
    const factor = factorOf(samples, wanted);
    if (!worst || isPerRow(factor, derivative.shape)) continue;
    const gradients = new Map([[wanted, worst.given]]);
    const shown = shownOf(loss, worst.inputs, leavesOf(value, derivative), worst.value, gradients, 'float64');
    const { shape } = derivative;
    return { by: wanted, shape, given: worst.given, derivative: slopeOf(worst, wanted), factor, shown };
  }
  return null;
}

/** Whether a derivative counts rows where the loss counts elements: they agree for the one column that its author may mean. */
function isPerRow(factor: number | null, [, ...columns]: Shape): boolean {
  const count = columns.reduce((product, size) => product * size, 1);
  return factor !== null && count > 1 && Math.abs(factor - count) < 1e-9 * count;
}

/** Predictions of the derivative's shape. */
function candidatesOf(loss: Loss, value: Expression, derivative: Expression): readonly string[] {
  const shapes = leavesOf(value);
  const names = variablesOf(loss).map((p) => p.name);
  return names.filter((name) => String(shapes.get(name)) === String(derivative.shape));
}

function samplesOf(loss: Loss, value: Expression, derivative: Expression, arithmetic: Arithmetic, targets: Targets): readonly Sample[] {
  const [first, second] = [compile([value]), compile([derivative])];
  const [machine, other] = [new Machine(first, arithmetic), new Machine(second, arithmetic)];
  const leaves = leavesOf(value, derivative);
  const random = repeatable(17);
  return Array.from({ length: POINTS }, () => {
    const inputs = drawn(loss, leaves, targets, random);
    const result = [...(machine.run(inputs)[first.roots[0] ?? 0] ?? [])];
    const slopes = machine.pullBack(first.roots[0] ?? 0);
    const given = other.run(inputs)[second.roots[0] ?? 0] ?? new Float64Array(0);
    const named = [...leaves.keys()].map((name) => [name, [...(slopes[first.inputs[name] ?? -1] ?? [])]] as const);
    return { inputs, value: result, given: [...given], slopes: new Map(named) };
  }).filter(({ given }) => given.every(Number.isFinite));
}

function slopeOf({ slopes }: Sample, name: string): readonly number[] {
  return slopes.get(name) ?? [];
}

function agrees(sample: Sample, name: string): boolean {
  return isSame(slopeOf(sample, name), sample.given);
}

function factorOf(samples: readonly Sample[], name: string): number | null {
  return commonFactor(samples.flatMap((sample) => slopeOf(sample, name).map((slope, i) => [slope, sample.given[i] ?? NaN] as const)));
}
