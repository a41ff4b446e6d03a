import { chineseName } from '../check/known-name';
import type { FileReport, Fix, LossReport } from '../check/report';
import type { OperationReport } from '../check/operation';
import { OPERATIONS } from './evidence/operations-zh-cn';
import { message } from './messages/message';
import { phrase } from './phrases/phrase';
import type { Locale } from './phrases/phrase';

/** A file's report with the words of every finding, and the names of known losses, in the reader's language. */
export function worded(report: FileReport, locale: Locale): FileReport {
  const say = <T extends { readonly messageId: string; readonly arguments: Readonly<Record<string, string | number>> }>(
    one: T,
  ): T & { message: string } => ({
    ...one,
    message: message(locale, one.messageId, one.arguments),
  });
  const titled = (fix: Fix): Fix => ({ ...fix, title: phrase(locale, 'fix.title', { code: fix.title.replace(/\s+/g, ' ') }) });
  const named = ({ recognised, ...loss }: LossReport): LossReport => ({
    ...loss,
    recognised: recognised && locale !== 'en' ? { ...recognised, name: chineseName(recognised.id) ?? recognised.name } : recognised,
  });
  return {
    ...report,
    losses: report.losses.map(named),
    findings: report.findings.map((finding) => ({ ...say(finding), related: finding.related.map(say), fixes: finding.fixes.map(titled) })),
  };
}

/** What is known of an operation, with what it is in the reader's language. */
export function wordedOperation(operation: OperationReport, locale: Locale): OperationReport {
  return locale === 'en' ? operation : { ...operation, summary: OPERATIONS[operation.op] ?? operation.summary };
}
