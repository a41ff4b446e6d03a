import type { FileReport } from '../engine/check/report';

/** What came of one file: its report with the text it speaks of, and what could not be read. */
export interface FileOutcome {
  readonly report: FileReport | null;
  readonly text: string | null;
  readonly error: { readonly path: string; readonly message: string } | null;
}
