import type { PyComment, PyModule, PyNode } from '../../syntax/python/node';
import { mergeDeclarations, parseDeclarations, type ParsedDeclarations } from '../declarations';

/** What the author declares for a definition: in comments inside it, at the end of its lines, and on the lines above it. */
export function declarationsAt(module: PyModule, definition: PyNode): ParsedDeclarations {
  const outer = definition.parent?.type === 'decorated_definition' ? definition.parent : definition;
  const { comments, root } = module;
  const first = firstFrom(comments, outer.start);
  const after = firstFrom(comments, outer.end);
  const beside = comments[after] && !root.text.slice(outer.end, comments[after].span.start).includes('\n') ? 1 : 0;
  const own = comments.slice(first - above(comments, first, root.text, outer.start), after + beside);
  return mergeDeclarations(own.map((comment) => parseDeclarations(comment.text, comment.span.start)));
}

/** How many comments before one stand on lines of their own right above a place. */
function above(comments: readonly PyComment[], before: number, text: string, place: number): number {
  let [count, at] = [0, place];
  for (let i = before - 1; i >= 0; i--, count++) {
    const { start, end } = (comments[i] as PyComment).span;
    if (!/^[ \t]*\r?\n[ \t]*$/.test(text.slice(end, at)) || !startsLine(text, start)) break;
    at = start;
  }
  return count;
}

/** Index of the first comment that starts at a place or behind it. */
function firstFrom(comments: readonly PyComment[], place: number): number {
  let [low, high] = [0, comments.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((comments[middle] as PyComment).span.start < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A comment after code on its line belongs to that code. */
function startsLine(text: string, at: number): boolean {
  return /(^|\n)[ \t]*$/.test(text.slice(Math.max(0, at - 200), at));
}
