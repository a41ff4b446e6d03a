import { checkSource } from '../../engine/check/check';
import { UsageError } from '../arguments';
import type { Status } from '../status';
import type { Session } from '../session';
import { openTarget } from '../target';

/** `losswright reproduce PATH::NAME`: for each error of a loss a program that shows it. */
export function runReproduce(session: Session): Status {
  const { source, name, absolute } = openTarget(session, 'reproduce');
  const { report, problem } = checkSource(source, session.tools, { ...session.options(absolute), only: name, minSeverity: 'error' });
  if (problem !== null) throw new UsageError(`${source.path}: ${problem}`);
  if (report.losses.length === 0) throw new UsageError(`no loss "${name}" in ${source.path}`);
  const programs = report.findings.flatMap(({ reproducer, code }) => (reproducer === undefined ? [] : [`# ${code}\n${reproducer}`]));
  if (programs.length === 0) session.io.err(`${name} has no error to reproduce\n`);
  session.io.out(programs.map((program) => (program.endsWith('\n') ? program : `${program}\n`)).join('\n'));
  return 0;
}
