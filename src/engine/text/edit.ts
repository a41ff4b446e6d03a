import type { Span } from './span';

/** Replacement of one span of a text by new text. */
export interface TextEdit {
  readonly span: Span;
  readonly newText: string;
}

/** Applies edits that do not overlap; their order does not matter. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const ordered = [...edits].sort((a, b) => b.span.start - a.span.start);
  return ordered.reduce((result, { span, newText }) => result.slice(0, span.start) + newText + result.slice(span.end), text);
}
