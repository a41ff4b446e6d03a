import type { FileReport, Fix } from '../check/report';
import { message } from './messages/message';
import { phrase } from './phrases/phrase';
import type { Locale } from './phrases/phrase';

/** A file's report with the words of every finding in the reader's language. */
export function worded(report: FileReport, locale: Locale): FileReport {
  const say = <T extends { readonly messageId: string; readonly arguments: Readonly<Record<string, string | number>> }>(
    one: T,
  ): T & { message: string } => ({
    ...one,
    message: message(locale, one.messageId, one.arguments),
  });
  const titled = (fix: Fix): Fix => ({ ...fix, title: phrase(locale, 'fix.title', { code: fix.title.replace(/\s+/g, ' ') }) });
  return {
    ...report,
    findings: report.findings.map((finding) => ({ ...say(finding), related: finding.related.map(say), fixes: finding.fixes.map(titled) })),
  };
}
