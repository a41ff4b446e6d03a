import type { NonSmoothPoint as Point } from '../analyses/differentiability/answer';
import { functionVerdictsOf } from '../analyses/function-verdicts';
import type { Loss } from '../ir/loss';
import { jsonNumber } from './json-number';
import type { NonSmoothPoint, Verdicts } from './report';

/** The verdicts on a loss as a function of real numbers, with numbers as JSON can hold them. */
export function shapeVerdictsOf(loss: Loss): Pick<Verdicts, 'convexity' | 'differentiability'> {
  const { convexity, differentiability } = functionVerdictsOf(loss);
  return { convexity, differentiability: { ...differentiability, at: differentiability.at.map(pointOf) } };
}

function pointOf({ where, kind, left, right, autograd }: Point): NonSmoothPoint {
  const written = (x: number | null): NonSmoothPoint['left'] => (x === null ? null : jsonNumber(x));
  return { where, kind, left: written(left), right: written(right), autograd: written(autograd) };
}
