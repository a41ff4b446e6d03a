import { checkSource } from '../engine/check/check';
import { worded } from '../engine/report/worded';
import type { FileOutcome } from './file-outcome';
import type { FoundFile } from './files';
import type { Opened, Session } from './session';

/** Reads and checks one file. */
export function checkFile(session: Session, file: FoundFile): FileOutcome {
  return checkOpened(session, session.open(file), file.absolute);
}

/** Checks what was opened; `absolute` is where its imports are looked for. */
export function checkOpened(session: Session, opened: Opened, absolute: string | null): FileOutcome {
  if ('message' in opened) return { report: null, text: null, error: opened };
  const { path, text } = opened.source;
  const { report, problem } = checkSource(opened.source, session.tools, session.options(absolute));
  return { report: worded(report, session.args.locale), text, error: problem === null ? null : { path, message: problem } };
}
