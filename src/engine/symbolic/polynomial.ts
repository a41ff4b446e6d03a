import * as rationals from '../numerics/rational';
import { ONE, add, asPower, isNumber, literal, multiply, power, split } from './algebra';
import { mapParts, rewrite } from './rewrite';
import type { Term } from './term';
import { number } from './term';

/** Products that would have more addends than this are not multiplied out. */
const MAX_ADDENDS = 48;
const MAX_ROUNDS = 4;
/** Nodes of terms looked at for shorter forms. */
const MAX_STEPS = 20_000;

/** The shortest of the forms that multiplying out, gathering common factors and the identities lead to, within a budget of steps. */
export function simplify(term: Term): Term {
  const shortener = new Shortener();
  let current = rewrite(term);
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const next = rewrite(shortener.shorten(current));
    if (next.key === current.key) break;
    current = next;
  }
  return current;
}

class Shortener {
  private readonly memo = new Map<string, Term>();
  private steps = 0;

  /** The shortest form found; the term itself once the steps are used up. */
  shorten(term: Term): Term {
    const known = this.memo.get(term.key);
    if (known) return known;
    this.steps += term.size;
    if (this.steps > MAX_STEPS) return term;
    const inner = mapParts(term, (part) => this.shorten(part));
    const best = this.formsOf(inner).reduce((shortest, form) => (weight(form) < weight(shortest) ? form : shortest), inner);
    this.memo.set(term.key, best);
    return best;
  }

  private formsOf(term: Term): Term[] {
    if (term.kind !== 'add' && term.kind !== 'multiply' && term.kind !== 'power') return [];
    const gathered = factored(term);
    const forms =
      gathered.key === term.key ? [] : [gathered.size <= term.size ? mapParts(gathered, (part) => this.shorten(part)) : gathered];
    const expanded = multipliedOut(term);
    return expanded ? [...forms, expanded, factored(expanded)] : forms;
  }
}

/** How long a term reads: nodes, and each sign and factor in front. */
function weight(term: Term): number {
  switch (term.kind) {
    case 'number':
      return 1;
    case 'add':
      return term.terms.reduce((sum, t) => sum + weight(t) + 0.5, 0);
    case 'multiply':
      return (
        (rationals.equals(term.coefficient, rationals.ONE) ? 0 : rationals.equals(term.coefficient, rationals.rational(-1)) ? 0.4 : 1) +
        term.factors.reduce((sum, t) => sum + weight(t), 0.2)
      );
    case 'power':
      return weight(term.base) + (isNumber(term.exponent, -1) ? 0.5 : weight(term.exponent) * 0.5 + 1.25);
    case 'apply':
      return term.args.reduce((sum, t) => sum + weight(t), 1);
    case 'reduce':
    case 'along':
      return weight(term.body) + 1;
    case 'whole':
      return term.operands.reduce((sum, { body }) => sum + weight(body), 1);
    default:
      return 1;
  }
}

/** A sum of products; null where there is nothing to multiply out, or too much. */
function multipliedOut(term: Term): Term | null {
  const products = productsOf(term);
  return products && products.length > 1 ? add(...products) : null;
}

function productsOf(term: Term): Term[] | null {
  if (term.kind === 'add') {
    const all = term.terms.map((t) => productsOf(t));
    const flat = all.flatMap((products) => products ?? []);
    return all.includes(null) || flat.length > MAX_ADDENDS ? null : flat;
  }
  if (term.kind !== 'multiply' && term.kind !== 'power') return [term];
  const factors = term.kind === 'multiply' ? term.factors : [term];
  let products: Term[] = [term.kind === 'multiply' ? number(term.coefficient) : ONE];
  for (const factor of factors) {
    const choices = choicesOf(factor);
    if (products.length * choices.length > MAX_ADDENDS) return null;
    products = products.flatMap((product) => choices.map((choice) => multiply(product, choice)));
  }
  return products;
}

/** Addends of a factor: a small whole power of a sum is multiplied out. */
function choicesOf(factor: Term): readonly Term[] {
  const { base, exponent } = asPower(factor);
  if (base.kind !== 'add') return [factor];
  if (isNumber(exponent, 1)) return base.terms;
  if (isNumber(exponent, 2)) return base.terms.flatMap((left) => base.terms.map((right) => multiply(left, right)));
  return [factor];
}

/** What all addends share, taken out: a number, and each base to its smallest exponent. */
function factored(term: Term): Term {
  if (term.kind !== 'add') return term;
  const [first, ...rest] = term.terms.map(wholePowers);
  if (!first) return term;
  const common = [...first].flatMap(([key, { base, exponent }]) => {
    const exponents = [exponent, ...rest.map((powers) => powers.get(key)?.exponent ?? 0)];
    const least = Math.min(...exponents);
    return least === 0 || exponents.includes(0) ? [] : [power(base, literal(least))];
  });
  const content = contentOf(term.terms);
  if (common.length === 0 && isNumber(content, 1)) return term;
  const inverse = [content, ...common].map((factor) => power(factor, literal(-1)));
  return multiply(content, ...common, add(...term.terms.map((t) => multiply(t, ...inverse))));
}

/** Bases of a product with their whole exponents. */
function wholePowers(term: Term): ReadonlyMap<string, { base: Term; exponent: number }> {
  const factors = term.kind === 'multiply' ? term.factors : term.kind === 'number' ? [] : [term];
  return new Map(
    factors.map((factor) => {
      const { base, exponent } = asPower(factor);
      const whole = exponent.kind === 'number' && rationals.isInteger(exponent.value);
      return whole ? [base.key, { base, exponent: rationals.toNumber(exponent.value) }] : [factor.key, { base: factor, exponent: 1 }];
    }),
  );
}

/** The greatest whole number that divides every coefficient. */
function contentOf(terms: readonly Term[]): Term {
  const coefficients = terms.map((t) => split(t).coefficient);
  if (!coefficients.every((c) => rationals.isInteger(c))) return ONE;
  return number(rationals.rational(coefficients.reduce((all, c) => rationals.gcd(all, rationals.abs(c).numerator), 0n)));
}
