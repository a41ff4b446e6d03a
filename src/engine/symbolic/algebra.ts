import type { Attributes } from '../numerics/signature';
import type { Rational } from '../numerics/rational';
import * as rationals from '../numerics/rational';
import type { Term, TermOf } from './term';
import { PI, number, rawAdd, rawApply, rawMultiply, rawPower, symbol } from './term';

/** Zero. */
export const ZERO = number(rationals.ZERO);
/** One. */
export const ONE = number(rationals.ONE);
/** Minus one. */
export const MINUS_ONE = number(rationals.rational(-1));

/** The number that a literal denotes: the shortest decimal of the double; infinities and nan are names. */
export function literal(value: number): Term {
  if (Number.isNaN(value)) return symbol('NaN');
  if (value === Math.PI) return symbol(PI);
  if (!Number.isFinite(value)) return value > 0 ? symbol('Infinity') : negative(symbol('Infinity'));
  return number(rationals.fromNumber(value));
}

/** Whether a term is this whole number. */
export function isNumber(term: Term, value: number): boolean {
  return term.kind === 'number' && rationals.equals(term.value, rationals.rational(value));
}

/** Sum with sums flattened and like terms collected; terms keep the order in which they first appear. */
export function add(...terms: readonly Term[]): Term {
  let constant = rationals.ZERO;
  const like = new Map<string, { coefficient: Rational; rest: Term }>();
  for (const term of terms.flatMap(addends)) {
    const { coefficient, rest } = split(term);
    if (rest === null) {
      constant = rationals.add(constant, coefficient);
      continue;
    }
    const known = like.get(rest.key);
    if (known) known.coefficient = rationals.add(known.coefficient, coefficient);
    else like.set(rest.key, { coefficient, rest });
  }
  const collected = [...like.values()]
    .filter(({ coefficient }) => rationals.sign(coefficient) !== 0)
    .map(({ coefficient, rest }) => scale(coefficient, rest));
  if (rationals.sign(constant) !== 0) collected.push(number(constant));
  const [first] = collected;
  if (!first) return ZERO;
  return collected.length === 1 ? first : rawAdd(leadWithConstant(terms, collected));
}

/** Difference. */
export function subtract(left: Term, right: Term): Term {
  return add(left, negative(right));
}

/** Negation. */
export function negative(term: Term): Term {
  return multiply(MINUS_ONE, term);
}

/** Product with products flattened, numbers gathered and powers of one base joined. */
export function multiply(...terms: readonly Term[]): Term {
  let coefficient = rationals.ONE;
  const powers = new Map<string, { base: Term; exponents: Term[] }>();
  for (const term of terms) {
    const parts = term.kind === 'multiply' ? term.factors : [term];
    if (term.kind === 'multiply') coefficient = rationals.multiply(coefficient, term.coefficient);
    for (const part of parts) {
      if (part.kind === 'number') coefficient = rationals.multiply(coefficient, part.value);
      else if (gather(powers, part) === 'negated') coefficient = rationals.negative(coefficient);
    }
  }
  if (rationals.sign(coefficient) === 0) return ZERO;
  const factors: Term[] = [];
  for (const { base, exponents } of powers.values()) {
    const factor = exponents.length === 1 && exponents[0] === ONE ? base : power(base, add(...exponents));
    if (factor.kind === 'number') coefficient = rationals.multiply(coefficient, factor.value);
    else if (factor.kind === 'multiply') {
      coefficient = rationals.multiply(coefficient, factor.coefficient);
      factors.push(...factor.factors);
    } else factors.push(factor);
  }
  return product(coefficient, factors);
}

/** Quotient. */
export function divide(left: Term, right: Term): Term {
  return multiply(left, power(right, MINUS_ONE));
}

/** Power; whole exponents go into products and powers, numbers are computed where that is exact and small. */
export function power(base: Term, exponent: Term): Term {
  if (isNumber(exponent, 0)) return ONE;
  if (isNumber(exponent, 1) || isNumber(base, 1)) return base;
  const whole = exponent.kind === 'number' && rationals.isInteger(exponent.value) ? rationals.toNumber(exponent.value) : null;
  if (whole === null || Math.abs(whole) > 64) return rawPower(base, exponent);
  if (base.kind === 'number')
    return rationals.sign(base.value) === 0 ? (whole > 0 ? ZERO : rawPower(base, exponent)) : number(rationals.power(base.value, whole));
  if (base.kind === 'delta' && whole > 0) return base;
  if (base.kind === 'power') return power(base.base, multiply(base.exponent, exponent));
  if (base.kind === 'multiply') {
    const scaled = number(rationals.power(base.coefficient, whole));
    return multiply(scaled, ...base.factors.map((factor) => power(factor, exponent)));
  }
  if (base.kind === 'apply' && base.op === 'sqrt' && whole % 2 === 0)
    return power(base.args[0] ?? ONE, number(rationals.rational(whole / 2)));
  if (base.kind === 'apply' && base.op === 'abs' && whole % 2 === 0 && whole > 0) return power(base.args[0] ?? ONE, exponent);
  return rawPower(base, exponent);
}

/** An op that the algebra has no form of its own for. */
export function apply(op: string, args: readonly Term[], attributes: Attributes = {}): Term {
  const [x, y, z] = args;
  if (x && y && z && (op === 'where' || op === 'select')) {
    if (y.key === z.key) return y;
    if (x.kind === 'number') return isNumber(x, 0) ? z : y;
    return rawApply('where', args, {});
  }
  return rawApply(op, args, attributes);
}

/** Addends of a term: those of a sum, also when a number multiplies the sum. */
export function addends(term: Term): readonly Term[] {
  if (term.kind === 'add') return term.terms;
  const [factor] = term.kind === 'multiply' && term.factors.length === 1 ? term.factors : [];
  if (term.kind !== 'multiply' || factor?.kind !== 'add') return [term];
  return factor.terms.map((part) => scale(term.coefficient, part));
}

/** A term as number times rest; the rest of a number is null. */
export function split(term: Term): { coefficient: Rational; rest: Term | null } {
  if (term.kind === 'number') return { coefficient: term.value, rest: null };
  if (term.kind === 'multiply') return { coefficient: term.coefficient, rest: product(rationals.ONE, term.factors) };
  return { coefficient: rationals.ONE, rest: term };
}

/** A number times a term. */
function scale(coefficient: Rational, term: Term): Term {
  if (term.kind === 'number') return number(rationals.multiply(coefficient, term.value));
  if (term.kind === 'multiply') return product(rationals.multiply(coefficient, term.coefficient), term.factors);
  return product(coefficient, [term]);
}

/** Base and exponent of a factor. */
export function asPower(term: Term): { base: Term; exponent: Term } {
  return term.kind === 'power' ? { base: term.base, exponent: term.exponent } : { base: term, exponent: ONE };
}

function product(coefficient: Rational, factors: readonly Term[]): Term {
  const [first] = factors;
  if (!first || rationals.sign(coefficient) === 0) return number(coefficient);
  return factors.length === 1 && rationals.equals(coefficient, rationals.ONE) ? first : rawMultiply(coefficient, factors);
}

/** Adds a factor to the powers; `b - a` joins a known `a - b`, which may negate the product. */
function gather(powers: Map<string, { base: Term; exponents: Term[] }>, part: Term): 'negated' | null {
  const { base, exponent } = asPower(part);
  const known = powers.get(base.key);
  const opposite = known || base.kind !== 'add' || !isWhole(exponent) ? undefined : oppositeOf(base, powers);
  if (known) known.exponents.push(exponent);
  else if (opposite) opposite.exponents.push(exponent);
  else powers.set(base.key, { base, exponents: [exponent] });
  return opposite && !isWhole(multiply(exponent, number(rationals.rational(1, 2)))) ? 'negated' : null;
}

/** What is known of a sum's opposite; it is written out only where a sum of as many terms is known. */
function oppositeOf<T extends { readonly base: Term }>(sum: TermOf<'add'>, powers: ReadonlyMap<string, T>): T | undefined {
  for (const { base } of powers.values())
    if (base.kind === 'add' && base.terms.length === sum.terms.length) return powers.get(add(...sum.terms.map(negative)).key);
  return undefined;
}

function isWhole(term: Term): boolean {
  return term.kind === 'number' && rationals.isInteger(term.value);
}

/** `1 - p` is written so, not `-p + 1`: the constant leads where the author's first addend was a number. */
function leadWithConstant(given: readonly Term[], collected: readonly Term[]): readonly Term[] {
  const last = collected[collected.length - 1];
  const leads = given[0]?.kind === 'number' || (given[0]?.kind === 'add' && given[0].terms[0]?.kind === 'number');
  return last?.kind === 'number' && leads ? [last, ...collected.slice(0, -1)] : collected;
}
