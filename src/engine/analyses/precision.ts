import { type Expression, sizeOf } from '../ir/expression';
import type { Loss } from '../ir/loss';
import { formatOf } from '../numerics/format';
import type { Assignment } from './candidates';
import { paysFor } from './cost';
import type { Given } from './hazard';
import { type Input, accepts, inputsOf } from './inputs';
import { type FrameworkArithmetic, Replay } from './replay';

/** Where cancellation is looked for: inputs near 0, a large common offset with a small spread, or large ones. */
export type Probe = 'near-zero' | 'offset' | 'large';

/** A value that the working format gets wrong. */
export interface PrecisionLoss {
  readonly given: readonly Given[];
  /** What the working format computes, and what double precision does. */
  readonly computed: number;
  readonly exact: number;
  readonly relative: number;
}

const VALUES: Readonly<Record<Probe, readonly ((k: number, which: number) => number)[]>> = {
  'near-zero': [
    () => 1e-5,
    () => -1e-5,
    (k) => 1 + k,
    () => 1e-8,
    () => -1e-8,
    (_k, which) => (which === 0 ? 1e-4 : 0),
    (_k, which) => (which === 0 ? 1e-5 : 0),
  ],
  offset: [(k, which) => 1000 + 0.01 * (k + which), (k, which) => 100 + 0.001 * (k + 2 * which)],
  large: [(k, which) => (which === 0 ? 1e7 + k : 1 + k), (k, which) => (which === 1 ? 1e7 + k : 1 + k)],
};

/** What is so small beside its operands is rounding of double precision as well. */
const NOISE = 2 ** -46;

/** Steps that the points of one probe may take. */
const STEPS = 5_000_000;

/**
 * The worst relative error of one node in the working format against double precision, at the points of a probe; null also where looking
 * takes too many steps.
 */
export function precisionLossAt(loss: Loss, node: Expression, arithmetic: FrameworkArithmetic, probe: Probe): PrecisionLoss | null {
  if (!loss.body || arithmetic.format === 'float64' || !paysFor(STEPS, 2 * VALUES[probe].length, node)) return null;
  const inputs = inputsOf(loss);
  const working = new Replay(node, inputs, arithmetic);
  const double = new Replay(node, inputs, { ...arithmetic, format: 'float64' });
  const losses = VALUES[probe].flatMap((value) => {
    const assignment = fill(inputs, value, arithmetic);
    return assignment ? [errorOn(assignment, node, working, double, inputs)] : [];
  });
  return losses.reduce<PrecisionLoss | null>((worst, next) => (next && (!worst || next.relative > worst.relative) ? next : worst), null);
}

/** Inputs that the format holds exactly, so that only the arithmetic differs; null where an input does not take them. */
function fill(inputs: readonly Input[], value: (k: number, which: number) => number, { format }: FrameworkArithmetic): Assignment | null {
  const { round } = formatOf(format);
  const filled = inputs.map((input, which) => {
    const values = new Float64Array(sizeOf(input.node.shape));
    return values.map((_, k) => (input.quantity === 'held' || input.quantity === 'unread' ? input.value : round(value(k, which))));
  });
  return filled.every((values, i) => values.every((v) => accepts(inputs[i] as Input, v))) ? filled : null;
}

function errorOn(
  assignment: Assignment,
  node: Expression,
  working: Replay,
  double: Replay,
  inputs: readonly Input[],
): PrecisionLoss | null {
  const computed = working.valuesAt(assignment, node);
  const exact = double.valuesAt(assignment, node);
  const noise = NOISE * Math.max(0, ...node.args.flatMap((argument) => Array.from(double.valuesAt(assignment, argument), Math.abs)));
  let worst: PrecisionLoss | null = null;
  for (let k = 0; k < exact.length; k++) {
    const [a, b] = [computed[k] ?? NaN, exact[k] ?? NaN];
    if (!Number.isFinite(a) || !Number.isFinite(b) || Math.abs(b) <= noise) continue;
    const relative = Math.abs((a - b) / b);
    if (!worst || relative > worst.relative)
      worst = {
        given: inputs.map((input, i) => ({ input, values: assignment[i] ?? new Float64Array(), shape: input.node.shape })),
        computed: a,
        exact: b,
        relative,
      };
  }
  return worst;
}
