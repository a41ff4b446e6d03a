import { callArguments, infixSides } from './python-text';

/** What is known of the names in a piece of source. */
export interface Names {
  /** Whether a name is an imported module, so that `torch.exp(x)` is not taken for a method of `torch`. */
  isModule(name: string): boolean;
  /** Whether a function or method of this name takes the operand of the node at this position, as its parameter at the same position. */
  takes(callee: string, index: number): boolean;
}

/**
 * The piece of an operation's source that stands for one of its operands: a side of an operator, what a sign applies to, an
 * argument of a function, the receiver of a method, or what is indexed; null where the source does not show it.
 */
export function operandText(code: string, index: number, arity: number, names: Names): string | null {
  const sides = infixSides(code);
  if (sides) return arity === 2 ? (sides[index] ?? null) : null;
  const sign = /^-\s*([\s\S]+)$/.exec(code.trim());
  if (sign) return arity === 1 ? unwrapped(sign[1] ?? '') : null;
  if (code.trimEnd().endsWith(']')) return index === 0 ? code.slice(0, code.trimEnd().length - lengthOfCall(code)) : null;
  const parts = callArguments(code);
  if (!parts) return null;
  const callee = code.slice(0, code.trimEnd().length - lengthOfCall(code));
  if (!names.takes(callee.split('.').pop() ?? callee, index)) return null;
  const receiver = /^([\s\S]+)\.\w+$/.exec(callee)?.[1];
  const operands = receiver !== undefined && !names.isModule(receiver.split('.')[0] ?? '') ? [receiver, ...parts] : parts;
  const operand = operands[index];
  return operand === undefined || /^\w+\s*=(?!=)/.test(operand) || operand.startsWith('*') ? null : operand;
}

/** A parenthesised piece of source without its parentheses. */
function unwrapped(code: string): string {
  const inner = /^\(([\s\S]*)\)$/.exec(code);
  return inner && callArguments(`f${code}`)?.length === 1 ? (inner[1] ?? code) : code;
}

/** Length of the bracketed arguments at the end of a call. */
function lengthOfCall(code: string): number {
  const text = code.trimEnd();
  let depth = 0;
  for (let i = text.length - 1; i >= 0; i--) {
    if (')]}'.includes(text[i] ?? '')) depth++;
    if ('([{'.includes(text[i] ?? '') && --depth === 0) return text.length - i;
  }
  return text.length;
}
