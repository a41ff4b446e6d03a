/** A half-open range of UTF-16 offsets in one source text. */
export interface Span {
  readonly start: number;
  readonly end: number;
  /** Path of the text when it is not the file under analysis (an imported module). */
  readonly source?: string;
  /** Where the file under analysis calls what stands in another text. */
  readonly via?: Span;
  /** Whether a loss of that other text is at work there, which is told itself of what goes wrong in it. */
  readonly told?: true;
}

/** The place in the file under analysis that a span of any text belongs to; `otherwise` where no call is known. */
export function placeInFile(span: Span, otherwise: Span): Span {
  return span.source === undefined ? span : (span.via ?? otherwise);
}
