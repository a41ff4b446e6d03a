import type { CurvatureStep, LossReport } from '../check/report';
import { sameRange, type Range } from '../text/line-index';
import { phrase } from './phrases/phrase';
import type { Locale } from './phrases/phrase';

/** Code of a step longer than this is cut. */
const LONGEST = 60;

/** The steps of a loss's convexity answer, a line each: what the code at a place is as a function of the predictions. */
export function stepLines(loss: LossReport, locale: Locale): readonly string[] {
  return stepsOf(loss).map(({ code, range, curvature }) =>
    phrase(locale, `step.${curvature}`, { code: code.length > LONGEST ? `${code.slice(0, LONGEST)}…` : code, line: range.start.line + 1 }),
  );
}

/** What is known of the code at a place as a function of the predictions; null where the composition rule does not tell. */
export function curvatureAt(loss: LossReport, range: Range, locale: Locale): string | null {
  const step = stepsOf(loss).find((one) => one.curvature !== 'open' && sameRange(one.range, range));
  const wrt = loss.verdicts?.convexity.wrt.join(', ') ?? '';
  return step ? phrase(locale, `convexity.${step.curvature as 'convex'}`, { wrt }) : null;
}

function stepsOf({ verdicts }: LossReport): readonly CurvatureStep[] {
  const evidence = verdicts?.convexity.evidence;
  return evidence && evidence.kind !== 'counterexample' ? (evidence.steps ?? []) : [];
}
