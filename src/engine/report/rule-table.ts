import type { Severity } from '../check/report';
import { rules } from '../check/rules';
import { message } from './messages/message';
import type { Locale } from './phrases/phrase';
import type { SarifRule } from './sarif';

/** What the reader is told of a rule. */
export interface ListedRule {
  readonly code: string;
  readonly severity: Severity;
  readonly summary: string;
  /** Path of its page from the root of the package. */
  readonly documentation: string;
}

/** Every rule in the order of its code. */
export function ruleTable(locale: Locale): readonly ListedRule[] {
  return rules().map(({ code, severity, summaryId }) => ({
    code,
    severity,
    summary: message(locale, summaryId),
    documentation: `docs/rules/${code}.md`,
  }));
}

/** The rules as SARIF describes them; pages are addressed on the project's home page. */
export function sarifRules(locale: Locale): readonly SarifRule[] {
  return ruleTable(locale).map(({ code, severity, summary, documentation }) => ({
    code,
    summary,
    defaultSeverity: severity,
    documentation: `https://github.com/losswright/losswright/blob/main/${documentation}`,
  }));
}
