import type { JsonNumber, NestedNumbers } from './report';

/** A number as the report's JSON writes it; -0 becomes 0, so that equal reports are equal bytes. */
export function jsonNumber(x: number): JsonNumber {
  if (Number.isNaN(x)) return 'nan';
  if (x === Infinity) return 'inf';
  if (x === -Infinity) return '-inf';
  return x === 0 ? 0 : x;
}

/** The number that a report's JSON wrote. */
export function numberOf(x: JsonNumber): number {
  if (x === 'nan') return NaN;
  if (x === 'inf') return Infinity;
  return x === '-inf' ? -Infinity : x;
}

/** Row-major values as arrays nested like their shape; a scalar is a bare number. */
export function nest(values: ArrayLike<number>, shape: readonly number[], offset = 0): NestedNumbers {
  const [size, ...rest] = shape;
  if (size === undefined) return jsonNumber(values[offset] ?? NaN);
  const stride = rest.reduce((product, n) => product * n, 1);
  return Array.from({ length: size }, (_, i) => nest(values, rest, offset + i * stride));
}

/** Nested arrays as row-major values and a shape; null when the nesting is ragged or holds something else. */
export function flatten(nested: unknown): { values: number[]; shape: number[] } | null {
  const leaf = leafNumber(nested);
  if (leaf !== null) return { values: [leaf], shape: [] };
  const full = fullArray(nested);
  if (full) return full;
  if (!Array.isArray(nested)) return null;
  return flattenRows(nested);
}

function flattenRows(rows: readonly unknown[]): { values: number[]; shape: number[] } | null {
  const values: number[] = [];
  let inner: number[] | null = null;
  for (const row of rows) {
    const part = flatten(row);
    if (!part) return null;
    if (inner && inner.join() !== part.shape.join()) return null;
    inner ??= part.shape;
    for (const value of part.values) values.push(value);
  }
  return { values, shape: [rows.length, ...(inner ?? [])] };
}

function leafNumber(x: unknown): number | null {
  if (typeof x === 'number') return x;
  if (typeof x === 'boolean') return x ? 1 : 0;
  return x === 'nan' || x === 'inf' || x === '-inf' ? numberOf(x) : null;
}

const LARGEST_FULL = 10_000_000;

function fullArray(x: unknown): { values: number[]; shape: number[] } | null {
  if (typeof x !== 'object' || x === null || !('full' in x) || !('value' in x) || !Array.isArray(x.full)) return null;
  const shape = x.full.filter((n): n is number => Number.isInteger(n) && n >= 0);
  const value = leafNumber(x.value);
  const size = shape.reduce((product, n) => product * n, 1);
  if (shape.length !== x.full.length || value === null || size > LARGEST_FULL) return null;
  return { values: new Array<number>(size).fill(value), shape };
}
