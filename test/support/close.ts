import assert from 'node:assert/strict';

/** Numbers of a nested array in order; words for what JSON cannot hold. */
function flat(nested: unknown): number[] {
  if (Array.isArray(nested)) return nested.flatMap(flat);
  if (nested === 'inf') return [Infinity];
  if (nested === '-inf') return [-Infinity];
  return [Number(nested)];
}

function shapeOf(nested: unknown): number[] {
  return Array.isArray(nested) ? [nested.length, ...shapeOf(nested[0])] : [];
}

/** Equal shapes, and equal numbers up to a share of the largest one. */
export function assertClose(actual: unknown, expected: unknown, tolerance: number, what: string): void {
  assert.deepEqual(shapeOf(actual), shapeOf(expected), `shape of the ${what}`);
  const wanted = flat(expected);
  const scale = Math.max(...wanted.filter(Number.isFinite).map(Math.abs), 1e-30);
  flat(actual).forEach((got, i) => {
    const right = wanted[i] ?? NaN;
    assert.ok(Object.is(got, right) || got === right || Math.abs(got - right) <= tolerance * scale, `${what}[${i}]: ${got}, not ${right}`);
  });
}
