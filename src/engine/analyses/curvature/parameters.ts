import * as I from '../../numerics/interval';
import * as Q from '../../numerics/rational';
import { Derivatives } from '../scalar/derivative';
import { substitute } from '../scalar/rebuild';
import type { Weighted } from '../scalar/term';
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

function at(question: Question, name: string, value: number, prove: Prover): string | null {
  const { algebra, term } = question;
  return prove({ ...question, term: substitute(algebra, term, new Map([[name, algebra.number(value)]])), depth: question.depth + 1 });
}

/** A function that is affine in a parameter is a mean of those at the ends of its interval; towards infinity the slope counts. */
function endsProof(question: Question, name: string, prove: Prover): string | null {
  const { algebra, term } = question;
  if (!isAffine(new Composition(algebra, [name]).of(term))) return null;
  const { lo, hi } = algebra.range(algebra.variable(name));
  const ends = [lo, hi].filter(Number.isFinite);
  if (ends.length === 0) return null;
  const slope = new Derivatives(algebra, name).of(term);
  const far = lo === -Infinity ? algebra.negative(slope) : hi === Infinity ? slope : null;
  const proofs = [
    ...ends.map((end) => at(question, name, end, prove)),
    ...(far ? [prove({ ...question, term: far, depth: question.depth + 1 })] : []),
  ];
  return proofs.every((p) => p !== null) ? `affine in ${name}, proved at its ends: ${[...new Set(proofs)].join('; ')}` : null;
}

/** A function that is homogeneous in a parameter alone has the shape that it has at 1, 0 and -1. */
function signsProof(question: Question, name: string, prove: Prover): string | null {
  const { algebra, term } = question;
  if (degreeOf(term, [name]) === null) return null;
  const range = algebra.range(algebra.variable(name));
  const cases = [...(range.hi > 0 ? [1] : []), ...(range.lo < 0 ? [-1] : []), ...(I.contains(range, 0) ? [0] : [])];
  const proofs = cases.map((value) => at(question, name, value, prove));
  return proofs.every((p) => p !== null)
    ? `homogeneous in ${name}, proved at ${name} = ${cases.join(', ')}: ${[...new Set(proofs)].join('; ')}`
    : null;
}
