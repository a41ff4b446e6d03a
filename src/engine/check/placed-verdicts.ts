import type { CurvatureStep as StepOfUse } from '../analyses/curvature/answer';
import type { Loss } from '../ir/loss';
import { placeInFile, type Span } from '../text/span';
import type { Facts } from './analysed';
import type { Region } from './region';
import type { CurvatureAnswer, CurvatureStep, Verdicts } from './report';

/** The verdicts on a loss with the places of the code that their evidence speaks of. */
export function placedVerdicts(verdicts: Verdicts, { steps, blockers, unproved }: Facts, loss: Loss, region: Region): Verdicts {
  const placeOf = (use: number): string | null => {
    const span = loss.uses[use]?.span;
    return span ? `${codeOf(span, region)} (line ${region.rangeOf(placeInFile(span, loss.nameSpan)).start.line + 1})` : null;
  };
  return {
    ...verdicts,
    convexity: withSteps(verdicts.convexity, steps, (list) => stepsAt(loss, list, region)),
    stability: withStop(verdicts.stability, unproved === null ? null : placeOf(unproved)),
    gradientFlow: withBlockers(verdicts.gradientFlow, (name) => (blockers[name] ?? []).map(placeOf).filter((place) => place !== null)),
  };
}

/** The steps of a proof at their places; of a notebook those in the loss's own cell. */
function stepsAt(loss: Loss, steps: readonly StepOfUse[], region: Region): CurvatureStep[] {
  const cell = region.cellOf(loss.span);
  return steps.flatMap(({ use, ...said }) => {
    const span = loss.uses[use]?.span;
    if (!span || region.cellOf(span) !== cell) return [];
    return [{ range: region.rangeOf(span), code: codeOf(span, region), ...said }];
  });
}

function withSteps(
  convexity: Verdicts['convexity'],
  { joint, each }: Facts['steps'],
  place: (steps: readonly StepOfUse[]) => CurvatureStep[],
): Verdicts['convexity'] {
  const told = <A extends CurvatureAnswer>(answer: A, list: readonly StepOfUse[]): A => {
    const steps = place(list);
    if (answer.evidence.kind === 'counterexample' || steps.length === 0) return answer;
    return { ...answer, evidence: { ...answer.evidence, steps } };
  };
  const alone = Object.entries(convexity.each).map(([name, answer]) => [name, told(answer, each[name] ?? [])] as const);
  return { ...told(convexity, joint), each: Object.fromEntries(alone) };
}

/** The operation at which a proof of stability stopped, as the code writes it. */
function withStop(stability: Verdicts['stability'], place: string | null): Verdicts['stability'] {
  return stability.answer === 'unknown' && place ? { ...stability, evidence: `${stability.evidence}: stopped at ${place}` } : stability;
}

/** What stops a gradient, as the code writes it. */
function withBlockers(flow: Verdicts['gradientFlow'], placesOf: (name: string) => readonly string[]): Verdicts['gradientFlow'] {
  const told = Object.entries(flow).map(([name, verdict]) => {
    const places = [...new Set(placesOf(name))];
    return [name, places.length === 0 ? verdict : { ...verdict, evidence: places.join(', ') }];
  });
  return Object.fromEntries(told) as Verdicts['gradientFlow'];
}

/** The code at a span on one line. */
function codeOf(span: Span, { text }: Region): string {
  const { start, end } = span.source === undefined ? span : (span.via ?? { start: 0, end: 0 });
  return text.slice(start, end).replace(/\s+/g, ' ');
}
