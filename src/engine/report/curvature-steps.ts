import type { CurvatureStep, LossReport } from '../check/report';
import { sameRange, type Range } from '../text/line-index';
import { evidence } from './evidence/evidence';
import { phrase } from './phrases/phrase';
import type { Locale } from './phrases/phrase';

/** So many characters of a step’s code are shown. */
const LONGEST = 60;

/** The steps of a loss's convexity answer, a line each: what the code at a place is as a function of the predictions. */
export function stepLines(loss: LossReport, locale: Locale): readonly string[] {
  return stepsOf(loss).map(({ code, range, curvature, how }) => {
    const said = phrase(locale, `step.${curvature}`, { code: shortened(code), line: range.start.line + 1 });
    return how === undefined ? said : phrase(locale, 'step.because', { said, how: evidence(locale, how) });
  });
}

/** Code without its middle: its end tells it from a part of it that begins the same way. */
function shortened(code: string): string {
  const half = LONGEST / 2;
  return code.length > LONGEST ? `${code.slice(0, half).trimEnd()} … ${code.slice(-half).trimStart()}` : code;
}

/** What is known of the code at a place as a function of the predictions; null where nothing is. */
export function curvatureAt(loss: LossReport, range: Range, locale: Locale): string | null {
  const step = stepsOf(loss).find((one) => one.curvature !== 'open' && sameRange(one.range, range));
  const wrt = loss.verdicts?.convexity.wrt.join(', ') ?? '';
  return step ? phrase(locale, `convexity.${step.curvature as 'convex'}`, { wrt }) : null;
}

function stepsOf({ verdicts }: LossReport): readonly CurvatureStep[] {
  const evidence = verdicts?.convexity.evidence;
  return evidence && evidence.kind !== 'counterexample' ? (evidence.steps ?? []) : [];
}
