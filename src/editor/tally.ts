import type { Finding } from '../engine/check/report';
import { phrase } from '../engine/report/phrases/phrase';
import type { Locale } from '../engine/report/phrases/phrase';

/** Faults in words: `1 error`, `2 warnings`; nothing for what is not there. */
export function tally(findings: readonly Finding[], locale: Locale): string[] {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const warnings = findings.filter(({ severity }) => severity === 'warning').length;
  return [
    ...(errors === 1 ? [phrase(locale, 'summary.one-error')] : errors > 1 ? [phrase(locale, 'summary.errors', { count: errors })] : []),
    ...(warnings === 1
      ? [phrase(locale, 'summary.one-warning')]
      : warnings > 1
        ? [phrase(locale, 'summary.warnings', { count: warnings })]
        : []),
  ];
}
