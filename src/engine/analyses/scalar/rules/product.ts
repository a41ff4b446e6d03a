import * as I from '../../../numerics/interval';
import * as Q from '../../../numerics/rational';
import type { Algebra, Term, Weighted } from '../term';
import { factorsOf, isNumber, partsOf } from '../term';
import { enclose } from '../range';
import { numberPower } from './number-power';

/** A product while it is being put together: `coefficient · exp(exponent) · Π factors`. */
interface Collected {
  coefficient: Q.Rational;
  exponents: Term[];
  factors: Weighted[];
}

/** Π term ^ weight in canonical form: flattened, equal bases joined where the domain allows, exponentials merged. */
export function productOf(algebra: Algebra, factors: readonly Weighted[]): Term {
  const collected: Collected = { coefficient: Q.ONE, exponents: [], factors: [] };
  for (const { weight, term } of factors) collectFactor(algebra, collected, Q.equals(weight, Q.ONE) ? term : algebra.power(term, weight));
  if (collected.coefficient.numerator === 0n) return timesZero(algebra, collected.factors);
  const joined = joinBases(algebra, faceToFace(algebra, collected));
  if (joined.changed)
    return algebra.scale(collected.coefficient, productOf(algebra, [...joined.factors, ...expFactors(algebra, collected)]));
  return algebra.scale(collected.coefficient, withExponentials(algebra, collected.exponents, joined.factors));
}

/** 0, unless a constant factor has no finite value: then the product is as undefined as 0 · 0⁻¹. */
function timesZero(algebra: Algebra, factors: readonly Weighted[]): Term {
  const bad = factors.some((f) => f.term.free.size === 0 && !isFinite(I.power(algebra.range(f.term), enclose(f.weight))));
  if (!bad) return algebra.number(0);
  const zero = algebra.number(0);
  return plainProduct(algebra, [
    { weight: Q.ONE, term: zero },
    { weight: Q.rational(-1), term: zero },
  ]);
}

function isFinite(range: I.Interval): boolean {
  return I.isDefined(range) && Number.isFinite(range.lo) && Number.isFinite(range.hi);
}

function expFactors(algebra: Algebra, { exponents }: Collected): readonly Weighted[] {
  return exponents.map((exponent) => ({ weight: Q.ONE, term: algebra.intern({ op: 'exp', args: [exponent] }) }));
}

/** Takes a canonical factor apart into coefficient, exponentials and powers. */
function collectFactor(algebra: Algebra, into: Collected, term: Term): void {
  const { constant, parts } = partsOf(term);
  if (parts.length === 0) {
    into.coefficient = Q.multiply(into.coefficient, constant);
    return;
  }
  if (parts.length === 1 && constant.numerator === 0n) {
    const [only] = parts as [Weighted];
    into.coefficient = Q.multiply(into.coefficient, only.weight);
    for (const factor of factorsOf(only.term)) collectBase(into, factor);
    return;
  }
  const { scale, line } = monic(algebra, term);
  into.coefficient = Q.multiply(into.coefficient, scale);
  into.factors.push({ weight: Q.ONE, term: line });
}

function collectBase(into: Collected, factor: Weighted): void {
  if (factor.term.op === 'exp' && Q.equals(factor.weight, Q.ONE)) into.exponents.push(factor.term.args[0] as Term);
  else into.factors.push(factor);
}

/** A sum as `scale · line`: the first weight of the line is ±1, and the line is not negative where the sum has one sign. */
function monic(algebra: Algebra, sum: Term): { readonly scale: Q.Rational; readonly line: Term } {
  const scale = contentOf(algebra, sum);
  return { scale, line: algebra.scale(Q.divide(Q.ONE, scale), sum) };
}

function contentOf(algebra: Algebra, sum: Term): Q.Rational {
  const weight = partsOf(sum).parts[0]?.weight ?? Q.ONE;
  const range = algebra.range(sum);
  if (I.isNonNegative(range)) return Q.abs(weight);
  return I.isNonPositive(range) ? Q.negative(Q.abs(weight)) : weight;
}

/** Where u ≤ 0 meets a power of -u, whole powers of u are written as powers of -u too. */
function faceToFace(algebra: Algebra, collected: Collected): readonly Weighted[] {
  const { factors } = collected;
  const broken = new Set(factors.filter((f) => !Q.isInteger(f.weight)).map((f) => f.term));
  if (broken.size === 0) return factors;
  return factors.map((f) => {
    const opposite = Q.isInteger(f.weight) && !broken.has(f.term) ? algebra.negative(f.term) : f.term;
    if (opposite === f.term || !broken.has(opposite)) return f;
    if (f.weight.numerator % 2n !== 0n) collected.coefficient = Q.negative(collected.coefficient);
    return { weight: f.weight, term: opposite };
  });
}

/** Adds exponents of equal bases; `changed` says that a power became something else than a plain factor. */
function joinBases(algebra: Algebra, factors: readonly Weighted[]): { readonly factors: readonly Weighted[]; readonly changed: boolean } {
  const joined: Weighted[] = [];
  let changed = false;
  for (const factor of factors) {
    const index = joined.findIndex((other) => other.term === factor.term && mayJoin(algebra, other, factor));
    if (index < 0) {
      joined.push(factor);
      continue;
    }
    const weight = Q.add((joined[index] as Weighted).weight, factor.weight);
    if (weight.numerator === 0n) joined.splice(index, 1);
    else joined[index] = { weight, term: factor.term };
    if (weight.numerator !== 0n && factor.term.op === 'number') changed = true;
  }
  return { factors: joined, changed };
}

/** x^a · x^b = x^(a+b) for whole exponents of one sign, or where x is never 0; broken exponents need x ≥ 0. */
function mayJoin(algebra: Algebra, a: Weighted, b: Weighted): boolean {
  const range = algebra.range(a.term);
  const oneSign = a.weight.numerator > 0n === b.weight.numerator > 0n;
  const neverZero = I.isPositive(range) || I.isNegative(range);
  if (!oneSign && !neverZero) return false;
  return (Q.isInteger(a.weight) && Q.isInteger(b.weight)) || I.isNonNegative(range);
}

function withExponentials(algebra: Algebra, exponents: readonly Term[], factors: readonly Weighted[]): Term {
  if (exponents.length === 0) return plainProduct(algebra, factors);
  const { constant, parts } = partsOf(algebra.add(...exponents));
  const free = algebra.sum(Q.ZERO, parts);
  const swap = logisticSwap(algebra, free, factors);
  if (swap) return productOf(algebra, [...swap, ...constantExponential(algebra, constant)]);
  const exponential = algebra.apply('exp', free);
  if (exponential.op !== 'exp' && !isNumber(exponential, 1)) {
    return productOf(algebra, [...factors, { weight: Q.ONE, term: exponential }, ...constantExponential(algebra, constant)]);
  }
  const kept = isNumber(exponential, 1) ? [] : [{ weight: Q.ONE, term: exponential }];
  return plainProduct(algebra, [...factors, ...kept, ...constantExponential(algebra, constant)]);
}

function constantExponential(algebra: Algebra, constant: Q.Rational): readonly Weighted[] {
  return constant.numerator === 0n ? [] : [{ weight: Q.ONE, term: algebra.intern({ op: 'exp', args: [algebra.number(constant)] }) }];
}

/** e^u σ(-u)^n = σ(u) σ(-u)^(n-1), where it makes the exponent shorter. */
function logisticSwap(algebra: Algebra, exponent: Term, factors: readonly Weighted[]): readonly Weighted[] | null {
  for (const factor of factors) {
    if (factor.term.op !== 'sigmoid' || factor.weight.numerator < factor.weight.denominator) continue;
    const argument = factor.term.args[0] as Term;
    const rest = algebra.add(exponent, argument);
    if (partsOf(rest).parts.length >= partsOf(exponent).parts.length) continue;
    const others = factors.filter((f) => f !== factor);
    const less = { weight: Q.subtract(factor.weight, Q.ONE), term: factor.term };
    const swapped = { weight: Q.ONE, term: algebra.apply('sigmoid', algebra.negative(argument)) };
    return [...others, ...(less.weight.numerator === 0n ? [] : [less]), swapped, { weight: Q.ONE, term: algebra.apply('exp', rest) }];
  }
  return null;
}

function plainProduct(algebra: Algebra, factors: readonly Weighted[]): Term {
  const sorted = [...factors].sort((a, b) => a.term.id - b.term.id || Q.compare(a.weight, b.weight));
  if (sorted.length === 0) return algebra.number(1);
  const [only] = sorted as [Weighted];
  if (sorted.length === 1 && Q.equals(only.weight, Q.ONE)) return only.term;
  return algebra.intern({ op: 'product', args: sorted.map((f) => f.term), weights: sorted.map((f) => f.weight) });
}

/** base ^ exponent in canonical form. */
export function powerOf(algebra: Algebra, base: Term, exponent: Q.Rational): Term {
  if (exponent.numerator === 0n) return algebra.number(1);
  if (Q.equals(exponent, Q.ONE)) return base;
  if (base.op === 'number') return numberPower(algebra, base.constant, exponent);
  if (base.op === 'exp') return algebra.apply('exp', algebra.scale(exponent, base.args[0] as Term));
  if (base.op === 'product') return powerOfProduct(algebra, base, exponent);
  if (base.op === 'sum') return powerOfSum(algebra, base, exponent);
  const even = Q.isInteger(exponent) && exponent.numerator % 2n === 0n;
  if (base.op === 'abs' && even) return algebra.power(base.args[0] as Term, exponent);
  return plainProduct(algebra, [{ weight: exponent, term: base }]);
}

/** (Π b^e)^p: exponents multiply for whole p, and for factors that are never negative; an even power counts by its size. */
function powerOfProduct(algebra: Algebra, base: Term, exponent: Q.Rational): Term {
  const whole = Q.isInteger(exponent);
  const out: Weighted[] = [];
  const stay: Weighted[] = [];
  for (const factor of factorsOf(base)) {
    const even = Q.isInteger(factor.weight) && factor.weight.numerator % 2n === 0n;
    const unsigned = whole || I.isNonNegative(algebra.range(factor.term)) || !Q.isInteger(factor.weight);
    const term = !unsigned && even ? algebra.apply('abs', factor.term) : factor.term;
    if (unsigned || even) out.push({ weight: Q.multiply(factor.weight, exponent), term });
    else stay.push(factor);
  }
  if (out.length === 0) return plainProduct(algebra, [{ weight: exponent, term: base }]);
  const rest = stay.length === 0 ? [] : [{ weight: exponent, term: plainProduct(algebra, stay) }];
  return productOf(algebra, [...out, ...rest]);
}

/** Pulls a rational factor out of a sum, and recognises 1 / (1 + e^u). */
function powerOfSum(algebra: Algebra, base: Term, exponent: Q.Rational): Term {
  const logistic = exponent.numerator < 0n ? (logisticPower(algebra, base, exponent) ?? softmaxPower(algebra, base, exponent)) : null;
  if (logistic) return logistic;
  const content = Q.isInteger(exponent) ? contentOf(algebra, base) : Q.abs(contentOf(algebra, base));
  if (Q.equals(content, Q.ONE)) return plainProduct(algebra, [{ weight: exponent, term: base }]);
  const inner = algebra.scale(Q.divide(Q.ONE, content), base);
  return algebra.multiply(numberPower(algebra, content, exponent), algebra.power(inner, exponent));
}

/** (k + c e^u)^-n = k^-n σ(-u - ln(c / k))^n for k, c > 0. */
function logisticPower(algebra: Algebra, base: Term, exponent: Q.Rational): Term | null {
  const { constant, parts } = partsOf(base);
  const [only] = parts;
  if (!only || parts.length > 1 || constant.numerator <= 0n || only.weight.numerator <= 0n) return null;
  const factors = factorsOf(only.term);
  if (!factors.some((f) => f.term.op === 'exp') || !factors.every((f) => I.isPositive(algebra.range(f.term)))) return null;
  const ratio = algebra.scale(Q.divide(only.weight, constant), only.term);
  const argument = algebra.apply('log', ratio);
  const logistic = algebra.apply('sigmoid', algebra.negative(argument));
  return algebra.multiply(numberPower(algebra, constant, exponent), algebra.power(logistic, Q.negative(exponent)));
}

/** (c e^u + d e^v)^-n = (d e^v)^-n σ(v - u - ln(c / d))^n for c, d > 0. */
function softmaxPower(algebra: Algebra, base: Term, exponent: Q.Rational): Term | null {
  const { constant, parts } = partsOf(base);
  const [first, second] = parts;
  if (!first || !second || parts.length > 2 || constant.numerator !== 0n) return null;
  if (![first, second].every(({ weight, term }) => weight.numerator > 0n && term.op === 'exp')) return null;
  const ratio = algebra.scale(Q.divide(first.weight, second.weight), algebra.divide(first.term, second.term));
  const logistic = algebra.apply('sigmoid', algebra.negative(algebra.apply('log', ratio)));
  const shared = algebra.power(algebra.scale(second.weight, second.term), exponent);
  return algebra.multiply(shared, algebra.power(logistic, Q.negative(exponent)));
}
