import type { Interval } from '../../numerics/interval';
import * as I from '../../numerics/interval';
import * as Q from '../../numerics/rational';
import { TermAlgebra } from '../scalar/algebra';
import { Derivatives } from '../scalar/derivative';
import { rebuild, substitute } from '../scalar/rebuild';
import { expand } from '../scalar/rules/expand';
import { inOrder } from '../scalar/tape';
import type { Algebra, Term, Weighted } from '../scalar/term';
import { dependsOn, partsOf } from '../scalar/term';
import { boundBelow } from './branch-and-bound';
import { Composition } from './composition';
import { degreeOf } from './degree';
import { constantHessian, isPositiveSemidefinite } from './quadratic';
import { exactSign, withoutPositiveFactors } from './sign';
import { isSmooth } from './smoothness';

/** A question: is the term convex in the variables, whatever values the rest of its domain takes? */
export interface Question {
  readonly algebra: Algebra;
  readonly term: Term;
  readonly variables: readonly string[];
  readonly depth: number;
}

const DEEPEST = 4;
const BOXES = 1200;
const BOXES_IN_SPACE = 900;

/** The steps of a proof that a term is convex, as a sentence part; null when none was found. */
export function proveConvex(question: Question): string | null {
  const { algebra, term, variables, depth } = question;
  const live = variables.filter((name) => term.free.has(name));
  if (live.length === 0) return 'constant';
  if (depth > DEEPEST) return null;
  if (new Composition(algebra, live).of(term).convex) return 'composition rule';
  const narrowed = { ...question, variables: live };
  return quadraticProof(narrowed) ?? (live.length === 1 ? univariateProof(narrowed) : jointProof(narrowed)) ?? expandedProof(narrowed);
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
  if (isSmooth(algebra, term, variables)) {
    const proof = secondDerivativeProof(algebra, term, variable, parameters);
    if (proof) return proof;
  }
  if (parameters.length === 0) return null;
  const joint = jointReductions({ ...question, variables: [variable, ...parameters] });
  return joint && `jointly with the other parameters: ${joint}`;
}

function secondDerivativeProof(algebra: Algebra, term: Term, variable: string, parameters: readonly string[]): string | null {
  const derivatives = new Derivatives(algebra, variable);
  const second = withoutPositiveFactors(algebra, derivatives.of(derivatives.of(term)));
  const range = algebra.range(second);
  if (I.isNonNegative(range) && !range.nan) return 'second derivative ≥ 0 by its range';
  const domain = algebra.range(algebra.variable(variable));
  if (parameters.length === 0) {
    const exact = exactSign(second, variable, domain);
    if (exact) return exact.kind === 'constant' && exact.sign >= 0 ? `second derivative ≥ 0: ${exact.how}` : null;
  }
  const box = boxOf(algebra, [variable, ...parameters]);
  return boundBelow(algebra, second, box, BOXES).nonNegative ? 'second derivative ≥ 0 by interval branch and bound' : null;
}

function boxOf(algebra: Algebra, names: readonly string[]): ReadonlyMap<string, Interval> {
  return new Map(names.map((name) => [name, algebra.range(algebra.variable(name))]));
}

function jointProof(question: Question): string | null {
  return separableProof(question) ?? jointReductions(question) ?? hessianProof(question);
}

function jointReductions(question: Question): string | null {
  return ridgeProof(question) ?? perspectiveProof(question);
}

/** Sums whose parts share no variable under study are proved part by part; equal parts once. */
function separableProof(question: Question): string | null {
  const { algebra, term, variables } = question;
  const groups = componentsOf(term, variables);
  if (groups.length < 2) return null;
  const proofs = new Map<string, string>();
  for (const group of groups) {
    const part = algebra.sum(Q.ZERO, group);
    const key = patternOf(algebra, part);
    if (proofs.has(key)) continue;
    const proof = proveConvex({ ...question, term: part, depth: question.depth + 1 });
    if (!proof) return null;
    proofs.set(key, proof);
  }
  const how = [...new Set([...proofs.values()].filter((p) => p !== 'constant'))].join('; ');
  return proofs.size < groups.length ? `separable, ${groups.length} parts of the same form, one element proved: ${how}` : `separable: ${how}`;
}

/** Parts of a sum grouped by the variables they share. */
export function componentsOf(term: Term, variables: readonly string[]): readonly (readonly Weighted[])[] {
  let groups: { names: Set<string>; parts: Weighted[] }[] = [];
  for (const part of partsOf(term).parts) {
    const names = new Set(variables.filter((name) => part.term.free.has(name)));
    const joined = groups.filter((g) => [...names].some((name) => g.names.has(name)));
    const merged = { names: new Set([...names, ...joined.flatMap((g) => [...g.names])]), parts: [...joined.flatMap((g) => g.parts), part] };
    groups = [...groups.filter((g) => !joined.includes(g)), merged];
  }
  return groups.map((g) => g.parts);
}

/** A text that is the same for terms that differ only in the names of variables with equal domains. */
export function patternOf(algebra: Algebra, term: Term): string {
  const names = new Map<string, number>();
  return inOrder(term)
    .map((node, _i, order) => {
      const own = node.op === 'variable' ? variablePattern(algebra, node.name, names) : node.name;
      const args = node.args.map((a) => order.indexOf(a)).join();
      return `${node.op}(${own}|${args}|${node.weights.map(Q.print).join()}|${Q.print(node.constant)})`;
    })
    .join(';');
}

function variablePattern(algebra: Algebra, name: string, names: Map<string, number>): string {
  if (!names.has(name)) names.set(name, names.size);
  const { lo, hi, loOpen, hiOpen } = algebra.range(algebra.variable(name));
  return `v${names.get(name)}${loOpen ? '(' : '['}${lo},${hi}${hiOpen ? ')' : ']'}`;
}

const RIDGE = 'u';

/** f(x) = g(a·x + b): convex when g is, on the range of the affine form. */
function ridgeProof(question: Question): string | null {
  const { algebra, term, variables } = question;
  const form = affineForm(term, variables);
  if (!form) return null;
  const [pivot] = form as [Weighted];
  const domains = new Map([...algebra.domains, [RIDGE, algebra.range(algebra.sum(Q.ZERO, form))]]);
  const inner = new TermAlgebra(domains);
  const rest = form.slice(1).map(({ weight, term: t }) => ({ weight: Q.negative(Q.divide(weight, pivot.weight)), term: inner.variable(t.name) }));
  const value = inner.sum(Q.ZERO, [{ weight: Q.divide(Q.ONE, pivot.weight), term: inner.variable(RIDGE) }, ...rest]);
  const slice = substitute(inner, term, new Map([[pivot.term.name, value]]));
  if (dependsOn(slice, variables)) return null;
  const proof = proveConvex({ algebra: inner, term: rebuild(inner, slice), variables: [RIDGE], depth: question.depth + 1 });
  return proof && `a function of one affine form: ${proof}`;
}

/** The first affine combination of at least two of the variables inside a term. */
function affineForm(term: Term, variables: readonly string[]): readonly Weighted[] | null {
  for (const node of inOrder(term)) {
    const linear = partsOf(node).parts.filter((p) => p.term.op === 'variable' && variables.includes(p.term.name));
    if (node.op === 'sum' && linear.length > 1) return linear;
  }
  return null;
}

/** A function of degree 1 is the perspective of its slice at 1 in a variable that is positive. */
function perspectiveProof(question: Question): string | null {
  const { algebra, variables } = question;
  const term = withoutAffineParts(question);
  const degree = degreeOf(term, variables);
  if (!degree || !Q.equals(degree, Q.ONE)) return null;
  for (const name of variables) {
    const scale = algebra.range(algebra.variable(name));
    if (!I.isNonNegative(scale)) continue;
    const others = variables.filter((v) => v !== name);
    const domains = new Map(algebra.domains);
    for (const other of others) domains.set(other, I.flagged(I.divide(algebra.range(algebra.variable(other)), { ...scale, loOpen: scale.loOpen || scale.lo === 0 }), false));
    const inner = new TermAlgebra(domains);
    const slice = substitute(inner, term, new Map([[name, inner.number(1)]]));
    const proof = proveConvex({ algebra: inner, term: slice, variables: others, depth: question.depth + 1 });
    if (proof) return `perspective (degree 1, ${name} = 1): ${proof}`;
  }
  return null;
}

function withoutAffineParts({ algebra, term, variables }: Question): Term {
  const composition = new Composition(algebra, variables);
  const curved = partsOf(term).parts.filter(({ term: part }) => {
    const { convex, concave } = composition.of(part);
    return !(convex && concave);
  });
  return algebra.sum(Q.ZERO, curved);
}

/** All principal minors of the Hessian of two or three variables are ≥ 0. */
function hessianProof({ algebra, term, variables }: Question): string | null {
  if (variables.length > 3 || !isSmooth(algebra, term, variables)) return null;
  const derivatives = new Map(variables.map((name) => [name, new Derivatives(algebra, name)]));
  const hessian = variables.map((a) => variables.map((b) => (derivatives.get(b) as Derivatives).of((derivatives.get(a) as Derivatives).of(term))));
  for (let mask = 1; mask < 1 << variables.length; mask++) {
    const chosen = variables.flatMap((_, i) => ((mask >> i) & 1 ? [i] : []));
    const minor = withoutPositiveFactors(algebra, expand(algebra, determinant(algebra, chosen.map((i) => chosen.map((j) => (hessian[i] as Term[])[j] as Term)))));
    const range = algebra.range(minor);
    if (I.isNonNegative(range) && !range.nan) continue;
    if (!boundBelow(algebra, minor, boxOf(algebra, [...minor.free]), BOXES_IN_SPACE).nonNegative) return null;
  }
  return 'all principal minors of the Hessian ≥ 0 by interval branch and bound';
}

function determinant(algebra: Algebra, matrix: readonly (readonly Term[])[]): Term {
  const [first, ...rest] = matrix;
  if (!first || rest.length === 0) return first?.[0] ?? algebra.number(1);
  const parts = first.map((entry, column) => {
    const minor = determinant(algebra, rest.map((row) => row.filter((_, j) => j !== column)));
    return { weight: Q.rational(column % 2 === 0 ? 1 : -1), term: algebra.multiply(entry, minor) };
  });
  return algebra.sum(Q.ZERO, parts);
}
