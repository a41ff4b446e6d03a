import * as I from '../../numerics/interval';
import { Derivatives } from '../scalar/derivative';
import { substitute } from '../scalar/rebuild';
import { Composition } from './composition';
import { degreeOf } from './degree';
import type { Prover, Question } from './question';
import { isAffine } from './shape';

/** Reductions of a question over all values of a parameter to a few values of it. */
export function parameterProof(question: Question, prove: Prover): string | null {
  const { term, variables, values } = question;
  for (const name of term.free) {
    if (variables.includes(name) || values.has(name)) continue;
    const proof = endsProof(question, name, prove) ?? signsProof(question, name, prove);
    if (proof) return proof;
  }
  return null;
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
