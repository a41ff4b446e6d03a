import type { Range } from '../text/line-index';
import type { Span } from '../text/span';

/** A text in one language that losses are read from, and the way back to the source. */
export interface Region {
  readonly language: 'python' | 'loss';
  readonly text: string;
  /** Range of a span of `text` in the source; in its cell, for a notebook. */
  rangeOf(span: Span): Range;
  /** Cell of a notebook that a span stands in. */
  cellOf(span: Span): number | undefined;
}
