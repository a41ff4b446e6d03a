import type { FileReport, Finding } from '../engine/check/report';

/** How long a new complaint about the loss being typed waits, in milliseconds after the last key. */
export const PATIENCE = 800;

/** What the reader is doing in a document. */
export interface Typing {
  /** Line of the caret; null when the document does not have it. */
  readonly line: number | null;
  /** Milliseconds since the last edit. */
  readonly sinceEdit: number;
}

/** How long a report must wait before it is shown: 0, some milliseconds, or (`caret`) until the caret leaves the line. */
export function waitBefore(shown: FileReport | undefined, next: FileReport, { line, sinceEdit }: Typing): number | 'caret' {
  if (!shown || line === null) return 0;
  if (sinceEdit !== Infinity && brokenUnder(line, shown, next)) return 'caret';
  const known = new Set(shown.findings.map(({ fingerprint }) => fingerprint));
  const fresh = next.findings.some((finding) => !known.has(finding.fingerprint) && isAbout(line, finding, next));
  return fresh ? Math.max(0, PATIENCE - sinceEdit) : 0;
}

/** Whether the loss that is being typed in had findings and cannot be read as it stands: half a line is no news. */
function brokenUnder(line: number, shown: FileReport, next: FileReport): boolean {
  const before = shown.losses.find((loss) => holds(loss, line));
  if (!before || !shown.findings.some(({ loss }) => loss === before.name)) return false;
  const now = next.losses.find(({ name }) => name === before.name);
  return !now || (before.translation.status === 'full' && now.translation.status !== 'full');
}

/** Whether a finding stands on a line, or in the loss around it: half a line may leave an input of the whole loss without use. */
function isAbout(line: number, finding: Finding, { losses }: FileReport): boolean {
  const loss = losses.find(({ name }) => name === finding.loss);
  return holds(finding, line) || (loss !== undefined && holds(loss, line));
}

function holds({ range }: Pick<Finding, 'range'>, line: number): boolean {
  return range.start.line <= line && line <= range.end.line;
}
