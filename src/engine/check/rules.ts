import { RULES } from '../rules/index';
import type { Severity } from './report';

/** Code, default severity and id of the summary of every rule, in the order of the codes. */
export function rules(): readonly { readonly code: string; readonly severity: Severity; readonly summaryId: string }[] {
  return RULES.map(({ code, defaultSeverity, summary }) => ({ code, severity: defaultSeverity, summaryId: summary })).sort((a, b) =>
    a.code < b.code ? -1 : 1,
  );
}
