import type { Report } from '../engine/check/report';
import { consoleReport } from '../engine/report/console';
import { githubReport } from '../engine/report/github';
import { jsonReport } from '../engine/report/json';
import { terminalReport } from '../engine/report/terminal';
import { markdownReport } from '../engine/report/markdown';
import { sarifReport } from '../engine/report/sarif';
import { sarifRules } from '../engine/report/rule-table';
import type { Session } from './session';

/**
 * Prints findings in the format asked for; what could not be read goes to standard error as well. When quiet, a text for people says
 * nothing of clean files; what programs read is always whole.
 */
export function printReport(report: Report, session: Session, textOf: (path: string) => string | undefined): void {
  const { locale, color, quiet, format } = session.args;
  if (!(quiet && format === 'pretty' && report.files.every((file) => file.findings.length === 0))) {
    session.io.out(structured(report, session) ?? consoleReport(report, { locale, color, textOf }));
  }
  printErrors(report, session);
}

/** Prints whole losses in the format asked for. */
export function printLosses(report: Report, session: Session): void {
  const { locale, color } = session.args;
  session.io.out(structured(report, session) ?? terminalReport(report, { locale, color }));
  printErrors(report, session);
}

function structured(report: Report, { args }: Session): string | null {
  switch (args.format) {
    case 'json':
      return jsonReport(report);
    case 'sarif':
      return sarifReport(report, sarifRules(args.locale));
    case 'github':
      return githubReport(report);
    case 'markdown':
      return markdownReport(report, args.locale);
    case 'pretty':
      return null;
  }
}

function printErrors(report: Report, { io }: Session): void {
  for (const { path, message } of report.errors) io.err(`${path}: ${message}\n`);
}
