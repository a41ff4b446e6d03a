import type { Range } from '../text/line-index';
import type { Finding, LossReport } from './report';
import { SEVERITIES } from './selection';

/**
 * One finding for each cause: what a loss is told of a function that it calls, and that function as well, is told once, by
 * the gravest, then in the function itself. The verdict of the caller stays what it is.
 */
export function withoutRepeats(findings: readonly Finding[], losses: readonly LossReport[]): Finding[] {
  const own = new Map(losses.map(({ name, range }) => [name, range]));
  const best = new Map<string, Finding>();
  for (const finding of findings) {
    const known = best.get(causeOf(finding));
    if (!known || weight(finding, own) < weight(known, own)) best.set(causeOf(finding), finding);
  }
  return findings.filter((finding) => !isNumeric(finding) || best.get(causeOf(finding))?.loss === finding.loss);
}

function isNumeric({ code }: Finding): boolean {
  return code.startsWith('stability/') || code.startsWith('gradient/');
}

/** What is complained of, and where. */
function causeOf({ code, cell, range: { start, end } }: Finding): string {
  return `${code} ${cell ?? ''} ${start.line}:${start.character}-${end.line}:${end.character}`;
}

/** Graver ones weigh less, then those of the loss that the place lies in. */
function weight({ severity, loss, range }: Finding, own: ReadonlyMap<string, Range>): number {
  const home = loss === null ? undefined : own.get(loss);
  return 2 * SEVERITIES.indexOf(severity) + (home && isInside(range, home) ? 0 : 1);
}

function isInside({ start, end }: Range, outer: Range): boolean {
  return start.line >= outer.start.line && end.line <= outer.end.line;
}
