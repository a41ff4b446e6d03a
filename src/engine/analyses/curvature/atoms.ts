import type { Interval } from '../../numerics/interval';
import * as I from '../../numerics/interval';
import * as Q from '../../numerics/rational';
import type { OnInterval } from '../../ops/op';
import { OPS } from '../../ops/index';
import type { Term } from '../scalar/term';
import type { Atom } from './shape';

const NOTHING: Atom = { convex: false, concave: false, increasing: false, decreasing: false };

/** Names under which terms' functions are known to the op registry, where they differ. */
const OP_NAMES: Readonly<Record<string, string>> = { oddroot: 'cbrt' };

/** What is known of a term's outer function while its argument stays in a range. */
export function atomOf(term: Term, range: Interval): Atom {
  const own = OWN[term.op];
  if (own) return own(range);
  const name = OP_NAMES[term.op] ?? term.op;
  const facts = Object.hasOwn(OPS, name) ? OPS[name]?.facts : undefined;
  if (!facts) return NOTHING;
  return {
    convex: covered(facts.curvature, range, ['convex', 'affine']),
    concave: covered(facts.curvature, range, ['concave', 'affine']),
    increasing: covered(facts.monotone, range, ['increasing']),
    decreasing: covered(facts.monotone, range, ['decreasing']),
  };
}

/** Whether one declared interval with such a property holds the whole range. */
function covered<Is>(declared: readonly OnInterval<Is>[] | undefined, range: Interval, wanted: readonly Is[]): boolean {
  return (declared ?? []).some(({ low, high, is }) => wanted.includes(is) && range.lo >= low && range.hi <= high);
}

/** Functions without an op of their own, and those whose pieces repeat. */
const OWN: Readonly<Partial<Record<Term['op'], (range: Interval) => Atom>>> = {
  logerfc: () => ({ ...NOTHING, concave: true, decreasing: true }),
  erfc: (u) => ({ ...NOTHING, decreasing: true, convex: I.isNonNegative(u), concave: I.isNonPositive(u) }),
  trigamma: (u) => (I.isPositive(u) ? { ...NOTHING, convex: true, decreasing: true } : NOTHING),
  digamma: (u) => (I.isPositive(u) ? { ...NOTHING, concave: true, increasing: true } : NOTHING),
  sin: (u) => wave(I.sin(u), I.cos(u), u),
  cos: (u) => wave(I.cos(u), I.negative(I.sin(u)), u),
};

/** A sine wave is concave where it is not negative: value, slope and argument range of less than a period. */
function wave(value: Interval, slope: Interval, u: Interval): Atom {
  if (!(u.hi - u.lo <= Math.PI)) return NOTHING;
  return { convex: value.hi <= 0, concave: value.lo >= 0, increasing: slope.lo >= 0, decreasing: slope.hi <= 0 };
}

/** u ↦ u^p on a range. */
export function powerAtom(exponent: Q.Rational, range: Interval): Atom {
  const [nonNegative, nonPositive] = [I.isNonNegative(range), I.isNonPositive(range)];
  const aboveOne = Q.compare(exponent, Q.ONE) >= 0;
  const positive = exponent.numerator > 0n;
  if (!Q.isInteger(exponent) && !nonNegative) return NOTHING;
  if (!Q.isInteger(exponent))
    return { convex: aboveOne || !positive, concave: positive && !aboveOne, increasing: positive, decreasing: !positive };
  if (exponent.numerator % 2n === 0n) {
    const oneSide = nonNegative || nonPositive;
    return {
      convex: positive || oneSide,
      concave: false,
      increasing: positive ? nonNegative : nonPositive,
      decreasing: positive ? nonPositive : nonNegative,
    };
  }
  const decreasing = !positive && (nonNegative || nonPositive);
  return { convex: nonNegative, concave: nonPositive, increasing: positive, decreasing };
}
