import type { Loss } from '../ir/loss';
import type { Conventions } from '../ops/conventions';
import type { ConvexityAnswer } from './curvature/answer';
import { convexityOf } from './curvature/convexity';
import type { DifferentiabilityAnswer } from './differentiability/answer';
import { differentiabilityOf } from './differentiability/differentiability';
import { type Profile, profileOfLoss } from './profile/profile';
import { type Quasiconvexity, quasiconvexityOf } from './profile/quasiconvexity';
import { scalarLoss } from './scalar/loss-terms';

/** What is decided of a loss as a function of real numbers. */
export interface FunctionVerdicts extends Profile {
  readonly convexity: ConvexityAnswer;
  readonly differentiability: DifferentiabilityAnswer;
  readonly quasiconvexity: Quasiconvexity | null;
}

/** Decides the shape of a loss as a function of real numbers; `conventions` are those of its framework. Infinite numbers are JavaScript's own. */
export function functionVerdictsOf(loss: Loss, conventions: Conventions): FunctionVerdicts {
  return finished(functionVerdicts(loss, conventions));
}

/** {@link functionVerdictsOf} in steps. */
export function* functionVerdicts(loss: Loss, conventions: Conventions): Generator<void, FunctionVerdicts> {
  const form = scalarLoss(loss);
  yield;
  const differentiability = differentiabilityOf(loss, form, conventions);
  yield;
  const convexity = convexityOf(loss, form);
  yield;
  const quasiconvexity = quasiconvexityOf(form, convexity);
  yield;
  return { convexity, differentiability, quasiconvexity, ...profileOfLoss(loss, form, differentiability.answer) };
}

/** The result of something that is done in steps. */
export function finished<T>(steps: Generator<unknown, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
