import type { Language } from './language';

/** One text to analyse. */
export interface Source {
  /** What reports call it. */
  readonly path: string;
  readonly language: Language;
  readonly text: string;
}
