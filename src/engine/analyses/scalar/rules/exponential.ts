import * as I from '../../../numerics/interval';
import * as Q from '../../../numerics/rational';
import type { Algebra, Term, Weighted } from '../term';
import { factorsOf, isNumber, partsOf, weighted } from '../term';
import { primeFactors } from './number-power';

/** e^u: logarithms and softplus in the exponent become powers. */
export function expOf(algebra: Algebra, u: Term): Term {
  if (isNumber(u, 0)) return algebra.number(1);
  const { constant, parts } = partsOf(u);
  if (parts.some((p) => isBottom(p.term) && p.weight.numerator > 0n)) return algebra.number(0);
  const powers: Weighted[] = [];
  const rest: Weighted[] = [];
  for (const part of parts) {
    const power = powerOfPart(algebra, part);
    if (power) powers.push(power);
    else rest.push(part);
  }
  const split = rest.length > 0 && constant.numerator !== 0n;
  if (powers.length === 0 && !split) return algebra.intern({ op: 'exp', args: [u] });
  const exponents = [algebra.number(constant), algebra.sum(Q.ZERO, rest)].filter((e) => !isNumber(e, 0));
  return algebra.product([...powers, ...exponents.map((e) => ({ weight: Q.ONE, term: algebra.intern({ op: 'exp', args: [e] }) }))]);
}

/** The constant -∞, which masks use. */
function isBottom(term: Term): boolean {
  return term.op === 'variable' && term.name === '-inf';
}

/** e^(c ln b) = b^c, e^(-c softplus(u)) = σ(-u)^c, e^softplus(u) = 1 + e^u. */
function powerOfPart(algebra: Algebra, { weight, term }: Weighted): Weighted | null {
  if (term.op === 'log') return { weight, term: term.args[0] as Term };
  if (term.op !== 'softplus') return null;
  const u = term.args[0] as Term;
  if (Q.equals(weight, Q.ONE)) return { weight, term: algebra.add(algebra.number(1), algebra.apply('exp', u)) };
  return { weight: Q.negative(weight), term: algebra.apply('sigmoid', algebra.negative(u)) };
}

/** ln u: products of positive factors split, 1 + e^v becomes softplus, sums of exponentials logsumexp. */
export function logOf(algebra: Algebra, u: Term): Term {
  if (isNumber(u)) return logOfNumber(algebra, u);
  const argument = u.args[0] as Term;
  if (u.op === 'exp') return argument;
  if (u.op === 'sigmoid') return algebra.negative(algebra.apply('softplus', algebra.negative(argument)));
  if (u.op === 'erfc') return algebra.intern({ op: 'logerfc', args: [argument] });
  if (u.op === 'cosh') return logCosh(algebra, argument);
  if (u.op === 'product') return logOfProduct(algebra, u);
  if (u.op === 'sum') return logOfSum(algebra, u);
  return algebra.intern({ op: 'log', args: [u] });
}

/** ln(n / d) as a sum over primes. */
function logOfNumber(algebra: Algebra, u: Term): Term {
  if (u.constant.numerator <= 0n) return algebra.intern({ op: 'log', args: [u] });
  const primes = [...primeFactors(u.constant.numerator, 1), ...primeFactors(u.constant.denominator, -1)];
  const parts = primes.map(({ prime, times }) => ({
    weight: Q.rational(times),
    term: algebra.intern({ op: 'log', args: [algebra.number(Q.rational(prime))] }),
  }));
  return algebra.sum(Q.ZERO, parts);
}

/** ln cosh v = softplus(2v) - v - ln 2. */
function logCosh(algebra: Algebra, v: Term): Term {
  const doubled = algebra.apply('softplus', algebra.scale(Q.rational(2), v));
  return algebra.subtract(algebra.subtract(doubled, v), algebra.apply('log', algebra.number(2)));
}

function logOfProduct(algebra: Algebra, u: Term): Term {
  const open: Weighted[] = [];
  const closed: Weighted[] = [];
  for (const factor of factorsOf(u)) {
    const even = Q.isInteger(factor.weight) && factor.weight.numerator % 2n === 0n;
    if (!Q.isInteger(factor.weight) || I.isNonNegative(algebra.range(factor.term))) open.push(factor);
    else if (even) open.push({ weight: factor.weight, term: algebra.apply('abs', factor.term) });
    else closed.push(factor);
  }
  const only = closed[0];
  if (closed.length === 1 && only && Q.isInteger(only.weight)) {
    open.push(only);
    closed.pop();
  }
  if (open.length === 0) return algebra.intern({ op: 'log', args: [u] });
  const logs = open.map(({ weight, term }) => ({ weight, term: plainLog(algebra, term) }));
  const rest = closed.length === 0 ? [] : [{ weight: Q.ONE, term: plainLog(algebra, algebra.product(closed)) }];
  return algebra.sum(Q.ZERO, [...logs, ...rest]);
}

function plainLog(algebra: Algebra, u: Term): Term {
  return u.op === 'product' ? algebra.intern({ op: 'log', args: [u] }) : logOf(algebra, u);
}

function logOfSum(algebra: Algebra, u: Term): Term {
  const { constant, parts } = partsOf(u);
  const [first] = parts as [Weighted];
  if (parts.length === 1 && constant.numerator === 0n) {
    if (first.weight.numerator < 0n) return logOfNegated(algebra, first);
    return algebra.add(logOfNumber(algebra, algebra.number(first.weight)), logOf(algebra, first.term));
  }
  const exponentials =
    constant.numerator >= 0n && parts.some((p) => hasExponential(p.term)) && parts.every((p) => isPositivePart(algebra, p));
  if (!exponentials) return inverseSinh(algebra, u) ?? logisticGap(algebra, u) ?? logOfPlainSum(algebra, u);
  const operands = parts.map((p) => logOf(algebra, algebra.scale(p.weight, p.term)));
  if (constant.numerator > 0n) operands.push(logOfNumber(algebra, algebra.number(constant)));
  return algebra.apply('logsumexp', ...operands);
}

/** ln(σ(u) - σ(v)) = ln σ(u) + ln σ(-v) + ln(1 - e^(v - u)) where u - v is a positive number. */
function logisticGap(algebra: Algebra, sum: Term): Term | null {
  const { constant, parts } = partsOf(sum);
  const [upper, lower] = [1, -1].map((weight) => parts.find((p) => p.term.op === 'sigmoid' && Q.equals(p.weight, Q.rational(weight))));
  if (!upper || !lower || parts.length !== 2 || constant.numerator !== 0n) return null;
  const [u, v] = [upper, lower].map((p) => p.term.args[0] as Term) as [Term, Term];
  const gap = algebra.subtract(u, v);
  if (!isNumber(gap) || gap.constant.numerator <= 0n) return null;
  const rest = algebra.subtract(algebra.number(1), algebra.apply('exp', algebra.negative(gap)));
  const logs = [algebra.apply('sigmoid', u), algebra.apply('sigmoid', algebra.negative(v)), rest].map((term) => logOf(algebra, term));
  return algebra.add(...logs);
}

/** ln(v + √(v² + 1)) = asinh v. */
function inverseSinh(algebra: Algebra, u: Term): Term | null {
  const { constant, parts } = partsOf(u);
  const root = parts.find(
    (p) => p.term.op === 'product' && p.term.args.length === 1 && Q.equals(p.term.weights[0] as Q.Rational, Q.rational(1, 2)),
  );
  if (!root || !Q.equals(root.weight, Q.ONE)) return null;
  const v = algebra.sum(
    constant,
    parts.filter((p) => p !== root),
  );
  const inside = algebra.add(algebra.power(v, 2), algebra.number(1));
  return algebra.power(inside, Q.rational(1, 2)) === root.term ? algebra.apply('asinh', v) : null;
}

function logOfNegated(algebra: Algebra, { weight, term }: Weighted): Term {
  const opposite = algebra.intern({ op: 'sum', args: [term], weights: [Q.rational(-1)] });
  return algebra.add(logOfNumber(algebra, algebra.number(Q.abs(weight))), algebra.intern({ op: 'log', args: [opposite] }));
}

/** ln(c s) = ln c + ln s with the constant taken out where it is positive, else the size of the first weight. */
function logOfPlainSum(algebra: Algebra, u: Term): Term {
  const content = u.constant.numerator > 0n ? u.constant : Q.abs((weighted(u)[0] as Weighted).weight);
  const inner = algebra.scale(Q.divide(Q.ONE, content), u);
  return algebra.add(logOfNumber(algebra, algebra.number(content)), algebra.intern({ op: 'log', args: [inner] }));
}

function hasExponential(term: Term): boolean {
  return factorsOf(term).some((f) => f.term.op === 'exp');
}

function isPositivePart(algebra: Algebra, { weight, term }: Weighted): boolean {
  return weight.numerator > 0n && factorsOf(term).every((f) => I.isPositive(algebra.range(f.term)));
}

/** ln Σ e^u: what all operands share comes out, two operands become a softplus. */
export function logSumExpOf(algebra: Algebra, all: readonly Term[]): Term {
  const operands = all.length > 1 ? all.filter((u) => !isBottom(u)) : all;
  if (operands.length === 1) return operands[0] as Term;
  const shared = sharedPart(algebra, operands);
  if (isNumber(shared, 0)) return unshared(algebra, operands);
  return algebra.add(
    shared,
    unshared(
      algebra,
      operands.map((u) => algebra.subtract(u, shared)),
    ),
  );
}

function unshared(algebra: Algebra, operands: readonly Term[]): Term {
  const [a, b] = operands as [Term, Term];
  if (operands.length === 2 && (isNumber(b) || isLinear(algebra.subtract(a, b))))
    return algebra.add(b, algebra.apply('softplus', algebra.subtract(a, b)));
  if (operands.length === 2 && isNumber(a)) return algebra.add(a, algebra.apply('softplus', algebra.subtract(b, a)));
  return algebra.intern({ op: 'logsumexp', args: [...operands].sort((x, y) => x.id - y.id) });
}

function isLinear(term: Term): boolean {
  return partsOf(term).parts.every((p) => p.term.op === 'variable' || p.term.free.size === 0);
}

function sharedPart(algebra: Algebra, operands: readonly Term[]): Term {
  const [first, ...rest] = operands.map(partsOf);
  if (!first) return algebra.number(0);
  const shared = first.parts.filter((part) =>
    rest.every(({ parts }) => parts.some((p) => p.term === part.term && Q.equals(p.weight, part.weight))),
  );
  return algebra.sum(Q.ZERO, shared);
}

/** 1 / (1 + e^-u); of a logarithm of odds it is the probability. */
export function sigmoidOf(algebra: Algebra, u: Term): Term {
  if (isNumber(u, 0)) return algebra.number(Q.rational(1, 2));
  if (!partsOf(u).parts.some((p) => p.term.op === 'log' && p.term.free.size > 0)) return algebra.intern({ op: 'sigmoid', args: [u] });
  const inverse = algebra.add(algebra.number(1), algebra.apply('exp', algebra.negative(u)));
  return keepsExponential(inverse) ? algebra.intern({ op: 'sigmoid', args: [u] }) : algebra.power(inverse, -1);
}

function keepsExponential(sum: Term): boolean {
  return partsOf(sum).parts.some((p) => hasExponential(p.term));
}

/** ln(1 + e^u). */
export function softplusOf(algebra: Algebra, u: Term): Term {
  if (isNumber(u, 0)) return algebra.apply('log', algebra.number(2));
  if (!partsOf(u).parts.some((p) => p.term.op === 'log' && p.term.free.size > 0)) return algebra.intern({ op: 'softplus', args: [u] });
  const argument = algebra.add(algebra.number(1), algebra.apply('exp', u));
  return keepsExponential(argument) ? algebra.intern({ op: 'softplus', args: [u] }) : algebra.apply('log', argument);
}
