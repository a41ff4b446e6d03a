import * as Q from '../../numerics/rational';
import { inOrder } from '../scalar/tape';
import type { Term, Weighted } from '../scalar/term';
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
    const key = patternOf(part, (name) => descriptionOf(question, name));
    if (proofs.has(key)) continue;
    const proof = prove({ ...question, term: part, depth: question.depth + 1 });
    if (!proof) return null;
    proofs.set(key, proof);
  }
  const how = [...new Set([...proofs.values()].filter((p) => p !== 'constant'))].join('; ');
  return proofs.size < groups.length
    ? `separable, ${groups.length} parts of the same form, one element proved: ${how}`
    : `separable: ${how}`;
}

/** What tells one variable of a question from another, apart from its name. */
export function descriptionOf({ algebra, variables, values }: Question, name: string): string {
  const { lo, hi, loOpen, hiOpen } = algebra.range(algebra.variable(name));
  return `${variables.includes(name) ? 's' : 'p'}${loOpen}${lo},${hi}${hiOpen}{${values.get(name)?.join() ?? ''}}`;
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

/** A text that is the same for terms that differ only in the names of variables with equal descriptions. */
export function patternOf(term: Term, describe: (name: string) => string): string {
  const names = new Map<string, number>();
  const order = inOrder(term);
  const places = new Map(order.map((node, i) => [node, i] as const));
  return order
    .map((node) => {
      if (node.op === 'variable' && !names.has(node.name)) names.set(node.name, names.size);
      const own = node.op === 'variable' ? `v${names.get(node.name)} ${describe(node.name)}` : node.name;
      const args = node.args.map((a) => places.get(a)).join();
      return `${node.op}(${own}|${args}|${node.weights.map(Q.print).join()}|${Q.print(node.constant)})`;
    })
    .join(';');
}
