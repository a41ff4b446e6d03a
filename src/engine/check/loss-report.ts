import { placeInFile, type Span } from '../text/span';
import type { Parameter } from '../ir/loss';
import { printDomain } from '../ir/domain';
import type { Facts } from './analysed';
import type { Told } from './moved';
import { placedVerdicts } from './placed-verdicts';
import type { Region } from './region';
import type { LossReport, ReportedParameter } from './report';

/** One loss as the report tells it. */
export function lossReport({ loss, preconditions }: Told, facts: Facts, region: Region, recognised: LossReport['recognised']): LossReport {
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
    dtypes: facts.dtypes,
    translation: { status: loss.status, missing: loss.missing.map(({ span, what, why }) => ({ line: lineOf(span), what, why })) },
    formula: facts.formula,
    gradients: facts.gradients,
    verdicts: facts.verdicts && placedVerdicts(facts.verdicts, facts, loss, region),
    shapes: {
      ...Object.fromEntries(loss.parameters.flatMap(({ name, node }) => (node ? [[name, node.shape] as const] : []))),
      because: loss.shapesBecause,
    },
    recognised,
  };
}

function reported({ name, role, domain, source, because, default: value }: Parameter): ReportedParameter {
  return { name, role, domain: printDomain(domain), source, because, default: value };
}
