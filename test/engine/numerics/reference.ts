import { readFileSync } from 'node:fs';

type Entry = number | 'inf' | '-inf';

interface Reference {
  /** By function: argument, value as an unevaluated sum of two doubles. */
  readonly unary: Readonly<Record<string, readonly (readonly Entry[])[]>>;
  /** Base, exponent, value. */
  readonly power: readonly (readonly Entry[])[];
  /** Number, its float16, its bfloat16. */
  readonly halves: readonly (readonly Entry[])[];
}

/** Values made by test/oracle/numerics.py. */
export const REFERENCE = JSON.parse(readFileSync(new URL('../../oracle/numerics.json', import.meta.url), 'utf8')) as Reference;

/** The numbers of a row. */
export function numbersOf(row: readonly Entry[]): number[] {
  return row.map((entry) => (entry === 'inf' ? Infinity : entry === '-inf' ? -Infinity : entry));
}

/** A generator of numbers in [0, 1) that repeats itself on every run. */
export function repeatable(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
