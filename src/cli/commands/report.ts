import { checkSource } from '../../engine/check/check';
import type { Report } from '../../engine/check/report';
import { VERSION } from '../../engine/check/version';
import { worded } from '../../engine/report/worded';
import { UsageError } from '../arguments';
import { printLosses } from '../print';
import type { Status } from '../status';
import type { Session } from '../session';
import { splitTarget } from '../target';

/** `losswright report PATH[::NAME]`: everything known of each loss. */
export function runReport(session: Session): Status {
  const [operand, ...more] = session.args.operands;
  if (operand === undefined || more.length > 0) throw new UsageError('report takes one PATH or PATH::NAME');
  const { path, name } = splitTarget(operand);
  const { files: found, problems } = session.find([path]);
  const errors = [...problems];
  const files = found.flatMap((file) => {
    const opened = session.open(file);
    if ('message' in opened) return (errors.push(opened), []);
    const options = session.options(file.absolute);
    const { report, problem } = checkSource(opened.source, session.tools, name === null ? options : { ...options, only: name });
    if (problem) errors.push({ path: opened.source.path, message: problem });
    return [worded(report, session.args.locale)];
  });
  if (name !== null && errors.length === 0 && files.every((file) => file.losses.length === 0))
    throw new UsageError(`no loss "${name}" in ${path}`);
  const report: Report = { version: 1, tool: { name: 'losswright', version: VERSION }, files, errors };
  printLosses(report, session);
  return errors.length > 0 ? 2 : 0;
}
