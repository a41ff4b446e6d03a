import type { Algebra, Term } from './term';
import { weighted } from './term';

/** The term built anew in another algebra; `replace` may give a substitute for a node (null: rebuild it). */
export function rebuild(algebra: Algebra, term: Term, replace?: (term: Term) => Term | null): Term {
  return rebuilder(algebra, replace)(term);
}

/** {@link rebuild} for terms that share nodes, each of which is built once. */
export function rebuilder(algebra: Algebra, replace: (term: Term) => Term | null = () => null): (term: Term) => Term {
  const done = new Map<Term, Term>();
  const visit = (node: Term): Term => {
    const known = done.get(node);
    if (known) return known;
    const result = replace(node) ?? remade(algebra, node, visit);
    done.set(node, result);
    return result;
  };
  return visit;
}

function remade(algebra: Algebra, node: Term, visit: (term: Term) => Term): Term {
  switch (node.op) {
    case 'number':
      return algebra.number(node.constant);
    case 'pi':
      return algebra.pi;
    case 'variable':
      return algebra.variable(node.name);
    case 'sum':
      return algebra.sum(
        node.constant,
        weighted(node).map(({ weight, term }) => ({ weight, term: visit(term) })),
      );
    case 'product':
      return algebra.product(weighted(node).map(({ weight, term }) => ({ weight, term: visit(term) })));
    case 'where': {
      const [guard, then, otherwise] = node.args.map(visit) as [Term, Term, Term];
      return algebra.where(node.name as '<', guard, then, otherwise);
    }
    case 'oddroot':
      return algebra.oddRoot(visit(node.args[0] as Term), Number(node.constant.numerator));
    default:
      return algebra.apply(node.op, ...node.args.map(visit));
  }
}

/** The term with variables replaced by terms of the same algebra. */
export function substitute(algebra: Algebra, term: Term, values: ReadonlyMap<string, Term>): Term {
  return substituter(algebra, values)(term);
}

/** {@link substitute} for terms that share nodes, each of which is built once. */
export function substituter(algebra: Algebra, values: ReadonlyMap<string, Term>): (term: Term) => Term {
  return rebuilder(algebra, (node) => (node.op === 'variable' ? (values.get(node.name) ?? null) : null));
}
