import * as I from '../../numerics/interval';
import * as Q from '../../numerics/rational';
import { NON_SMOOTH } from '../scalar/smoothness';
import { inOrder } from '../scalar/tape';
import type { Algebra, Term } from '../scalar/term';
import { weighted } from '../scalar/term';

/** A term whose zeros (or levels) are where a function may fail to be smooth. */
export interface Guard {
  readonly term: Term;
  readonly levels: 'zero' | 'integers' | 'half-integers';
}

/** Nodes that branch and whose operands do not branch themselves. */
export function innermostBranches(term: Term, variable: string): readonly Term[] {
  const branching = new Set<Term>();
  const innermost: Term[] = [];
  for (const node of inOrder(term)) {
    if (!node.free.has(variable)) continue;
    const inside = guardOperands(node).some((a) => branching.has(a));
    const own = NON_SMOOTH.has(node.op);
    if (own && !inside) innermost.push(node);
    if (own || node.args.some((a) => branching.has(a))) branching.add(node);
  }
  return innermost;
}

/** Operands that must be resolved before a node's guards can be solved. */
function guardOperands(node: Term): readonly Term[] {
  return node.op === 'where' ? node.args.slice(0, 1) : node.args;
}

/** Where a branching node changes its branch. */
export function guardsOfBranch(algebra: Algebra, node: Term): readonly Guard[] {
  const [argument] = node.args as [Term];
  switch (node.op) {
    case 'max':
      return node.args.flatMap((a, i) => node.args.slice(0, i).map((b): Guard => ({ term: algebra.subtract(a, b), levels: 'zero' })));
    case 'floor':
    case 'ceil':
      return [{ term: argument, levels: 'integers' }];
    case 'round':
      return [{ term: argument, levels: 'half-integers' }];
    default:
      return [{ term: argument, levels: 'zero' }];
  }
}

/** Where a term without branches may be singular: bases of broken and negative powers, arguments of logarithms, ends of asin and acos. */
export function singularGuards(algebra: Algebra, term: Term, variable: string): readonly Guard[] {
  return inOrder(term).flatMap((node) =>
    (node.free.has(variable) ? singularTerms(algebra, node) : []).map((t): Guard => ({ term: t, levels: 'zero' })),
  );
}

function singularTerms(algebra: Algebra, node: Term): readonly Term[] {
  const mayVanish = (t: Term): boolean => !I.isPositive(algebra.range(t)) && !I.isNegative(algebra.range(t));
  const [argument] = node.args as [Term];
  switch (node.op) {
    case 'product':
      return weighted(node)
        .filter((f) => (!Q.isInteger(f.weight) || f.weight.numerator < 0n) && mayVanish(f.term))
        .map((f) => f.term);
    case 'log':
      return mayVanish(argument) ? [argument] : [];
    case 'tan':
      return [algebra.apply('cos', argument)].filter(mayVanish);
    case 'asin':
    case 'acos':
      return [algebra.subtract(algebra.number(1), algebra.power(argument, 2))].filter(mayVanish);
    default:
      return [];
  }
}
