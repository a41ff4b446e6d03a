import type { NonSmoothPoint as Point } from '../analyses/differentiability/answer';
import type { FunctionVerdicts } from '../analyses/function-verdicts';
import { jsonNumber } from './json-number';
import type { JsonNumber, NonSmoothPoint, Verdicts } from './report';

/** The verdicts on a loss as a function of real numbers, with numbers as JSON can hold them. */
export function shapeVerdictsOf({
  differentiability,
  gradientLimits,
  convexity: { steps: _, ...convexity },
  ...rest
}: FunctionVerdicts): Omit<Verdicts, 'stability' | 'gradientFlow'> {
  const limits = Object.entries(gradientLimits).map(([name, { lower, upper }]) => [name, { lower: written(lower), upper: written(upper) }]);
  return {
    ...rest,
    convexity,
    differentiability: { ...differentiability, at: differentiability.at.map(pointOf) },
    gradientLimits: Object.fromEntries(limits) as Verdicts['gradientLimits'],
  };
}

function pointOf({ where, kind, left, right, autograd }: Point): NonSmoothPoint {
  return { where, kind, left: written(left), right: written(right), autograd: written(autograd) };
}

function written(x: number | null): JsonNumber | null {
  return x === null ? null : jsonNumber(x);
}
