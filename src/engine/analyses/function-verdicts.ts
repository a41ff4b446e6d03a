import type { Loss } from '../ir/loss';
import type { Conventions } from '../ops/conventions';
import type { ConvexityAnswer } from './curvature/answer';
import { convexityOf } from './curvature/convexity';
import type { DifferentiabilityAnswer } from './differentiability/answer';
import { differentiabilityOf } from './differentiability/differentiability';
import { type Profile, profileOfLoss } from './profile/profile';
import { scalarLoss } from './scalar/loss-terms';

/** What is decided of a loss as a function of real numbers. */
export interface FunctionVerdicts extends Profile {
  readonly convexity: ConvexityAnswer;
  readonly differentiability: DifferentiabilityAnswer;
}

/** Decides the shape of a loss as a function of real numbers; `conventions` are those of its framework. Infinite numbers are JavaScript's own. */
export function functionVerdictsOf(loss: Loss, conventions: Conventions): FunctionVerdicts {
  const form = scalarLoss(loss);
  const differentiability = differentiabilityOf(loss, form, conventions);
  return { convexity: convexityOf(loss, form), differentiability, ...profileOfLoss(loss, form, differentiability.answer) };
}
