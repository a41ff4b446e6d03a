import type { FileOutcome } from './file-outcome';
import { checkFile } from './check-file';
import type { FoundFile } from './files';
import type { Session } from './session';

/** Checks files, by several threads where `--jobs` asks for them; outcomes are in the order of the files. */
export async function checkFiles(session: Session, files: readonly FoundFile[]): Promise<readonly FileOutcome[]> {
  const { args, io } = session;
  const jobs = Math.min(args.jobs, files.length);
  if (jobs < 2 || !io.share) return files.map((file) => checkFile(session, file));
  const share = io.share;
  const shares = Array.from({ length: jobs }, (_, job) => files.filter((_file, index) => index % jobs === job));
  const outcomes = await Promise.all(shares.map((part) => share(args, part)));
  return files.map((_, index) => outcomes[index % jobs]?.[Math.floor(index / jobs)] ?? { report: null, text: null, error: null });
}
