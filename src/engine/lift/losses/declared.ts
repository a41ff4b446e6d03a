import type { PyModule, PyNode } from '../../syntax/python/node';
import { mergeDeclarations, parseDeclarations, type ParsedDeclarations } from '../declarations';

/** What the author declares for a definition: in comments inside it, at the end of its lines, and on the line above it. */
export function declarationsAt(module: PyModule, definition: PyNode): ParsedDeclarations {
  const outer = definition.parent?.type === 'decorated_definition' ? definition.parent : definition;
  const text = module.root.text;
  const own = module.comments.filter(({ span }) => {
    if (span.start >= outer.start && span.end <= outer.end) return true;
    if (span.start >= outer.end) return !text.slice(outer.end, span.start).includes('\n');
    return (
      span.end <= outer.start &&
      /^[ \t]*\r?\n(?:[ \t]*#[^\n]*\n)*[ \t]*$/.test(text.slice(span.end, outer.start)) &&
      startsLine(text, span.start)
    );
  });
  return mergeDeclarations(own.map((comment) => parseDeclarations(comment.text, comment.span.start)));
}

/** A comment after code on its line belongs to that code. */
function startsLine(text: string, at: number): boolean {
  return /(^|\n)[ \t]*$/.test(text.slice(Math.max(0, at - 200), at));
}
