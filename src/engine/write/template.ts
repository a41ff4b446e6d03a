import type { Attribute, Attributes } from '../numerics/signature';

/**
 * Fills a writing's code: `#1` by operands, `{axis}` by an attribute, and `{?axes:, dim=}` by the text before the value where
 * the attribute is neither null nor false. The function gets the code around an operand, to decide on parentheses.
 */
export function fillTemplate(
  code: string,
  operands: readonly string[],
  attributes: Attributes,
  text: (name: string, value: Attribute) => string,
): string {
  return code
    .replace(/\{\?(\w+):([^}]*)\}/g, (_, name: string, before: string) => {
      const value = attributes[name] ?? null;
      return value === null || value === false ? '' : before + text(name, value);
    })
    .replace(/\{(\w+)\}/g, (_, name: string) => text(name, attributes[name] ?? null))
    .replace(/#(\d)/g, (_, index: string) => operands[Number(index) - 1] ?? '')
    .replace('#*', operands.join(', '));
}

/** A constant as Python writes it: `True`, `None`, `(1, 2)`, `'sum'`. */
export function pythonLiteral(value: Attribute): string {
  if (value === null) return 'None';
  if (value === true) return 'True';
  if (value === false) return 'False';
  if (typeof value === 'string') return `'${value}'`;
  if (typeof value === 'number') return pythonNumber(value);
  const [first] = value;
  if (value.length === 1 && first !== undefined) return `(${pythonLiteral(first)},)`;
  return `(${value.map(pythonLiteral).join(', ')})`;
}

/** A number as Python writes it; infinities and nan as calls of float. */
export function pythonNumber(x: number): string {
  if (Number.isNaN(x)) return "float('nan')";
  if (!Number.isFinite(x)) return x > 0 ? "float('inf')" : "float('-inf')";
  return x !== 0 && Math.abs(x) < 1e-4 ? x.toExponential() : String(x);
}
