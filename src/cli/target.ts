import type { Source } from '../engine/check/source';
import { UsageError } from './arguments';
import type { Session } from './session';

/** Splits `PATH::NAME`; `name` is null where only a path is given. */
export function splitTarget(operand: string): { path: string; name: string | null } {
  const at = operand.lastIndexOf('::');
  return at < 0 ? { path: operand, name: null } : { path: operand.slice(0, at), name: operand.slice(at + 2) };
}

/** Opens the one `PATH::NAME` that a command takes; throws a usage error that says what is wrong. */
export function openTarget(session: Session, command: string): { source: Source; name: string; absolute: string } {
  const [operand, ...more] = session.args.operands;
  const { path, name } = splitTarget(operand ?? '');
  if (name === null || more.length > 0) throw new UsageError(`${command} takes one PATH::NAME`);
  const { files, problems } = session.find([path]);
  const [problem] = problems;
  if (problem) throw new UsageError(`${problem.path}: ${problem.message}`);
  const [file, another] = files;
  if (!file || another) throw new UsageError(`${command} takes one file, and ${path} is a folder`);
  const opened = session.open(file);
  if ('message' in opened) throw new UsageError(`${opened.path}: ${opened.message}`);
  return { source: opened.source, name, absolute: file.absolute };
}
