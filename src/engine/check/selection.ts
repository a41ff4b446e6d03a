import type { CheckOptions } from './options';
import type { Finding, Severity } from './report';

/** Severities from the gravest to the lightest. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** Whether a severity is at or above a threshold. */
export function atLeast(severity: Severity, threshold: Severity): boolean {
  return SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(threshold);
}

/** A finding as the options want it: with its severity overridden, or null when it is not wanted. */
export function selected(finding: Finding, options: CheckOptions): Finding | null {
  const { select, ignore, severity, minSeverity } = options;
  if (select.length > 0 && !select.some((prefix) => covers(prefix, finding.code))) return null;
  if (ignore.some((prefix) => covers(prefix, finding.code))) return null;
  const level = overridden(finding, severity);
  if (level === null || !atLeast(level, minSeverity)) return null;
  return level === finding.severity ? finding : { ...finding, severity: level };
}

/** Whether a code, a prefix of it (`stability`) or a pattern (`stability/*`) names a rule; `*` names all. */
export function covers(prefix: string, code: string): boolean {
  return prefix === '*' || prefix === code || code.startsWith(`${prefix.replace(/\/\*?$/, '')}/`);
}

/** The longest prefix decides. */
function overridden(finding: Finding, table: Readonly<Record<string, string>>): Severity | null {
  const prefixes = Object.keys(table).filter((prefix) => covers(prefix, finding.code));
  const longest = prefixes.sort((a, b) => b.length - a.length)[0];
  const level = longest === undefined ? finding.severity : table[longest];
  return SEVERITIES.find((name) => name === level) ?? null;
}
