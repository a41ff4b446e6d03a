import { availableParallelism } from 'node:os';
import type { FileOutcome } from './file-outcome';
import { checkFile } from './check-file';
import type { FoundFile } from './files';
import { Progress } from './progress';
import type { Session } from './session';

/** A thread of its own is worth its start for so many files. */
const SHARE = 40;

/** A thread compiles and collects beside what it reads, so that it takes up to two cores. */
function usualThreads(): number {
  return Math.max(1, Math.floor(availableParallelism() / 2));
}

/** Checks files, by several threads where `--jobs` asks for them or there are many; outcomes are in the order of the files. */
export async function checkFiles(session: Session, files: readonly FoundFile[]): Promise<readonly FileOutcome[]> {
  const progress = new Progress(session.io, session.args.quiet ? 0 : files.length);
  try {
    return await checkedBy(session, files, () => progress.step());
  } finally {
    progress.end();
  }
}

async function checkedBy(session: Session, files: readonly FoundFile[], done: () => void): Promise<readonly FileOutcome[]> {
  const { args, io } = session;
  const jobs = Math.min(args.jobs ?? Math.min(usualThreads(), Math.floor(files.length / SHARE)), files.length);
  if (jobs < 2 || !io.share)
    return files.map((file) => {
      const outcome = checkFile(session, file);
      done();
      return outcome;
    });
  const share = io.share;
  const shares = Array.from({ length: jobs }, (_, job) => files.filter((_file, index) => index % jobs === job));
  const outcomes = await Promise.all(shares.map((part) => share(args, part, done)));
  return files.map((_, index) => outcomes[index % jobs]?.[Math.floor(index / jobs)] ?? { report: null, text: null, error: null });
}
