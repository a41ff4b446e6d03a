import { checkSource } from '../../engine/check/check';
import type { FileReport, Report } from '../../engine/check/report';
import { VERSION } from '../../engine/check/version';
import { worded } from '../../engine/report/worded';
import { printReport } from '../print';
import type { Status } from '../status';
import type { Opened, Session } from '../session';

/** `losswright check [PATH…]`: findings of files, folders or standard input. */
export async function runCheck(session: Session): Promise<Status> {
  const operands = session.args.operands.length > 0 ? session.args.operands : ['.'];
  const texts = new Map<string, string>();
  const files: FileReport[] = [];
  const errors: { path: string; message: string }[] = [];
  const take = (opened: Opened, absolute: string | null): void => {
    if ('message' in opened) return void errors.push(opened);
    texts.set(opened.source.path, opened.source.text);
    const { report, problem } = checkSource(opened.source, session.tools, session.options(absolute));
    files.push(worded(report, session.args.locale));
    if (problem) errors.push({ path: opened.source.path, message: problem });
  };
  if (operands.includes('-')) take(await session.openStdin(), null);
  const { files: found, problems } = session.find(operands.filter((operand) => operand !== '-'));
  errors.push(...problems);
  for (const file of found) take(session.open(file), file.absolute);
  const report: Report = { version: 1, tool: { name: 'losswright', version: VERSION }, files, errors };
  printReport(report, session, (path) => texts.get(path));
  return statusOf(report, session);
}

function statusOf(report: Report, session: Session): Status {
  if (report.errors.length > 0) return 2;
  return session.fails(report.files.flatMap((file) => file.findings.map((finding) => finding.severity))) ? 1 : 0;
}
