import type { Position } from '../text/line-index';
import type { Region } from './document';

/** A piece of code that stands somewhere in a larger source. */
export interface Part {
  readonly language: 'python' | 'loss';
  readonly text: string;
  /** Position in the source (in its cell) of an offset in `text`. */
  positionAt(offset: number): Position;
  readonly cell: number | undefined;
}

const SEPARATOR = '\n\n';

/** The parts of one language as one program, in order; a span that leaves its part ends with it. */
export function joined(language: Part['language'], all: readonly Part[]): Region {
  const parts = all.filter((part) => part.language === language);
  const starts: number[] = [];
  let at = 0;
  for (const part of parts) {
    starts.push(at);
    at += part.text.length + SEPARATOR.length;
  }
  const indexAt = (offset: number): number =>
    Math.max(
      0,
      starts.findLastIndex((start) => start <= offset),
    );
  const positionIn = (index: number, offset: number): Position => {
    const part = parts[index];
    const local = Math.min(offset - (starts[index] ?? 0), part?.text.length ?? 0);
    return part ? part.positionAt(local) : { line: 0, character: 0 };
  };
  return {
    language,
    text: parts.map((part) => part.text).join(SEPARATOR),
    rangeOf: ({ start, end }) => ({ start: positionIn(indexAt(start), start), end: positionIn(indexAt(start), end) }),
    cellOf: ({ start }) => parts[indexAt(start)]?.cell,
  };
}
