import { type Expression, inOrder, sizeOf } from '../ir/expression';
import { evaluationsWithin } from './cost';
import type { Loss } from '../ir/loss';
import type { Shown } from './hazard';
import { type Input, inputsOf, accepts } from './inputs';
import { type FrameworkArithmetic, Replay } from './replay';

/** A gradient that autograd gets wrong where the loss is smooth. */
export interface TieGradient {
  readonly input: Input;
  readonly shown: Shown;
  readonly autograd: number;
  readonly true: number;
}

const STEP = 1e-4;
const WRONG = 0.01;

/** Steps that all slopes may take; a network has hundreds of inputs. */
const STEPS = 200_000;

/**
 * The first input whose gradient, with all inputs tied at a value, differs from the slope of the loss although its
 * slopes from both sides agree there: a kink that cancels in the value and not in autograd. An input whose gradient the author
 * stops is left out.
 */
export function tieGradientOf(loss: Loss, arithmetic: FrameworkArithmetic, at: number): TieGradient | null {
  if (!loss.body) return null;
  const most = evaluationsWithin(STEPS, loss.body) / 2;
  if (most < 1) return null;
  const inputs = inputsOf(loss);
  const start = inputs.map((input) => new Float64Array(sizeOf(input.node.shape)).fill(accepts(input, at) ? at : input.value));
  const double = new Replay(loss.body, inputs, { ...arithmetic, format: 'float64' });
  const { gradients } = double.outcome(start);
  const stopped = new Set(inOrder(...inOrder(loss.body).filter(({ op }) => op === 'stop_gradient')));
  const here = totalAt(double, loss.body, start);
  for (const [i, input] of inputs.entries()) {
    if (i >= most) return null;
    if (stopped.has(input.node)) continue;
    const autograd = gradients.get(input.name)?.[0];
    if (autograd === undefined || !Number.isFinite(autograd)) continue;
    const slopes = oneSided(loss.body, double, start, i, here);
    const middle = (slopes.left + slopes.right) / 2;
    const smooth = Math.abs(slopes.left - slopes.right) < 1e-3 * Math.max(1, Math.abs(middle));
    const wrong = Math.abs(autograd - middle) > WRONG * Math.max(1, Math.abs(middle));
    if (smooth && wrong) return { input, shown: shownAt(loss.body, inputs, start, arithmetic), autograd, true: middle };
  }
  return null;
}

/** The inputs with what the working format makes of them. */
function shownAt(body: Expression, inputs: readonly Input[], start: readonly Float64Array[], arithmetic: FrameworkArithmetic): Shown {
  const given = inputs.map((input, k) => ({ input, values: start[k] ?? new Float64Array(), shape: input.node.shape }));
  return { given, outcome: new Replay(body, inputs, arithmetic).outcome(start), format: arithmetic.format };
}

/** The sum of all elements of the result. */
function totalAt(double: Replay, body: Expression, values: readonly Float64Array[]): number {
  return double.valuesAt(values, body).reduce((sum, v) => sum + v, 0);
}

/** Slopes from both sides in the first element of one input; `here` is the value between them. */
function oneSided(
  body: Expression,
  double: Replay,
  start: readonly Float64Array[],
  which: number,
  here: number,
): { readonly left: number; readonly right: number } {
  const at = (by: number): number => {
    const moved = start.map((values, i) => (i === which ? values.map((v, k) => (k === 0 ? v + by : v)) : values));
    return totalAt(double, body, moved);
  };
  return { left: (here - at(-STEP)) / STEP, right: (at(STEP) - here) / STEP };
}
