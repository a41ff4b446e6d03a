import { once } from '../ops/shared/remember';
import { assumed, opposite } from './assume';
import { MINUS_ONE, ONE, add, apply, asPower, isNumber, multiply, power, subtract } from './algebra';
import { IDENTITIES } from './identities';
import { readFormula } from './mathjs';
import type { Bindings } from './pattern';
import { isNegative, matchTerm } from './pattern';
import { placeOf } from './places';
import { along, reduce, same, substitute } from './reduction';
import type { Place, Term } from './term';
import { count, isData, number, placeKey, symbol, whole } from './term';

/** Passes over one node; every rule makes a term simpler or names it, so that few are ever needed. */
const MAX_ROUNDS = 12;

const NO_NAMES: ReadonlyMap<string, Term> = new Map();

interface Rule {
  readonly left: Term;
  readonly right: Term;
}

const rules = once((): readonly Rule[] =>
  IDENTITIES.map(([left, right]) => ({ left: readFormula(left, NO_NAMES), right: readFormula(right, NO_NAMES) })),
);

/** Applies the identities everywhere, from the leaves up. */
export function rewrite(term: Term, memo = new Map<string, Term>()): Term {
  const known = memo.get(term.key);
  if (known) return known;
  let current = mapParts(term, (part) => rewrite(part, memo));
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const next = step(current);
    if (!next || next.key === current.key) break;
    current = next;
  }
  memo.set(term.key, current);
  return current;
}

/** The term built anew from its changed parts; itself where none changes. */
export function mapParts(term: Term, change: (part: Term) => Term): Term {
  let changed = false;
  const inner = (part: Term): Term => {
    const after = change(part);
    changed ||= after !== part;
    return after;
  };
  const place = (at: Place): Place => (isData(at) ? placeOf(inner(at)) : at);
  const rebuilt = builtOf(term, inner, place);
  return changed ? rebuilt() : term;
}

/** Changes the parts of a term, and gives what builds it of them. */
function builtOf(term: Term, inner: (part: Term) => Term, place: (at: Place) => Place): () => Term {
  switch (term.kind) {
    case 'add': {
      const terms = term.terms.map(inner);
      return () => add(...terms);
    }
    case 'multiply': {
      const factors = term.factors.map(inner);
      return () => multiply(number(term.coefficient), ...factors);
    }
    case 'power': {
      const [base, exponent] = [inner(term.base), inner(term.exponent)];
      return () => power(base, exponent);
    }
    case 'apply': {
      const args = term.args.map(inner);
      return () => apply(term.op, args, term.attributes);
    }
    case 'reduce': {
      const body = inner(term.body);
      return () => reduce(term.op, term.indices, body, term.attributes);
    }
    case 'along': {
      const [body, at] = [inner(term.body), place(term.at)];
      return () => along(term.op, term.index, body, at);
    }
    case 'whole': {
      const operands = term.operands.map((one) => ({ ...one, body: inner(one.body) }));
      const at = term.at.map(place);
      return () => whole(term.op, operands, term.attributes, at, term.sizes);
    }
    default:
      return builtOfPlaces(term, place);
  }
}

/** The same of terms whose parts are places. */
function builtOfPlaces(term: Term, place: (at: Place) => Place): () => Term {
  if (term.kind === 'symbol') {
    const at = term.at.map(place);
    return () => symbol(term.name, at);
  }
  if (term.kind !== 'delta') return () => term;
  const [left, right] = [place(term.left), place(term.right)];
  return () => same(left, right);
}

function step(term: Term): Term | null {
  return (
    truth(term) ?? named(term) ?? reflected(term) ?? conjoined(term) ?? sided(term) ?? softmaxOf(term) ?? logsumexpOf(term) ?? meanOf(term)
  );
}

/** Ops whose result is a truth value already. */
const TRUTHS = new Set([
  'less',
  'less_equal',
  'greater',
  'greater_equal',
  'equal',
  'not_equal',
  'logical_and',
  'logical_or',
  'logical_not',
  'isnan',
  'isinf',
  'isfinite',
]);

function truth(term: Term): Term | null {
  if (term.kind !== 'apply') return null;
  const [x, y] = term.args;
  if (!x || !isTruth(x)) return null;
  if (term.op === 'to_bool') return x;
  const compared = y?.kind === 'number' && (isNumber(y, 0) || isNumber(y, 1)) && (term.op === 'equal' || term.op === 'not_equal');
  if (!compared) return null;
  return isNumber(y, 1) === (term.op === 'equal') ? x : opposite(x);
}

function isTruth(term: Term): boolean {
  return term.kind === 'delta' || (term.kind === 'apply' && TRUTHS.has(term.op));
}

function named(term: Term): Term | null {
  for (const { left, right } of rules()) {
    if (!sameHead(left, term)) continue;
    const match = matchTerm(left, term);
    if (match) return match.replace(instantiate(right, match.bindings));
  }
  return null;
}

function sameHead(pattern: Term, term: Term): boolean {
  return pattern.kind === term.kind && (pattern.kind !== 'apply' || (term.kind === 'apply' && term.op === pattern.op));
}

function instantiate(term: Term, bindings: Bindings): Term {
  if (term.kind === 'symbol') return bindings.get(term.name) ?? term;
  return mapParts(term, (part) => instantiate(part, bindings));
}

/** σ(-z) is 1 - σ(z), so that both sides of a binary loss speak of one number. */
function reflected(term: Term): Term | null {
  const [x] = term.kind === 'apply' && term.op === 'sigmoid' ? term.args : [];
  return x && isNegative(x) ? subtract(ONE, apply('sigmoid', [multiply(MINUS_ONE, x)])) : null;
}

/** Nested conditions with the same zero side are one condition. */
function conjoined(term: Term): Term | null {
  if (term.kind !== 'apply' || term.op !== 'where') return null;
  const [condition, inner, zero] = term.args;
  if (!condition || inner?.kind !== 'apply' || inner.op !== 'where' || !zero || !isNumber(zero, 0)) return null;
  const [second, value, otherwise] = inner.args;
  if (!second || !value || !otherwise || !isNumber(otherwise, 0)) return null;
  return apply('where', [apply('logical_and', [condition, second]), value, zero]);
}

/** Inside of a choice the same condition is settled. */
function sided(term: Term): Term | null {
  const [condition, yes, no] = term.kind === 'apply' && term.op === 'where' ? term.args : [];
  if (!condition || !yes || !no) return null;
  const [there, here] = [put(yes, assumed(condition, true)), put(no, assumed(condition, false))];
  return there === yes && here === no ? null : rewrite(apply('where', [condition, there, here]));
}

/** The term with others for the parts of these keys. */
function put(term: Term, others: ReadonlyMap<string, Term>): Term {
  const other = others.get(term.key);
  if (other) return other;
  return [...others.keys()].some((key) => term.key.includes(key)) ? mapParts(term, (part) => put(part, others)) : term;
}

/** exp(zᵢ) / Σⱼ exp(zⱼ) is softmax(z)ᵢ. */
function softmaxOf(term: Term): Term | null {
  if (term.kind !== 'multiply') return null;
  for (const exponential of term.factors) {
    if (exponential.kind !== 'apply' || exponential.op !== 'exp') continue;
    for (const denominator of term.factors) {
      const share = shareOf(exponential.args[0] ?? ONE, denominator);
      if (share) return multiply(number(term.coefficient), ...term.factors.filter((f) => f !== exponential && f !== denominator), share);
    }
  }
  return null;
}

function shareOf(logit: Term, denominator: Term): Term | null {
  const { base, exponent } = asPower(denominator);
  if (!isNumber(exponent, -1) || base.kind !== 'reduce' || base.op !== 'sum') return null;
  const [index, ...more] = base.indices;
  const logits = exponentOf(base.body);
  if (!index || more.length > 0 || !logits) return null;
  const at = placesOf(logit).find((place) => substitute(logits, new Map([[index.id, place]])).key === logit.key);
  return at === undefined ? null : along('softmax', index, logits, at);
}

/** log Σ exp(z) is logsumexp(z). */
function logsumexpOf(term: Term): Term | null {
  const [x] = term.kind === 'apply' && term.op === 'log' ? term.args : [];
  if (!x) return null;
  const sum = x.kind === 'reduce' && x.op === 'sum' ? x : null;
  const exponent = sum && exponentOf(sum.body);
  return sum && exponent ? reduce('logsumexp', sum.indices, exponent) : null;
}

/** A sum over as many elements as it is divided by is a mean. */
function meanOf(term: Term): Term | null {
  if (term.kind !== 'multiply') return null;
  for (const sum of term.factors) {
    if (sum.kind !== 'reduce' || sum.op !== 'sum') continue;
    const divisor = power(count(sum.indices), MINUS_ONE);
    const rest = term.factors.filter((f) => f !== sum && f.key !== divisor.key);
    if (rest.length + 2 === term.factors.length) return multiply(number(term.coefficient), ...rest, reduce('mean', sum.indices, sum.body));
  }
  return null;
}

function exponentOf(term: Term): Term | null {
  return term.kind === 'apply' && term.op === 'exp' ? (term.args[0] ?? null) : null;
}

/** Places at which elements of parameters stand in a term. */
function placesOf(term: Term): Place[] {
  const places = new Map<string, Place>();
  const visit = (t: Term): Term => {
    const at: readonly Place[] = t.kind === 'symbol' || t.kind === 'whole' ? t.at : t.kind === 'along' ? [t.at] : [];
    for (const place of at) places.set(placeKey(place), place);
    return mapParts(t, visit);
  };
  visit(term);
  return [...places.values()];
}
