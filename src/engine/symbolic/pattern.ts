import * as rationals from '../numerics/rational';
import { add, multiply, negative } from './algebra';
import type { Term } from './term';
import { number } from './term';

/** What the wildcards of a pattern stand for. */
export type Bindings = ReadonlyMap<string, Term>;

/** A match: the bindings, and what is left of a sum or product that the pattern covers only in part. */
export interface Match {
  readonly bindings: Bindings;
  /** Puts the replacement in the place of what was matched. */
  replace(replacement: Term): Term;
}

/** Names that stand for any term in a pattern. */
const WILDCARDS = new Set(['a', 'b', 'c']);
const NONE: Bindings = new Map();

/** Matches a pattern against a term, or against some addends of a sum, either sign, or some factors of a product. */
export function matchTerm(pattern: Term, term: Term): Match | null {
  if (pattern.kind === 'add' && term.kind === 'add')
    return matchAddends(pattern.terms, term.terms) ?? matchNegated(pattern.terms, term.terms);
  if (pattern.kind === 'multiply' && term.kind === 'multiply')
    return matchFactors(pattern.factors, rationals.divide(term.coefficient, pattern.coefficient), term.factors);
  const bindings = match(pattern, term, NONE);
  return bindings && { bindings, replace: (replacement) => replacement };
}

function matchAddends(parts: readonly Term[], terms: readonly Term[]): Match | null {
  const found = matchSome(particular(parts), terms, NONE);
  return found && { bindings: found.bindings, replace: (replacement) => add(...found.rest, replacement) };
}

function matchNegated(parts: readonly Term[], terms: readonly Term[]): Match | null {
  const found = matchSome(particular(parts), terms.map(negative), NONE);
  return found && { bindings: found.bindings, replace: (replacement) => add(...found.rest.map(negative), negative(replacement)) };
}

function matchFactors(parts: readonly Term[], coefficient: rationals.Rational, factors: readonly Term[]): Match | null {
  const found = matchSome(particular(parts), factors, NONE);
  return found && { bindings: found.bindings, replace: (replacement) => multiply(number(coefficient), ...found.rest, replacement) };
}

/** Gives each part of a pattern a term of its own, by backtracking; the rest are the terms not used. */
function matchSome(
  parts: readonly Term[],
  terms: readonly Term[],
  bindings: Bindings,
): { bindings: Bindings; rest: readonly Term[] } | null {
  const [part, ...more] = parts;
  if (!part) return { bindings, rest: terms };
  for (const [i, term] of terms.entries()) {
    const matched = match(part, term, bindings);
    const found = matched && matchSome(more, terms.toSpliced(i, 1), matched);
    if (found) return found;
  }
  return null;
}

/** Parts with wildcards alone come last: what they stand for is settled by the others. */
function particular(parts: readonly Term[]): readonly Term[] {
  const isWild = (part: Term) => (part.kind === 'symbol' && WILDCARDS.has(part.name)) || isNegatedWildcard(part);
  return parts.some(isWild) ? [...parts.filter((p) => !isWild(p)), ...parts.filter(isWild)] : parts;
}

function match(pattern: Term, term: Term, bindings: Bindings): Bindings | null {
  if (pattern.kind === 'symbol' && WILDCARDS.has(pattern.name)) return bind(pattern.name, term, bindings);
  if (isNegatedWildcard(pattern)) return isNegative(term) ? match(negative(pattern), negative(term), bindings) : null;
  switch (pattern.kind) {
    case 'apply':
      return term.kind === 'apply' && term.op === pattern.op && Object.keys(term.attributes).length === 0
        ? matchAll(pattern.args, term.args, bindings)
        : null;
    case 'power':
      return term.kind === 'power' ? matchAll([pattern.base, pattern.exponent], [term.base, term.exponent], bindings) : null;
    case 'add':
      return term.kind === 'add' && term.terms.length === pattern.terms.length
        ? (matchSome(particular(pattern.terms), term.terms, bindings)?.bindings ?? null)
        : null;
    case 'multiply': {
      const fits =
        term.kind === 'multiply' &&
        term.factors.length === pattern.factors.length &&
        rationals.equals(term.coefficient, pattern.coefficient);
      return fits ? (matchSome(particular(pattern.factors), term.factors, bindings)?.bindings ?? null) : null;
    }
    default:
      return term.key === pattern.key ? bindings : null;
  }
}

function bind(name: string, term: Term, bindings: Bindings): Bindings | null {
  const known = bindings.get(name);
  if (known) return known.key === term.key ? bindings : null;
  return new Map([...bindings, [name, term]]);
}

function matchAll(patterns: readonly Term[], terms: readonly Term[], bindings: Bindings): Bindings | null {
  if (patterns.length !== terms.length) return null;
  return patterns.reduce<Bindings | null>((all, pattern, i) => all && match(pattern, terms[i] as Term, all), bindings);
}

/** `-a` matches what visibly is negative, `a` being its negative. */
function isNegatedWildcard(pattern: Term): boolean {
  if (pattern.kind !== 'multiply' || pattern.factors.length !== 1) return false;
  const [factor] = pattern.factors;
  return rationals.equals(pattern.coefficient, rationals.rational(-1)) && factor?.kind === 'symbol' && WILDCARDS.has(factor.name);
}

/** Whether a minus sign leads the term. */
export function isNegative(term: Term): boolean {
  if (term.kind === 'number') return rationals.sign(term.value) < 0;
  if (term.kind === 'multiply') return rationals.sign(term.coefficient) < 0;
  return term.kind === 'add' && term.terms[0] !== undefined && isNegative(term.terms[0]);
}
