import * as I from '../../numerics/interval';
import { rememberEach } from '../../ops/shared/remember';
import { Derivatives } from '../scalar/derivative';
import { substitute } from '../scalar/rebuild';
import { withoutPositiveFactors } from '../scalar/common-factors';
import { expand } from '../scalar/rules/expand';
import { isSmooth } from '../scalar/smoothness';
import type { Algebra, Term } from '../scalar/term';
import { Composition } from './composition';
import { hessianProof } from './hessian';
import { inversionProof } from './inversion';
import { parameterProof } from './parameters';
import { constantHessian, isPositiveSemidefinite } from './quadratic';
import { isBoundedBelow, mayAsk, type Question } from './question';
import { radialProof } from './radial';
import { perspectiveProof, ridgeProof, scalingProof } from './reductions';
import { piecesProof } from './seams';
import { componentsOf, separableProof } from './separable';
import { exactSign } from './sign';
import { summandsProof } from './summands';

const DEEPEST = 4;
/** Questions that one may lead to. */
const MOST_QUESTIONS = 200;
/** Evaluations of nodes that a branch and bound may cost. */
const EFFORT = 40000;

/** Proofs of a term by the rest of the question: reductions meet the same term in another order. */
const proofsOf = rememberEach((_term: Term) => new Map<string, string | null>());

/** The steps of a proof that a term is convex, as a sentence part; null when none was found. */
export function proveConvex(question: Question): string | null {
  const { term, variables, values, depth } = question;
  const proofs = proofsOf(term);
  const key = `${depth} ${variables.join()} ${[...values.keys()].join()}`;
  const known = proofs.get(key);
  const proof = known === undefined ? soughtProof(question) : known;
  proofs.set(key, proof);
  return proof;
}

function soughtProof(question: Question): string | null {
  const { algebra, term, variables, depth } = question;
  const live = variables.filter((name) => term.free.has(name));
  if (live.length === 0) return 'constant';
  if (depth > DEEPEST || !mayAsk(question, MOST_QUESTIONS)) return null;
  if (new Composition(algebra, live).of(term).convex) return 'composition rule';
  const narrowed = { ...question, variables: live };
  const cases = casesProof(narrowed);
  if (cases !== null) return cases || null;
  return quadraticProof(narrowed) ?? expandedProof(narrowed) ?? (live.length === 1 ? univariateProof(narrowed) : jointProof(narrowed));
}

const MOST_CASES = 24;

/** A parameter with few values is set to each of them; '' when one case is not proved, null when there is no such parameter. */
function casesProof(question: Question): string | null {
  const { algebra, term, values } = question;
  const [name, list] = [...values].find(([n, v]) => term.free.has(n) && v.length <= MOST_CASES) ?? [];
  if (name === undefined || list === undefined || componentsOf(term, question.variables).length > 1) return null;
  const rest = new Map([...values].filter(([n]) => n !== name));
  const proofs = new Set<string>();
  for (const value of list) {
    const fixed = substitute(algebra, term, new Map([[name, algebra.number(value)]]));
    const proof = proveConvex({ ...question, term: fixed, values: rest });
    if (proof === null) return '';
    proofs.add(proof);
  }
  return `for each value of ${name}: ${[...proofs].join('; ')}`;
}

function expandedProof(question: Question): string | null {
  const { algebra, term } = question;
  const expanded = expand(algebra, term);
  if (expanded === term) return null;
  return new Composition(algebra, question.variables).of(expanded).convex ? 'composition rule after multiplying out' : null;
}

function quadraticProof({ algebra, term, variables }: Question): string | null {
  if (!isSmooth(algebra, term, variables) || variables.length > 8) return null;
  const hessian = constantHessian(algebra, term, variables);
  return hessian && isPositiveSemidefinite(hessian) ? 'a quadratic with positive semidefinite Hessian' : null;
}

function univariateProof(question: Question): string | null {
  const { algebra, term, variables } = question;
  const [variable] = variables as [string];
  const parameters = [...term.free].filter((name) => name !== variable);
  const smooth = isSmooth(algebra, term, variables);
  const second = smooth ? secondDerivative(algebra, term, variable) : null;
  if (second && isNonNegativeByRange(algebra, second)) return 'second derivative ≥ 0 by its range';
  if (parameters.length === 0) {
    const proof = second ? signProof(question, second, variable) : piecesProof(question, proveConvex);
    return proof ?? inversionProof(question, proveConvex);
  }
  const reduced =
    ridgeProof(question, proveConvex) ??
    scalingProof(question, proveConvex) ??
    summandsProof(question, proveConvex) ??
    parameterProof(question, proveConvex);
  if (reduced) return reduced;
  const joint = jointReductions({ ...question, variables: [variable, ...parameters] });
  if (joint) return `jointly with the other parameters: ${joint}`;
  return second && boundedProof(question, second, [variable, ...parameters]);
}

function secondDerivative(algebra: Algebra, term: Term, variable: string): Term {
  const derivatives = new Derivatives(algebra, variable);
  return withoutPositiveFactors(algebra, derivatives.of(derivatives.of(term)));
}

function isNonNegativeByRange(algebra: Algebra, term: Term): boolean {
  const range = algebra.range(term);
  return I.isNonNegative(range) && !range.nan;
}

function signProof(question: Question, second: Term, variable: string): string | null {
  const { algebra } = question;
  const exact = exactSign(second, variable, algebra.range(algebra.variable(variable)));
  if (exact) return exact.kind === 'constant' && exact.sign >= 0 ? `second derivative ≥ 0: ${exact.how}` : null;
  return boundedProof(question, second, [variable]);
}

function boundedProof(question: Question, second: Term, names: readonly string[]): string | null {
  return isBoundedBelow(question, second, names, EFFORT) ? 'second derivative ≥ 0 by interval branch and bound' : null;
}

function jointProof(question: Question): string | null {
  return (
    separableProof(question, proveConvex) ??
    jointReductions(question) ??
    summandsProof(question, proveConvex) ??
    parameterProof(question, proveConvex) ??
    hessianProof(question)
  );
}

function jointReductions(question: Question): string | null {
  return ridgeProof(question, proveConvex) ?? radialProof(question, proveConvex) ?? perspectiveProof(question, proveConvex);
}
