import type { Io } from './io';

/** How many files are read, on one line of a terminal that is written over each time and wiped out at the end. Nothing elsewhere. */
export class Progress {
  private done = 0;

  constructor(
    private readonly io: Io,
    private readonly count: number,
  ) {
    if (this.shown) io.err(this.line());
  }

  /** One file more is read. */
  step(): void {
    this.done += 1;
    if (this.shown) this.io.err(this.line());
  }

  /** Takes the line away, so that what follows begins where it stood. */
  end(): void {
    if (this.shown) this.io.err(`\r${' '.repeat(this.line().length - 1)}\r`);
  }

  private get shown(): boolean {
    return this.io.terminal === true && this.count > 1;
  }

  private line(): string {
    const all = String(this.count);
    return `\r${String(this.done).padStart(all.length)} / ${all}`;
  }
}
