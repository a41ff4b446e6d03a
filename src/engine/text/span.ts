/** A half-open range of UTF-16 offsets in one source text. */
export interface Span {
  readonly start: number;
  readonly end: number;
  /** Path of the text when it is not the file under analysis (an imported module). */
  readonly source?: string;
}
