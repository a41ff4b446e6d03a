import type { Expression } from '../ir/expression';
import type { Loss } from '../ir/loss';
import type { TextEdit } from '../text/edit';
import type { Span } from '../text/span';
import { writeExpression } from './expression';
import { importEdit, type Imports, importsOf, localName } from './imports';
import { parenthesised, STRENGTH, type Strength, strengthOf } from './python-text';
import { SourceText } from './source-text';

/** A proposal to put another expression in the place of a node. */
export interface Replacement {
  readonly node: Expression;
  readonly by: Expression;
}

/** A replacement as text. */
export interface RewrittenText {
  /** The new code, for the title of a quick fix. */
  readonly code: string;
  readonly edits: readonly TextEdit[];
}

/**
 * The edits that make a replacement in the Python text of a loss: wherever the node stands, with the author's own words for
 * what stays, and the imports that are missing. Null where the node stands nowhere as such, or cannot be written.
 */
export function rewriteText(text: string, loss: Loss, { node, by }: Replacement): RewrittenText | null {
  const imports = importsOf(text);
  const source = new SourceText(text, loss, imports);
  const missing: string[] = [];
  const written = source.placesOf(node).map((span) => ({ span, code: codeAt(source, imports, loss, by, span, missing) }));
  const [first] = written;
  if (!first || written.some(({ code }) => code === null)) return null;
  const edits = written.map(({ span, code }) => fitted(text, span, code ?? ''));
  return { code: first.code ?? '', edits: [...importEdit(imports, missing), ...edits] };
}

function codeAt(source: SourceText, imports: Imports, loss: Loss, by: Expression, place: Span, missing: string[]): string | null {
  let unsure = false;
  const code = writeExpression(by, {
    framework: loss.framework,
    casts: true,
    known: (node) => (node === by || node.op === 'constant' ? null : source.codeOf(node, place)),
    attribute(node, name, value) {
      if ((name !== 'axis' && name !== 'axes') || value === null) return null;
      const text = source.axisText(value, place) ?? usualAxis(node, loss.framework);
      unsure ||= text === null;
      return text;
    },
    moved: (node, operand) => source.movedCode(node, operand, place),
    local(canonical, statement) {
      const { name, missing: needed } = localName(imports, canonical, statement);
      if (needed) missing.push(needed);
      return name;
    },
  });
  return unsure ? null : code;
}

/** The last axis is what softmax runs along by default, except in torch; other axes were counted under one choice of shapes. */
function usualAxis(node: Expression, framework: Loss['framework']): string | null {
  const last = (node.args[0]?.shape.length ?? 0) - 1;
  const implied = framework === 'jax' || framework === 'tensorflow' || framework === 'numpy';
  return implied && node.op.endsWith('softmax') && node.attributes.axis === last ? '-1' : null;
}

/** The edit of a place: in parentheses where an operator beside it binds tighter than the code, without those it no longer needs. */
function fitted(text: string, span: Span, code: string): TextEdit {
  const { start, end } = span;
  const grouped = text[start - 1] === '(' && text[end] === ')' && !/[\w)\]]/.test(text[start - 2] ?? '');
  if (grouped && strengthOf(code) === STRENGTH.atom) return { span: { start: start - 1, end: end + 1 }, newText: code };
  const before = /(\*\*|[-+*/%@~])\s*$/.exec(text.slice(Math.max(0, start - 4), start))?.[1] ?? '';
  const after = /^\s*(\*\*|[-+*/%@.[(])/.exec(text.slice(end, end + 4))?.[1] ?? '';
  return { span, newText: parenthesised(code, Math.max(neighbour(before), neighbour(after)) as Strength) };
}

function neighbour(operator: string): Strength {
  if (operator === '') return STRENGTH.choice;
  if (operator === '+') return STRENGTH.sum;
  return ['-', '*', '/', '%', '@', '~'].includes(operator) ? STRENGTH.sign : STRENGTH.atom;
}
