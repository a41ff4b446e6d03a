import { parseDeclarations } from '../lift/declarations';
import type { Span } from '../text/span';
import type { Region } from './region';
import { covers } from './selection';

/** Rule codes silenced by comments, by line of the source (and cell); `*` is all. */
export type Suppressions = ReadonlyMap<string, readonly string[]>;

/** A comment of a source text. */
export interface Comment {
  readonly span: Span;
  readonly text: string;
}

/** Reads `# losswright: ignore[…]` comments; each silences the line it stands on. */
export function suppressionsOf(comments: readonly Comment[], region: Region): Suppressions {
  const byLine = new Map<string, string[]>();
  for (const { span, text } of comments) {
    const codes = parseDeclarations(text, span.start).ignores.flatMap(({ codes }) => codes);
    if (codes.length > 0) byLine.set(lineKey(region, span), [...(byLine.get(lineKey(region, span)) ?? []), ...codes]);
  }
  return byLine;
}

/** Whether a finding of this code at this place is silenced. */
export function isSuppressed(code: string, span: Span, region: Region, suppressions: Suppressions): boolean {
  return (suppressions.get(lineKey(region, span)) ?? []).some((prefix) => covers(prefix, code));
}

function lineKey(region: Region, span: Span): string {
  return `${region.cellOf(span) ?? ''}:${region.rangeOf(span).start.line}`;
}
