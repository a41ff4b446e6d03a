import type { Loss } from '../ir/loss';
import type { ConvexityAnswer } from './curvature/answer';
import { convexityOf } from './curvature/convexity';
import type { DifferentiabilityAnswer } from './differentiability/answer';
import { differentiabilityOf } from './differentiability/differentiability';
import { scalarLoss } from './scalar/loss-terms';

/** What is decided of a loss as a function of real numbers. */
export interface FunctionVerdicts {
  readonly convexity: ConvexityAnswer;
  readonly differentiability: DifferentiabilityAnswer;
}

/** Decides the shape of a loss as a function of real numbers; infinite numbers are JavaScript's own. */
export function functionVerdictsOf(loss: Loss): FunctionVerdicts {
  const form = scalarLoss(loss);
  return { convexity: convexityOf(loss, form), differentiability: differentiabilityOf(loss, form) };
}
