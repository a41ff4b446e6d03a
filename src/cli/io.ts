/** What a command reads and writes, so that it can be tested without a process. */
export interface Io {
  readonly cwd: string;
  readonly color: boolean;
  out(text: string): void;
  err(text: string): void;
  stdin(): Promise<Buffer>;
}
