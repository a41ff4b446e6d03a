import * as Q from '../../numerics/rational';
import { inOrder } from '../scalar/tape';
import type { Algebra, Term, Weighted } from '../scalar/term';
import { partsOf } from '../scalar/term';
import type { Prover, Question } from './question';

/** Sums whose parts share no variable under study are proved part by part; equal parts once. */
export function separableProof(question: Question, prove: Prover): string | null {
  const { algebra, term, variables } = question;
  const groups = componentsOf(term, variables);
  if (groups.length < 2) return null;
  const proofs = new Map<string, string>();
  for (const group of groups) {
    const part = algebra.sum(Q.ZERO, group);
    const key = patternOf(algebra, part);
    if (proofs.has(key)) continue;
    const proof = prove({ ...question, term: part, depth: question.depth + 1 });
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

