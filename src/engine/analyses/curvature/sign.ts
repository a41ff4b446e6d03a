import type { Interval } from '../../numerics/interval';
import * as I from '../../numerics/interval';
import * as P from '../../numerics/polynomial';
import * as Q from '../../numerics/rational';
import type { Term } from '../scalar/term';
import { type Generator, rationalFunction } from '../scalar/rational-function';

/** What is known of a term's sign on an interval: constant in the weak sense, or the points where it changes. */
export type Sign =
  | { readonly kind: 'constant'; readonly sign: -1 | 0 | 1; readonly how: string }
  | { readonly kind: 'changes'; readonly at: readonly number[] };

/** The sign of a rational function over an open interval, exactly by Sturm sequences; null when the term is none. */
export function exactSign(term: Term, variable: string, domain: Interval): Sign | null {
  const rational = rationalFunction(term, variable);
  if (!rational) return null;
  const ends = generatorEnds(rational.generator, domain);
  if (!ends) return null;
  const bottom = P.signOn(rational.denominator, ...ends);
  if (!('sign' in bottom) || bottom.sign === 0) return null;
  const top = P.signOn(rational.numerator, ...ends);
  if ('sign' in top) return { kind: 'constant', sign: (top.sign * bottom.sign) as -1 | 0 | 1, how: 'exact sign by Sturm sequences' };
  return { kind: 'changes', at: top.changes.map((root) => backToVariable(rational.generator, Q.toNumber(root.low))) };
}

/** The interval of the generator that covers the domain of the variable. */
function generatorEnds(generator: Generator, domain: Interval): [P.ExtendedPoint, P.ExtendedPoint] | null {
  if (generator.kind === 'root' && generator.order === 1) return [extended(domain.lo), extended(domain.hi)];
  if (generator.kind === 'root') return rootEnds(generator.order, domain);
  const scaled = I.multiply(I.point(Q.toNumber(generator.rate)), domain);
  const image = I.exp(I.isEmpty(scaled) ? domain : scaled);
  return [binary(Math.max(0, image.lo)), binary(image.hi)];
}

/** Roots are of non-negative numbers, where the sign of x ^ (1/order) is that of x. */
function rootEnds(order: number, domain: Interval): [P.ExtendedPoint, P.ExtendedPoint] | null {
  if (domain.lo < 0) return null;
  const image = I.power(domain, I.divide(I.point(1), I.point(order)));
  return [binary(Math.max(0, image.lo)), binary(image.hi)];
}

function extended(x: number): P.ExtendedPoint {
  return x === Infinity ? 'highest' : x === -Infinity ? 'lowest' : Q.fromNumber(x);
}

function binary(x: number): P.ExtendedPoint {
  return x === Infinity ? 'highest' : Q.fromBinary(x);
}

function backToVariable(generator: Generator, t: number): number {
  return generator.kind === 'root' ? t ** generator.order : Math.log(t) / Q.toNumber(generator.rate);
}
