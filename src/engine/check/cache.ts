import type { Finding, LossReport } from './report';

/** What was reported of a loss. */
export interface ReportedLoss {
  readonly report: LossReport;
  readonly findings: readonly Finding[];
  /** What went wrong in the engine itself. */
  readonly defect?: string;
}

/** Remembers the reports of the losses seen last, so that a loss that did not change is not analysed again. */
export class ReportCache {
  private readonly entries = new Map<string, ReportedLoss>();

  constructor(private readonly capacity: number) {}

  /** The report under a key, which becomes the most recent. */
  get(key: string): ReportedLoss | undefined {
    const found = this.entries.get(key);
    if (found) this.set(key, found);
    return found;
  }

  /** Keeps a report, forgetting the oldest where there are too many. */
  set(key: string, reported: ReportedLoss): void {
    this.entries.delete(key);
    this.entries.set(key, reported);
    if (this.entries.size > this.capacity) for (const oldest of [...this.entries.keys()].slice(0, 1)) this.entries.delete(oldest);
  }
}
