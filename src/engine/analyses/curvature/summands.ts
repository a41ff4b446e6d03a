import * as Q from '../../numerics/rational';
import { TermAlgebra } from '../scalar/algebra';
import { rebuild } from '../scalar/rebuild';
import { inOrder } from '../scalar/tape';
import type { Term, Weighted } from '../scalar/term';
import { dependsOn, partsOf } from '../scalar/term';
import { Composition } from './composition';
import { freshName } from '../scalar/fresh-name';
import type { Prover, Question } from './question';
import { descriptionOf, patternOf } from './separable';
import { isAffine } from './shape';

const MOST_SUMMANDS = 64;
const MOST_nameS = 3;

/** A sum whose terms are convex by the composition rule, or each a function of one form that is affine whatever its coefficients. */
export function summandsProof(question: Question, prove: Prover): string | null {
  const { algebra, term, variables } = question;
  const composition = new Composition(algebra, variables);
  const open = partsOf(term).parts.filter(({ weight, term: part }) => {
    const { convex, concave } = composition.of(part);
    return weight.numerator < 0n ? !concave : !convex;
  });
  if (open.length > MOST_SUMMANDS) return null;
  const proofs = new Map<string, string>();
  for (const part of open) {
    const own = { ...question, term: algebra.sum(Q.ZERO, [part]) };
    const key = patternOf(own.term, (name) => descriptionOf(question, name));
    if (proofs.has(key)) continue;
    const proof = formProof(own, composition, prove);
    if (!proof) return null;
    proofs.set(key, proof);
  }
  return `each term a function of one affine form: ${[...new Set(proofs.values())].join('; ')}`;
}

/** f(x) = g(a·x + b) with parameters in a and b: convex when g is, on the range of the form. */
function formProof(question: Question, composition: Composition, prove: Prover): string | null {
  const { algebra, term, variables } = question;
  const varying = (node: Term): readonly Weighted[] => partsOf(node).parts.filter((part) => composition.varies(part.term));
  const forms = inOrder(term).filter((node) => node.op === 'sum' && composition.varies(node) && isAffine(composition.of(node)));
  const name = freshName(algebra);
  for (const core of forms.slice(0, MOST_nameS).map(varying)) {
    const inner = new TermAlgebra(new Map([...algebra.domains, [name, algebra.range(algebra.sum(Q.ZERO, core))]]));
    const replace = (node: Term): Term | null => {
      const ratio = node.op === 'sum' ? ratioOf(varying(node), core) : null;
      if (!ratio) return null;
      const rest = partsOf(node).parts.filter((part) => !composition.varies(part.term));
      const kept = rest.map(({ weight, term: part }) => ({ weight, term: rebuild(inner, part) }));
      return inner.sum(node.constant, [{ weight: ratio, term: inner.variable(name) }, ...kept]);
    };
    const slice = rebuild(inner, term, replace);
    if (dependsOn(slice, variables)) continue;
    return prove({ ...question, algebra: inner, term: slice, variables: [name], depth: question.depth + 1 });
  }
  return null;
}

/** What the parts are a multiple of the others by. */
function ratioOf(parts: readonly Weighted[], core: readonly Weighted[]): Q.Rational | null {
  const [first] = parts;
  const [base] = core;
  if (!first || !base || parts.length !== core.length) return null;
  const weights = new Map(core.map(({ term, weight }) => [term, weight]));
  const own = weights.get(first.term);
  const ratio = own ? Q.divide(first.weight, own) : null;
  const fits =
    ratio && parts.every(({ term, weight }) => weights.has(term) && Q.equals(weight, Q.multiply(ratio, weights.get(term) as Q.Rational)));
  return fits ? ratio : null;
}
