import type { Study } from './study';

/** Remembers the studies of the losses seen last, so that a loss that did not change is not analysed again. */
export class StudyCache {
  private readonly entries = new Map<string, Study>();

  constructor(private readonly capacity: number) {}

  /** The study under a key, which becomes the most recent. */
  get(key: string): Study | undefined {
    const found = this.entries.get(key);
    if (found) this.set(key, found);
    return found;
  }

  /** Keeps a study, forgetting the oldest where there are too many. */
  set(key: string, study: Study): void {
    this.entries.delete(key);
    this.entries.set(key, study);
    if (this.entries.size > this.capacity) for (const oldest of [...this.entries.keys()].slice(0, 1)) this.entries.delete(oldest);
  }
}
