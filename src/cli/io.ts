import type { Arguments } from './arguments';
import type { FileOutcome } from './file-outcome';
import type { FoundFile } from './files';

/** What a command reads and writes, so that it can be tested without a process. */
export interface Io {
  readonly cwd: string;
  readonly color: boolean;
  /** Whether what goes to `err` is read by a person as it comes. */
  readonly terminal?: boolean;
  out(text: string): void;
  err(text: string): void;
  stdin(): Promise<Buffer>;
  /** Checks some files in a thread of their own, where there are threads; tells of each when it is done. */
  readonly share?: (args: Arguments, files: readonly FoundFile[], done: () => void) => Promise<readonly FileOutcome[]>;
}
