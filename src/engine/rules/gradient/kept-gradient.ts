import type { Span } from '../../text/span';
import type { Found } from '../rule';

type Edit = NonNullable<Found['edit']>;

/** The author's own text without what cuts the gradient at its end or around it; null where it is written in another way. */
export function withGradient(span: Span, text: string): Edit | null {
  const [, before] = /^(.+?)(?:\.detach\(\)|\.item\(\)|\.data|\.numpy\(\)|\.cpu\(\)|\.tolist\(\))+$/s.exec(text) ?? [];
  if (before !== undefined) return isWhole(before) ? { span, newText: before } : null;
  const [, inside] = /^(?:[\w.]*\bstop_gradient|float|torch\.tensor|torch\.as_tensor)\((.+)\)$/s.exec(text) ?? [];
  return inside !== undefined && isWhole(inside) && !/,/.test(inside.replace(/\([^()]*\)/g, '')) ? { span, newText: inside } : null;
}

/** Parentheses that are closed where they were opened. */
function isWhole(text: string): boolean {
  let depth = 0;
  for (const letter of text) {
    if ('([{'.includes(letter)) depth++;
    if (')]}'.includes(letter) && --depth < 0) return false;
  }
  return depth === 0;
}

const NO_TWIN = /^(copy|fill|zero|set|requires_grad|resize|uniform|normal|random|bernoulli)$/;

/** A statement that writes in place as one that makes a new tensor; null where the text is no such statement. */
export function intoNewTensor(span: Span, text: string): Edit | null {
  const [, name, method = '', rest] = /^(\w+)\.(\w+)_(\(.*\))$/s.exec(text) ?? [];
  if (name !== undefined && isWhole(rest ?? ''))
    return NO_TWIN.test(method) ? null : { span, newText: `${name} = ${name}.${method}${rest}` };
  const [, target, operator, value = ''] = /^(\w+)\s*([-+*/])=\s*(.+)$/s.exec(text) ?? [];
  if (target === undefined) return null;
  return { span, newText: `${target} = ${target} ${operator} ${/^[\w.]+(e-\d+)?$/i.test(value) ? value : `(${value})`}` };
}
