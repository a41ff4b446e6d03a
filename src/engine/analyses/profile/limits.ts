import type { Interval } from '../../numerics/interval';
import type { Polynomial } from '../../numerics/polynomial';
import * as Q from '../../numerics/rational';
import { limitAt } from '../pieces/germ';
import { exactPlace } from '../pieces/roots';
import { rationalFunction } from '../scalar/rational-function';
import { compile } from '../scalar/tape';
import type { Term } from '../scalar/term';

/** Limit of a term of one variable towards an end of its interval, infinite or not; null when it has none that is seen. */
export function limitAtEnd(term: Term, variable: string, end: number): number | null {
  if (!term.free.has(variable)) return compile(term, [])([]);
  if (!Number.isFinite(end)) return rationalLimit(term, variable, end) ?? observedLimit(term, variable, end);
  return null;
}

/** Limit towards a finite end from inside: `side` is 1 at a lower end and -1 at an upper one. */
export function limitInside(term: Term, variable: string, end: number, side: 1 | -1): number | null {
  return centre(limitAt(term, variable, exactPlace(Q.fromBinary(end)), side).value);
}

/** An enclosure so wide, relative to its numbers, tells no number. */
const WIDEST = 1e-5;

/** The middle of an enclosure; null of an undefined or a wide one. */
export function centre({ lo, hi, nan }: Interval): number | null {
  if (nan || !(lo <= hi)) return null;
  if (lo === hi) return lo;
  if (hi - lo > WIDEST * (1 + Math.abs(lo))) return null;
  return lo === -hi ? 0 : lo / 2 + hi / 2;
}

/** Limit of a rational function of x, of a root of x or of an exponential, from its leading or trailing coefficients. */
function rationalLimit(term: Term, variable: string, end: number): number | null {
  const rational = rationalFunction(term, variable);
  if (!rational || rational.numerator.length === 0) return rational ? 0 : null;
  const { numerator, denominator, generator } = rational;
  if (generator.kind === 'root' && generator.order > 1 && end < 0) return null;
  if (generator.kind === 'exponential' && end < 0) return quotientAtZero(numerator, denominator);
  return quotientAtInfinity(numerator, denominator, end < 0);
}

function quotientAtInfinity(n: Polynomial, d: Polynomial, mirrored: boolean): number {
  const ratio = Q.toNumber(Q.rational(n[n.length - 1] as bigint, d[d.length - 1] as bigint));
  const degree = n.length - d.length;
  if (degree < 0) return 0;
  return degree === 0 ? ratio : ratio * Infinity * (mirrored && degree % 2 !== 0 ? -1 : 1);
}

/** Towards 0 from above. */
function quotientAtZero(n: Polynomial, d: Polynomial): number {
  const [lowN, lowD] = [n.findIndex((c) => c !== 0n), d.findIndex((c) => c !== 0n)];
  const ratio = Q.toNumber(Q.rational(n[lowN] as bigint, d[lowD] as bigint));
  if (lowN > lowD) return 0;
  return lowN === lowD ? ratio : ratio * Infinity;
}

const FAR = [50, 200, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8];

/** The limit that values further and further out suggest. */
function observedLimit(term: Term, variable: string, end: number): number | null {
  const evaluate = compile(term, [variable]);
  const values = FAR.map((x) => evaluate([Math.sign(end) * x])).filter((v) => !Number.isNaN(v));
  const [last, before, earlier] = [values[values.length - 1], values[values.length - 2], values[values.length - 3]];
  if (last === undefined || before === undefined || earlier === undefined) return null;
  if (!Number.isFinite(last)) return last;
  if (last !== 0 && Math.abs(last - before) <= 1e-9 * Math.abs(last)) return shortest(last, Math.abs(last - before));
  if (Math.abs(last) < 1e-5 && Math.abs(last) <= Math.abs(before) && Math.abs(before) <= Math.abs(earlier)) return 0;
  if (Math.abs(last - before) <= 1e-6 * (1 + Math.abs(last))) return shortest(last, Math.abs(last - before));
  const [ratio, previous] = [last / before, before / earlier];
  if (Math.abs(ratio - previous) < 1e-3 && ratio > 0 && ratio < 0.98) return 0;
  const grows = ratio > 1 && previous > 1;
  return grows && Math.abs(last - before) > 0.5 * Math.abs(before - earlier) ? Math.sign(last) * Infinity : null;
}

/** The number of few digits that a value which still moves by so much may tend to; the value itself where there is none. */
function shortest(x: number, move: number): number {
  const short = Number(x.toPrecision(6));
  return Math.abs(short - x) <= 10 * move + 1e-12 * Math.abs(x) ? short : x;
}
