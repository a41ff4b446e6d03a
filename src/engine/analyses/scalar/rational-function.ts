import * as P from '../../numerics/polynomial';
import * as Q from '../../numerics/rational';
import { inOrder } from './tape';
import type { Term } from './term';
import { partsOf, weighted } from './term';

/** Degrees beyond this are given up. */
const HIGHEST_DEGREE = 48;

/** What a variable is written in: `x = t^order` or `t = e^(rate x)`. */
export type Generator = { readonly kind: 'root'; readonly order: number } | { readonly kind: 'exponential'; readonly rate: Q.Rational };

/** A quotient of polynomials in the generator t. */
export interface RationalFunction {
  readonly numerator: P.Polynomial;
  readonly denominator: P.Polynomial;
  readonly generator: Generator;
}

interface Fraction {
  readonly n: P.Polynomial;
  readonly d: P.Polynomial;
}

/** Signals that a term is no rational function of the generator, or one of too high degree. */
class NotRational extends Error {}

/** The term as a rational function of one generator, exactly; null when it is none. */
export function rationalFunction(term: Term, variable: string): RationalFunction | null {
  const generator = generatorOf(term, variable);
  if (!generator) return null;
  try {
    const { n, d } = fractionOf(term, variable, generator, new Map());
    return { numerator: n, denominator: d, generator };
  } catch (error) {
    if (error instanceof NotRational) return null;
    throw error;
  }
}

/** The generator in which every occurrence of the variable is rational, if there is one. */
function generatorOf(term: Term, variable: string): Generator | null {
  const rates: Q.Rational[] = [];
  let order = 1n;
  let bare = false;
  for (const node of inOrder(term)) {
    if (!node.free.has(variable)) continue;
    const rate = rateOf(node, variable);
    if (rate === null) return null;
    if (rate !== 'none') rates.push(rate);
  }
  const inside = occurrences(term, variable);
  bare = inside.bare;
  for (const exponent of inside.exponents) order = (order * exponent.denominator) / Q.gcd(order, exponent.denominator);
  if (rates.length > 0) return bare ? null : commonRate(rates);
  return order <= 12n ? { kind: 'root', order: Number(order) } : null;
}

/** Coefficient k of a node that is a function of e^(kx); 'none' for sums and powers, null for anything else. */
function rateOf(node: Term, variable: string): Q.Rational | 'none' | null {
  if (node.op === 'variable' || node.op === 'sum' || node.op === 'product') return 'none';
  const doubled = node.op === 'tanh' ? Q.rational(2) : Q.ONE;
  if (!['exp', 'sigmoid', 'tanh', 'sinh', 'cosh'].includes(node.op)) return null;
  const { constant, parts } = partsOf(node.args[0] as Term);
  const [only] = parts;
  const linear = parts.length === 1 && only?.term.op === 'variable' && only.term.name === variable && constant.numerator === 0n;
  return linear && only ? Q.multiply(doubled, only.weight) : null;
}

/** Where the variable stands outside exponentials: whether at all, and with which broken exponents. */
function occurrences(root: Term, variable: string): { bare: boolean; exponents: Q.Rational[] } {
  const exponents: Q.Rational[] = [];
  let bare = false;
  const seen = new Set<Term>([root]);
  for (const term of seen) {
    if (!term.free.has(variable) || ['exp', 'sigmoid', 'tanh', 'sinh', 'cosh'].includes(term.op)) continue;
    if (term.op === 'variable') bare = true;
    if (term.op === 'product')
      exponents.push(
        ...weighted(term)
          .filter((f) => f.term.op === 'variable')
          .map((f) => f.weight),
      );
    for (const argument of term.args) seen.add(argument);
  }
  return { bare, exponents };
}

/** The largest rate of which all are whole multiples. */
function commonRate(rates: readonly Q.Rational[]): Generator | null {
  const rate = rates
    .map(Q.abs)
    .reduce((a, b) => Q.rational(Q.gcd(a.numerator * b.denominator, b.numerator * a.denominator), a.denominator * b.denominator));
  const steps = rates.map((r) => Q.divide(Q.abs(r), rate));
  return steps.every((s) => s.numerator <= 24n) ? { kind: 'exponential', rate } : null;
}

function fractionOf(term: Term, variable: string, generator: Generator, known: Map<Term, Fraction>): Fraction {
  const done = known.get(term);
  if (done) return done;
  const fraction = reduced(computeFraction(term, variable, generator, known));
  known.set(term, fraction);
  return fraction;
}

function computeFraction(term: Term, variable: string, generator: Generator, known: Map<Term, Fraction>): Fraction {
  const inner = (t: Term): Fraction => fractionOf(t, variable, generator, known);
  switch (term.op) {
    case 'number':
      return constantFraction(term.constant);
    case 'variable':
      if (generator.kind === 'exponential' || term.name !== variable) throw new NotRational();
      return monomial(generator.order);
    case 'sum':
      return weighted(term).reduce(
        (total, { weight, term: t }) => plus(total, times(constantFraction(weight), inner(t))),
        constantFraction(term.constant),
      );
    case 'product':
      return weighted(term).reduce(
        (total, { weight, term: t }) => times(total, raised(t, weight, generator, inner)),
        constantFraction(Q.ONE),
      );
    default:
      return exponentialFraction(term, variable, generator);
  }
}

function raised(base: Term, exponent: Q.Rational, generator: Generator, inner: (t: Term) => Fraction): Fraction {
  if (Q.isInteger(exponent)) return powered(inner(base), Number(exponent.numerator));
  if (base.op !== 'variable' || generator.kind !== 'root') throw new NotRational();
  const degree = Q.multiply(exponent, Q.rational(generator.order));
  return Q.isInteger(degree) ? monomial(Number(degree.numerator)) : fail();
}

function fail(): never {
  throw new NotRational();
}

function exponentialFraction(term: Term, variable: string, generator: Generator): Fraction {
  const rate = rateOf(term, variable);
  if (generator.kind !== 'exponential' || rate === null || rate === 'none') return fail();
  const t = monomial(Number(Q.divide(rate, generator.rate).numerator));
  const one = constantFraction(Q.ONE);
  const inverse = powered(t, -1);
  if (term.op === 'exp') return t;
  if (term.op === 'sigmoid') return times(t, powered(plus(one, t), -1));
  if (term.op === 'tanh') return times(plus(t, constantFraction(Q.rational(-1))), powered(plus(t, one), -1));
  const half = constantFraction(Q.rational(1, 2));
  return times(half, plus(t, term.op === 'cosh' ? inverse : times(constantFraction(Q.rational(-1)), inverse)));
}

function constantFraction(value: Q.Rational): Fraction {
  return { n: value.numerator === 0n ? [] : [value.numerator], d: [value.denominator] };
}

function monomial(degree: number): Fraction {
  if (Math.abs(degree) > HIGHEST_DEGREE) return fail();
  const power = [...Array<bigint>(Math.abs(degree)).fill(0n), 1n];
  return degree >= 0 ? { n: power, d: [1n] } : { n: [1n], d: power };
}

function plus(a: Fraction, b: Fraction): Fraction {
  return reduced({ n: P.add(P.multiply(a.n, b.d), P.multiply(b.n, a.d)), d: P.multiply(a.d, b.d) });
}

function times(a: Fraction, b: Fraction): Fraction {
  return reduced({ n: P.multiply(a.n, b.n), d: P.multiply(a.d, b.d) });
}

function powered(a: Fraction, exponent: number): Fraction {
  if (exponent < 0) return a.n.length === 0 ? fail() : powered({ n: a.d, d: a.n }, -exponent);
  if (exponent > HIGHEST_DEGREE) return fail();
  return Array.from({ length: exponent }).reduce<Fraction>((total) => times(total, a), constantFraction(Q.ONE));
}

/** Divides by common factors, keeping the value. */
function reduced({ n, d }: Fraction): Fraction {
  if (n.length > HIGHEST_DEGREE || d.length > HIGHEST_DEGREE) return fail();
  if (n.length === 0) return { n, d: [1n] };
  const common = n.length > 1 && d.length > 1 ? P.greatestCommonDivisor(n, d) : [1n];
  if (common.length <= 1) return lowestTerms(n, d);
  const [qn, qd] = [P.quotient(n, common), P.quotient(d, common)];
  const top = (n[n.length - 1] as bigint) * (qd[qd.length - 1] as bigint);
  const bottom = (d[d.length - 1] as bigint) * (qn[qn.length - 1] as bigint);
  return lowestTerms(P.scale(qn, top), P.scale(qd, bottom));
}

function lowestTerms(n: P.Polynomial, d: P.Polynomial): Fraction {
  const content = [...n, ...d].reduce((divisor, c) => Q.gcd(divisor, c), 0n);
  return content > 1n ? { n: n.map((c) => c / content), d: d.map((c) => c / content) } : { n, d };
}
