import type { Span } from '../../text/span';

const OPENER = /^(?:@|(?:async[ \t]+)?def\b|class\b)/;

/**
 * Spans of a text cut where a definition starts in the first column, decorators kept with what they decorate. Together
 * they cover the text; the first holds what comes before any definition and may be empty.
 */
export function topLevelBlocks(text: string): Span[] {
  const starts = [0];
  let decorated = false;
  for (const { start, line } of lines(text)) {
    const opens = OPENER.test(line);
    if (opens && !decorated && start > 0) starts.push(start);
    if (opens) decorated = line.startsWith('@');
    else if (/^[^\s#)\]}]/.test(line)) decorated = false;
  }
  return starts.map((start, i) => ({ start, end: starts[i + 1] ?? text.length }));
}

function* lines(text: string): Generator<{ start: number; line: string }> {
  let start = 0;
  while (start < text.length) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    yield { start, line: text.slice(start, Math.min(end, start + 80)) };
    start = end + 1;
  }
}
