/** Numbers that keep others away from 0 or 1, as they are written. */
const EPSILON = /(?<![\w.])\d+(?:\.\d+)?e-\d+\b/g;

/** An epsilon that every format resolves, its square and its reciprocal too. */
const LARGE = '0.125';
/** One that is 0 in every format narrower than float64, and next to 1 in that. */
const SMALL = '1e-60';

/** The program with its epsilons large enough for any format, or too small for all but float64; null where it has none. */
export function withEpsilons(code: string, which: 'large' | 'small'): string | null {
  const moved = code.replace(EPSILON, which === 'large' ? LARGE : SMALL);
  return moved === code ? null : moved;
}
