import type { FileReport } from '../check/report';
import { message } from './messages/message';
import type { Locale } from './phrases/phrase';

/** A file's report with the words of every finding in the reader's language. */
export function worded(report: FileReport, locale: Locale): FileReport {
  const say = <T extends { readonly messageId: string; readonly arguments: Readonly<Record<string, string | number>> }>(
    one: T,
  ): T & { message: string } => ({
    ...one,
    message: message(locale, one.messageId, one.arguments),
  });
  return { ...report, findings: report.findings.map((finding) => ({ ...say(finding), related: finding.related.map(say) })) };
}
