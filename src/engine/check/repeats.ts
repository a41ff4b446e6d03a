import type { Range } from '../text/line-index';
import type { LiftedLoss } from './lift-source';
import type { Finding, LossReport } from './report';
import { SEVERITIES } from './selection';

/**
 * One finding for each cause: what a loss is told of a function that it calls, and that function as well, is told once, by
 * the gravest, then in the function itself. Of a helper of which nothing else tells what it is given, nothing is told that its
 * callers here keep from happening; of any function, nothing that would take extraordinary values.
 */
export function withoutRepeats(findings: readonly Finding[], lifted: readonly LiftedLoss[]): Finding[] {
  const own = new Map(lifted.map((one) => [one.loss.name, one]));
  const best = new Map<string, Finding>();
  for (const finding of findings) {
    const known = best.get(causeOf(finding));
    if (!known || weight(finding, own) < weight(known, own)) best.set(causeOf(finding), finding);
  }
  return findings.filter(
    (finding) => !isNumeric(finding) || (best.get(causeOf(finding))?.loss === finding.loss && !isKept(finding, findings, own)),
  );
}

type Lifted = ReadonlyMap<string | null, LiftedLoss>;

function isNumeric({ code }: Finding): boolean {
  return code.startsWith('stability/') || code.startsWith('gradient/');
}

/** Where a group of rules complains: of one operation a loss is told one thing. */
function causeOf(finding: Finding): string {
  return `${finding.code.split('/', 1)[0] ?? ''} ${isGrave(finding) ? '' : finding.code} ${placeOf(finding)}`;
}

function isGrave({ severity }: Finding): boolean {
  return severity === 'error' || severity === 'warning';
}

function placeOf({ cell, range }: Finding): string {
  return `${cell ?? ''} ${textOf(range)}`;
}

function textOf({ start, end }: Range): string {
  return `${start.line}:${start.character}-${end.line}:${end.character}`;
}

/** Graver ones weigh less, then those of the loss that the place lies in. */
function weight({ severity, loss, range }: Finding, own: Lifted): number {
  const home = own.get(loss);
  return 2 * SEVERITIES.indexOf(severity) + (home && isInside(range, home.region.rangeOf(home.loss.span)) ? 0 : 1);
}

function isInside({ start, end }: Range, outer: Range): boolean {
  return start.line >= outer.start.line && end.line <= outer.end.line;
}

/** Whether losses of the source come by the very place of a helper's finding, and nothing goes wrong there. */
function isKept(finding: Finding, findings: readonly Finding[], own: Lifted): boolean {
  const helper = own.get(finding.loss);
  if (
    !helper ||
    !(finding.severity === 'warning' || isHelper(helper)) ||
    findings.some((other) => other.loss !== finding.loss && placeOf(other) === placeOf(finding))
  )
    return false;
  return [...own.values()].some((other) => other !== helper && other.region === helper.region && comesBy(other, finding.range));
}

/** Whether a name says that a function is for its file, or nothing tells what is trained by it. */
function isHelper({ loss: { name, parameters } }: LiftedLoss): boolean {
  const predictions = parameters.filter(({ role }) => role === 'prediction');
  return /^_(?!_)/.test(name) || predictions.every(({ guessed }) => guessed === 'for want of another');
}

function comesBy({ loss, region }: LiftedLoss, place: Range): boolean {
  return loss.uses.some(({ span }) => span.source === undefined && textOf(region.rangeOf(span)) === textOf(place));
}

/** The report of a loss whose every hazard is told elsewhere: its own verdict names none. */
export function withoutToldElsewhere(report: LossReport, told: readonly Finding[]): LossReport {
  const { verdicts } = report;
  const isOwn = (finding: Finding): boolean => finding.loss === report.name && finding.code.startsWith('stability/') && isGrave(finding);
  if (verdicts?.stability.answer !== 'hazard' || told.some(isOwn)) return report;
  const stability = { answer: 'unknown' as const, hazards: [], evidence: 'what goes wrong inside is told of another loss' };
  return { ...report, verdicts: { ...verdicts, stability } };
}
