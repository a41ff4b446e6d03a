import { inOrder } from '../ir/expression';
import type { Handmade, Loss, OwnBackward } from '../ir/loss';
import type { Shape } from '../numerics/signature';
import { compile } from '../tape/compile';
import { type Arithmetic, Machine } from '../tape/machine';
import { type Drawn, type Targets, TARGETS, commonFactor, drawn, isSame, leavesOf, shownOf } from './handmade-samples';
import type { Shown } from './hazard';
import { repeatable } from './scalar/coordinate';

/**
 * Why a backward pass may mean to differ: the forward is flat, or changes nothing, the gradient is clipped, or its name says so.
 * `upstream`: it is right only for a gradient of 1.
 */
export type Difference = 'flat' | 'identity' | 'clipped' | 'named' | 'upstream' | 'wrong';

/** Where a backward pass is not the derivative of its forward. */
export interface HandmadeFault {
  readonly difference: Difference;
  readonly by: string;
  readonly shape: Shape;
  readonly given: readonly number[];
  readonly derivative: readonly number[];
  readonly factor: number | null;
  readonly shown: Shown;
}

/** What a comparison found: `equal`, a fault, or null where no gradient could be compared. */
export type Comparison = 'equal' | HandmadeFault | null;

interface Sample {
  readonly inputs: Drawn;
  readonly value: readonly number[];
  readonly pairs: ReadonlyMap<string, readonly [slope: readonly number[], given: readonly number[], halved: readonly number[]]>;
}

const POINTS = 8;

/** Compares the backward pass that a function's author wrote with the derivative of the forward. */
export function comparedBackward(loss: Loss, arithmetic: Arithmetic): Comparison {
  const own = loss.ownBackward;
  const read = new Set(own?.backward.flatMap(({ value }) => [...leavesOf(value).keys()]));
  const each = own ? own.backward.map((one) => compared(own, one, read, arithmetic)) : [];
  return each.find((one) => one !== null && one !== 'equal') ?? each.find((one) => one === 'equal') ?? null;
}

/** Compares the gradient of one output; `read` are the inputs that the forward pass reads. */
function compared({ of }: OwnBackward, made: Handmade, read: ReadonlySet<string>, arithmetic: Arithmetic): Comparison {
  const kinds = TARGETS.map((kind) => samplesOf(of, made, { ...arithmetic, format: 'float64' }, kind)).filter((list) => list.length > 2);
  const [any] = kinds;
  const names = any ? writtenNames(any) : [];
  if (!any || names.length === 0) return null;
  const wrong = (list: readonly Sample[]): string | undefined => names.find((name) => list.some((sample) => !agrees(sample, name)));
  const agreeing = kinds.find((list) => wrong(list) === undefined);
  const deaf = ignoringUpstream(agreeing ?? any, names);
  if (deaf !== undefined) return faultAt(of, made, agreeing ?? any, deaf, 'upstream', arithmetic);
  if (agreeing) return 'equal';
  const by = wrong(any) as string;
  // What the backward pass alone reads, such as the inverse of a permutation, belongs to the rest as the caller makes it.
  const difference = differenceOf(made, any, by);
  return difference === 'wrong' && [...leavesOf(made.slopes).keys()].some((name) => !read.has(name))
    ? null
    : faultAt(of, made, any, by, difference, arithmetic);
}

function faultAt(
  of: Loss,
  made: Handmade,
  samples: readonly Sample[],
  by: string,
  difference: Difference,
  { format }: Arithmetic,
): HandmadeFault {
  const worst = samples.find((sample) => !agrees(sample, by)) ?? (samples[0] as Sample);
  const [slope, written, halved] = pairOf(worst, by);
  const [derivative, given] = difference === 'upstream' ? [slope.map((x) => x / 2), halved] : [slope, written];
  const leaves = leavesOf(made.value, made.slopes);
  const gradients = new Map([...worst.pairs].flatMap(([name, pair]) => (pair[1].some((x) => x !== 0) ? [[name, pair[1]] as const] : [])));
  const factor = commonFactor(
    samples.flatMap((sample) => pairOf(sample, by)[0].map((x, i) => [x, pairOf(sample, by)[1][i] ?? NaN] as const)),
  );
  const shown = shownOf(of, worst.inputs, leaves, worst.value, gradients, format);
  return { difference, by, shape: leaves.get(by) ?? [], given, derivative, factor: difference === 'upstream' ? null : factor, shown };
}

/** Inputs for which a gradient is written at all. */
function writtenNames(samples: readonly Sample[]): string[] {
  const names = [...(samples[0]?.pairs.keys() ?? [])];
  return names.filter((name) => samples.some((sample) => pairOf(sample, name)[1].some((x) => x !== 0)));
}

function samplesOf(of: Loss, { value, slopes, halved }: Handmade, arithmetic: Arithmetic, targets: Targets): readonly Sample[] {
  const roots = [value, slopes, ...(halved ? [halved] : [])];
  const tape = compile(roots);
  const machine = new Machine(tape, arithmetic);
  const leaves = leavesOf(...roots);
  const random = repeatable(29);
  const list = Array.from({ length: POINTS }, (): Sample => {
    const inputs = drawn(of, leaves, targets, random);
    const result = [...(machine.run(inputs)[tape.roots[0] ?? 0] ?? [])];
    const pulled = tape.roots.map((root) => machine.pullBack(root));
    const slope = (root: number, name: string, size: number): readonly number[] => [
      ...(pulled[root]?.[tape.inputs[name] ?? -1] ?? new Float64Array(size)),
    ];
    const pairs = new Map(
      [...leaves].map(([name, shape]) => {
        const size = shape.reduce((product, n) => product * n, 1);
        return [name, [slope(0, name, size), slope(1, name, size), halved ? slope(2, name, size) : []] as const];
      }),
    );
    return { inputs, value: result, pairs };
  });
  return list.filter(({ value: result, pairs }) => result.every(Number.isFinite) && [...pairs.values()].flat(2).every(Number.isFinite));
}

function pairOf({ pairs }: Sample, name: string): readonly [readonly number[], readonly number[], readonly number[]] {
  return pairs.get(name) ?? [[], [], []];
}

function agrees(sample: Sample, name: string): boolean {
  const [slope, given] = pairOf(sample, name);
  return isSame(slope, given);
}

/** An input for which half the gradient of a single output changes nothing. */
function ignoringUpstream(samples: readonly Sample[], names: readonly string[]): string | undefined {
  return names.find((name) =>
    samples.every((sample) => {
      const [, given, halved] = pairOf(sample, name);
      return halved.length > 0 && isSame(given, halved);
    }),
  );
}

const NAMED =
  /(^|_)ste($|_)|STE|straight|surrogate|spike|revers|grl|clip|clamp|quant|pseudo|fake|lower_?bound|upper_?bound|grad\w*_?(scale|multipl)/i;

function differenceOf(made: Handmade, samples: readonly Sample[], by: string): Difference {
  if (samples.every((sample) => pairOf(sample, by)[0].every((x) => x === 0))) return 'flat';
  if (inOrder(made.value).every(({ op }) => UNCHANGED.has(op))) return 'identity';
  const pairs = samples.flatMap((sample) => pairOf(sample, by)[0].map((x, i) => [x, pairOf(sample, by)[1][i] ?? NaN] as const));
  if (isClipped(pairs) || goesThroughBounds(made, pairs)) return 'clipped';
  return NAMED.test(made.name) ? 'named' : 'wrong';
}

const UNCHANGED = new Set(['parameter', 'identity', 'reshape', 'to_float', 'cast', 'stop_gradient']);

/** The same wherever the forward is not held at a bound. */
function goesThroughBounds({ value }: Handmade, pairs: readonly (readonly [number, number])[]): boolean {
  const free = pairs.filter(([slope]) => slope !== 0);
  const agree = free.every(([slope, given]) => Math.abs(slope - given) <= 1e-6 * Math.abs(slope));
  return free.length > 0 && agree && inOrder(value).some(({ op }) => BOUNDS.has(op));
}

const BOUNDS = new Set(['clip', 'minimum', 'maximum', 'hardtanh']);

/** The same where small, and of one size where larger. */
function isClipped(pairs: readonly (readonly [number, number])[]): boolean {
  const other = pairs.filter(([slope, given]) => Math.abs(slope - given) > 1e-9 * Math.abs(slope));
  const [first] = other;
  const size = Math.abs(first?.[1] ?? 0);
  if (size === 0 || other.length === pairs.length) return false;
  return other.every(([slope, given]) => Math.abs(Math.abs(given) - size) <= 1e-9 * size && slope * given > 0 && Math.abs(slope) > size);
}
