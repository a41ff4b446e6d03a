import type { Expression } from '../../ir/expression';

/** The operand of an op of one operand, or null. */
export function under(node: Expression | undefined, op: string): Expression | null {
  return node?.op === op ? (node.args[0] ?? null) : null;
}

/** The value of a constant whose elements are all equal, or null. */
export function numberOf(node: Expression | undefined): number | null {
  if (node?.op !== 'constant') return null;
  const { value, values } = node.attributes;
  if (typeof value === 'number') return value;
  const [first] = Array.isArray(values) ? values : [];
  return typeof first === 'number' && Array.isArray(values) && values.every((v) => v === first) ? first : null;
}

/** `u` of `1 - u` or `-u + 1`, or null. */
export function complementOf(node: Expression | undefined): Expression | null {
  const [x, y] = node?.args ?? [];
  if (node?.op === 'subtract' && numberOf(x) === 1) return y ?? null;
  if (node?.op !== 'add') return null;
  if (numberOf(x) === 1) return under(y, 'negative');
  return numberOf(y) === 1 ? under(x, 'negative') : null;
}

/** `u` of `1 + u` or `u + 1`, or null. */
export function beyondOne(node: Expression | undefined): Expression | null {
  const [x, y] = node?.args ?? [];
  if (node?.op !== 'add') return null;
  if (numberOf(x) === 1) return y ?? null;
  return numberOf(y) === 1 ? (x ?? null) : null;
}

/** `u` of `-u`, or null. */
export function negated(node: Expression | undefined): Expression | null {
  if (node?.op === 'negative') return node.args[0] ?? null;
  const [x, y] = node?.args ?? [];
  if (node?.op !== 'multiply') return null;
  if (numberOf(x) === -1) return y ?? null;
  return numberOf(y) === -1 ? (x ?? null) : null;
}
