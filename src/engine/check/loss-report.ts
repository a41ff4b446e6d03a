import { placeInFile, type Span } from '../text/span';
import type { Loss, Parameter } from '../ir/loss';
import { printDomain } from '../ir/domain';
import type { CurvatureStep as StepOfUse } from '../analyses/curvature/answer';
import type { Facts } from './analysed';
import type { Told } from './moved';
import type { Region } from './region';
import type { CurvatureAnswer, CurvatureStep, LossReport, ReportedParameter, Verdicts } from './report';

/** One loss as the report tells it. */
export function lossReport(
  { loss, preconditions }: Told,
  { formula, gradients, verdicts, steps, blockers, dtypes }: Facts,
  region: Region,
  recognised: LossReport['recognised'],
): LossReport {
  const lineOf = (span: Span): number => region.rangeOf(placeInFile(span, loss.nameSpan)).start.line + 1;
  const cell = region.cellOf(loss.span);
  return {
    name: loss.name,
    kind: loss.kind,
    framework: loss.framework,
    range: region.rangeOf(loss.span),
    ...(cell === undefined ? {} : { cell }),
    parameters: loss.parameters.map(reported),
    options: loss.options,
    preconditions: preconditions.map(({ text, breaks, span }) => ({ text, breaks, line: lineOf(span) })),
    dtypes,
    translation: { status: loss.status, missing: loss.missing.map(({ span, what, why }) => ({ line: lineOf(span), what, why })) },
    formula,
    gradients,
    verdicts:
      verdicts &&
      withBlockers(
        withSteps(verdicts, steps, (list) => placed(loss, list, region)),
        loss,
        blockers,
        region,
      ),
    shapes: {
      ...Object.fromEntries(loss.parameters.flatMap(({ name, node }) => (node ? [[name, node.shape] as const] : []))),
      because: loss.shapesBecause,
    },
    recognised,
  };
}

/** The steps of a proof at their places; of a notebook those in the loss's own cell. */
function placed(loss: Loss, steps: readonly StepOfUse[], region: Region): CurvatureStep[] {
  const cell = region.cellOf(loss.span);
  return steps.flatMap(({ use, ...said }) => {
    const span = loss.uses[use]?.span;
    if (!span || region.cellOf(span) !== cell) return [];
    return [{ range: region.rangeOf(span), code: codeOf(span, region), ...said }];
  });
}

function withSteps(verdicts: Verdicts, { joint, each }: Facts['steps'], place: (steps: readonly StepOfUse[]) => CurvatureStep[]): Verdicts {
  const told = <A extends CurvatureAnswer>(answer: A, list: readonly StepOfUse[]): A => {
    const steps = place(list);
    return answer.evidence.kind === 'counterexample' || steps.length === 0
      ? answer
      : { ...answer, evidence: { ...answer.evidence, steps } };
  };
  const { convexity } = verdicts;
  const alone = Object.entries(convexity.each).map(([name, answer]) => [name, told(answer, each[name] ?? [])] as const);
  return { ...verdicts, convexity: { ...told(convexity, joint), each: Object.fromEntries(alone) } };
}

/** What stops a gradient, as the code writes it. */
function withBlockers(verdicts: Verdicts, loss: Loss, blockers: Facts['blockers'], region: Region): Verdicts {
  const told = Object.entries(verdicts.gradientFlow).map(([name, verdict]) => {
    const spans = (blockers[name] ?? []).map((use) => loss.uses[use]?.span).filter((span) => span !== undefined);
    const places = spans.map((span) => `${codeOf(span, region)} (line ${region.rangeOf(placeInFile(span, loss.nameSpan)).start.line + 1})`);
    return [name, places.length === 0 ? verdict : { ...verdict, evidence: [...new Set(places)].join(', ') }];
  });
  return { ...verdicts, gradientFlow: Object.fromEntries(told) as Verdicts['gradientFlow'] };
}

/** The code at a span on one line. */
function codeOf(span: Span, { text }: Region): string {
  const { start, end } = span.source === undefined ? span : (span.via ?? { start: 0, end: 0 });
  return text.slice(start, end).replace(/\s+/g, ' ');
}

function reported({ name, role, domain, source, because, default: value }: Parameter): ReportedParameter {
  return { name, role, domain: printDomain(domain), source, because, default: value };
}
