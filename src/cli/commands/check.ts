import type { Report } from '../../engine/check/report';
import { VERSION } from '../../engine/check/version';
import type { FileOutcome } from '../file-outcome';
import { checkOpened } from '../check-file';
import { printReport } from '../print';
import type { Session } from '../session';
import { checkFiles } from '../share';
import type { Status } from '../status';

/** `losswright check [PATH…]`: findings of files, folders or standard input. */
export async function runCheck(session: Session): Promise<Status> {
  const operands = session.args.operands.length > 0 ? session.args.operands : ['.'];
  const piped = operands.includes('-') ? [checkOpened(session, await session.openStdin(), null)] : [];
  const { files, problems } = session.find(operands.filter((operand) => operand !== '-'));
  const outcomes = [...piped, ...(await checkFiles(session, files))];
  const report = reportOf(outcomes, problems);
  const texts = new Map(outcomes.flatMap(({ report: file, text }) => (file && text !== null ? [[file.path, text] as const] : [])));
  printReport(report, session, (path) => texts.get(path));
  return statusOf(report, session);
}

function reportOf(outcomes: readonly FileOutcome[], problems: Report['errors']): Report {
  const errors = [...problems, ...outcomes.flatMap(({ error }) => error ?? [])];
  return { version: 1, tool: { name: 'losswright', version: VERSION }, files: outcomes.flatMap(({ report }) => report ?? []), errors };
}

function statusOf(report: Report, session: Session): Status {
  if (report.errors.length > 0) return 2;
  const fails = report.files.some(({ path, findings }) =>
    session.fails(
      path,
      findings.map(({ severity }) => severity),
    ),
  );
  return fails ? 1 : 0;
}
