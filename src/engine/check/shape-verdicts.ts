import type { CurvatureAnswer, SteppedAnswer } from '../analyses/curvature/answer';
import type { NonSmoothPoint as Point } from '../analyses/differentiability/answer';
import type { FunctionVerdicts } from '../analyses/function-verdicts';
import { jsonNumber } from './json-number';
import type { JsonNumber, NonSmoothPoint, Verdicts } from './report';

/** The verdicts on a loss as a function of real numbers, with numbers as JSON can hold them. */
export function shapeVerdictsOf({
  differentiability,
  gradientLimits,
  convexity,
  ...rest
}: FunctionVerdicts): Omit<Verdicts, 'stability' | 'gradientFlow'> {
  const limits = Object.entries(gradientLimits).map(([name, { lower, upper }]) => [name, { lower: written(lower), upper: written(upper) }]);
  return {
    ...rest,
    convexity: { ...answerOnly(convexity), each: answersOnly(convexity.each) },
    differentiability: { ...differentiability, at: differentiability.at.map(pointOf) },
    gradientLimits: Object.fromEntries(limits) as Verdicts['gradientLimits'],
  };
}

/** Without the steps, which have their places in the text and are told with them. */
function answerOnly<A extends SteppedAnswer>({ steps: _, ...answer }: A): Omit<A, 'steps'> {
  return answer;
}

function answersOnly(each: Readonly<Record<string, SteppedAnswer>>): Record<string, CurvatureAnswer> {
  return Object.fromEntries(Object.entries(each).map(([name, answer]) => [name, answerOnly(answer)]));
}

function pointOf({ where, kind, left, right, autograd }: Point): NonSmoothPoint {
  return { where, kind, left: written(left), right: written(right), autograd: written(autograd) };
}

function written(x: number | null): JsonNumber | null {
  return x === null ? null : jsonNumber(x);
}
