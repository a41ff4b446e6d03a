import type { SyntaxNode, Tree } from '@lezer/common';
import type { LossComment, LossFile, LossName, LossNode, LossStatement, LossSyntaxError } from './node';
import { ExpressionReader, childrenOf } from './expression-reader';
import { Part } from './part';
import { parser } from './parser.generated';

/** A line that starts a definition; a bracket left open above it must not swallow it. */
const DEFINITION = /^[\p{L}_$][\p{L}\p{N}_$]*[ \t]*(?:\([^()\n]*\)[ \t]*)?=(?!=)/gmu;

/** Parses a `.loss` text; never throws. Statements that are wrong are kept, with `error` nodes where they are wrong. */
export function parseLoss(text: string): LossFile {
  const comments: LossComment[] = [];
  const errors: LossSyntaxError[] = [];
  const statements: LossStatement[] = [];
  const starts = [0, ...[...text.matchAll(DEFINITION)].map((match) => match.index).filter((index) => index > 0)];
  starts.forEach((start, i) => {
    const part = new Part(text.slice(start, starts[i + 1] ?? text.length), start);
    try {
      const tree = parser.parse(part.text);
      scan(tree, part, comments, errors);
      const reader = new ExpressionReader(part, errors);
      for (const node of childrenOf(tree.topNode)) if (!node.type.isError) statements.push(readStatement(node, part, reader, errors));
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      errors.push({ span: { start, end: start + part.text.length }, message: 'nested too deeply to be read' });
    }
  });
  return { statements, comments, errors: errors.sort((a, b) => a.span.start - b.span.start) };
}

function scan(tree: Tree, part: Part, comments: LossComment[], errors: LossSyntaxError[]): void {
  tree.iterate({
    enter(node) {
      if (node.type.name === 'Comment') comments.push({ span: part.spanOf(node), text: part.textOf(node) });
      else if (node.type.isError) errors.push({ span: part.spanOf(node), message: describe(part.text, node.from, node.to) });
    },
  });
}

function describe(text: string, from: number, to: number): string {
  if (from < to) return `unexpected ${JSON.stringify(text.slice(from, Math.min(to, from + 20)))}`;
  const rest = /^[ \t]*(\S?)/.exec(text.slice(from, from + 80))?.[1] ?? '';
  return rest === '' ? 'unfinished expression' : `something is missing before ${JSON.stringify(rest)}`;
}

function readStatement(node: SyntaxNode, part: Part, reader: ExpressionReader, errors: LossSyntaxError[]): LossStatement {
  const span = part.spanOf(node);
  if (node.name !== 'Definition') return { kind: 'expression', body: reader.read(node), ...span };
  const left = node.firstChild;
  const right = node.lastChild;
  const body: LossNode =
    left && right && left.to < right.from && !right.type.isError
      ? reader.read(right)
      : { kind: 'error', message: 'nothing is defined here', ...span };
  const target = left ? reader.read(left) : body;
  if (target.kind === 'name') return { kind: 'assignment', name: nameOf(target), body, ...span };
  const parameters = target.kind === 'call' ? target.args.filter((a) => a.kind === 'name').map(nameOf) : [];
  if (target.kind === 'call' && parameters.length === target.args.length)
    return { kind: 'definition', name: target.callee, parameters, body, ...span };
  errors.push({ span: { start: target.start, end: target.end }, message: 'only a name or name(parameters) can be defined' });
  return { kind: 'expression', body, ...span };
}

function nameOf({ name, start, end }: LossName): LossName {
  return { name, start, end };
}
