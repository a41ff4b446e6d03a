import type { Position } from '../text/line-index';
import type { Region } from './region';

/** A piece of code that stands somewhere in a larger source. */
export interface Part {
  readonly language: 'python' | 'loss';
  readonly text: string;
  /** Position in the source (in its cell) of an offset in `text`. */
  positionAt(offset: number): Position;
  readonly cell: number | undefined;
}

/**
 * The parts of one language as one program, in order; a span that leaves its part ends with it. Where parts follow one another
 * in one text, each starts on the line that it has there, so that reasons that name lines name the reader's.
 */
export function joined(language: Part['language'], all: readonly Part[]): Region {
  const parts = all.filter((part) => part.language === language);
  const starts: number[] = [];
  let text = '';
  let line = 0;
  for (const part of parts) {
    const gap = '\n'.repeat(gapBefore(part, line, text === ''));
    starts.push(text.length + gap.length);
    text += gap + part.text;
    line += gap.length + linesIn(part.text);
  }
  const indexAt = (offset: number): number =>
    Math.max(
      0,
      starts.findLastIndex((start) => start <= offset),
    );
  const positionIn = (index: number, offset: number): Position => {
    const part = parts[index];
    const local = Math.min(offset - (starts[index] ?? 0), part?.text.length ?? 0);
    return part ? part.positionAt(Math.max(0, local)) : { line: 0, character: 0 };
  };
  return {
    language,
    text,
    rangeOf: ({ start, end }) => ({ start: positionIn(indexAt(start), start), end: positionIn(indexAt(start), end) }),
    cellOf: ({ start }) => parts[indexAt(start)]?.cell,
  };
}

/** Line breaks before a part: up to its own line, at least two between parts. */
function gapBefore(part: Part, line: number, first: boolean): number {
  return Math.max(first ? 0 : 2, part.cell === undefined ? part.positionAt(0).line - line : 0);
}

function linesIn(text: string): number {
  return text.split('\n').length - 1;
}
