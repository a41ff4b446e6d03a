import type { LossComment, LossStatement } from '../../syntax/loss/node';
import { LineIndex } from '../../text/line-index';
import type { ParsedDeclarations } from '../declarations';
import { isDeclaration, mergeDeclarations, parseDeclarations } from '../declarations';

/** Which declarations speak of which statement. */
export interface Attachment {
  /** Those written above, inside or at the end of a line of a statement. */
  readonly own: ReadonlyMap<LossStatement, ParsedDeclarations>;
  /** Those that stand alone: they speak of every definition that has such a parameter. */
  readonly shared: ParsedDeclarations;
}

/** Attaches declaring comments to the statement on whose lines they stand, or that follows them without a blank line. */
export function attachDeclarations(text: string, statements: readonly LossStatement[], comments: readonly LossComment[]): Attachment {
  const lines = new LineIndex(text);
  const startLines = new Map(statements.map((statement) => [lines.lineAt(statement.start), statement]));
  const commentLines = new Set(comments.filter((c) => /^\s*$/.test(lineBefore(text, c.span.start))).map((c) => lines.lineAt(c.span.start)));
  const own = new Map<LossStatement, ParsedDeclarations[]>();
  const shared: ParsedDeclarations[] = [];
  for (const { text: comment, span } of comments) {
    if (!isDeclaration(comment)) continue;
    let line = lines.lineAt(span.start);
    let target = statements.find((s) => lines.lineAt(s.start) <= line && line <= lines.lineAt(s.end));
    while (!target && commentLines.has(line)) target = startLines.get(++line);
    const parsed = parseDeclarations(comment, span.start);
    if (target) own.set(target, [...(own.get(target) ?? []), parsed]);
    else shared.push(parsed);
  }
  return { own: new Map([...own].map(([statement, all]) => [statement, mergeDeclarations(all)])), shared: mergeDeclarations(shared) };
}

function lineBefore(text: string, offset: number): string {
  return text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
}
