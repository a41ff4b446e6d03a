import * as I from '../../numerics/interval';
import * as Q from '../../numerics/rational';
import { Derivatives } from '../scalar/derivative';
import { substitute } from '../scalar/rebuild';
import type { Term, Weighted } from '../scalar/term';
import { dependsOn, factorsOf, partsOf } from '../scalar/term';
import { Composition } from './composition';
import { degreeOf } from './degree';
import type { Prover, Question } from './question';
import { isAffine } from './shape';

/** Reductions of a question over all values of a parameter to a few values of it. */
export function parameterProof(question: Question, prove: Prover): string | null {
  const { term, variables, values } = question;
  const factored = factorProof(question, prove);
  if (factored) return factored;
  for (const name of term.free) {
    if (variables.includes(name) || values.has(name)) continue;
    const proof = endsProof(question, name, prove) ?? signsProof(question, name, prove);
    if (proof) return proof;
  }
  return null;
}

/** A factor of parameters alone that has one sign goes out of the question. */
function factorProof(question: Question, prove: Prover): string | null {
  const { algebra, term, variables } = question;
  const { constant, parts } = partsOf(term);
  const [only] = parts;
  if (!only || parts.length > 1 || constant.numerator !== 0n) return null;
  const isLive = (factor: Weighted): boolean => dependsOn(factor.term, variables);
  const factors = factorsOf(only.term);
  const scale = algebra.range(algebra.product(factors.filter((f) => !isLive(f))));
  const sign = (I.isNonNegative(scale) ? 1 : I.isNonPositive(scale) ? -1 : 0) * Q.sign(only.weight);
  const live = algebra.product(factors.filter(isLive));
  if (sign === 0 || factors.every(isLive)) return null;
  return prove({ ...question, term: sign > 0 ? live : algebra.negative(live), depth: question.depth + 1 });
}

/** How some terms are proved, all of them; null as soon as one is not. */
function proofOfAll(terms: Iterable<Term>, question: Question, prove: Prover): string | null {
  const proofs = new Set<string>();
  for (const term of terms) {
    const proof = prove({ ...question, term, depth: question.depth + 1 });
    if (proof === null) return null;
    proofs.add(proof);
  }
  return [...proofs].join('; ');
}

function at({ algebra, term }: Question, name: string, value: number): Term {
  return substitute(algebra, term, new Map([[name, algebra.number(value)]]));
}

/** A function that is affine in a parameter is a mean of those at the ends of its interval; towards infinity the slope counts. */
function endsProof(question: Question, name: string, prove: Prover): string | null {
  const { algebra, term } = question;
  if (!isAffine(new Composition(algebra, [name]).of(term))) return null;
  const { lo, hi } = algebra.range(algebra.variable(name));
  const ends = [lo, hi].filter(Number.isFinite);
  if (ends.length === 0) return null;
  const proof = proofOfAll(endsOf(question, name, ends), question, prove);
  return proof === null ? null : `affine in ${name}, proved at its ends: ${proof}`;
}

function* endsOf(question: Question, name: string, ends: readonly number[]): Generator<Term> {
  for (const end of ends) yield at(question, name, end);
  const { algebra, term } = question;
  const { lo, hi } = algebra.range(algebra.variable(name));
  if (lo !== -Infinity && hi !== Infinity) return;
  const slope = new Derivatives(algebra, name).of(term);
  yield lo === -Infinity ? algebra.negative(slope) : slope;
}

/** A function that is homogeneous in a parameter alone has the shape that it has at 1, 0 and -1. */
function signsProof(question: Question, name: string, prove: Prover): string | null {
  const { algebra, term } = question;
  if (degreeOf(term, [name]) === null) return null;
  const range = algebra.range(algebra.variable(name));
  const cases = [...(range.hi > 0 ? [1] : []), ...(range.lo < 0 ? [-1] : []), ...(I.contains(range, 0) ? [0] : [])];
  const proof = proofOfAll(casesOf(question, name, cases), question, prove);
  return proof === null ? null : `homogeneous in ${name}, proved at ${name} = ${cases.join(', ')}: ${proof}`;
}

function* casesOf(question: Question, name: string, values: readonly number[]): Generator<Term> {
  for (const value of values) yield at(question, name, value);
}
