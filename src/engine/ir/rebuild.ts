import { inOrder } from './expression';
import type { Expression, Graph } from './expression';

/**
 * The expression with some of its nodes replaced: `replace` gets each node with its operands already rebuilt, and gives what
 * stands in its place, or null to keep it. Shapes and kinds are inferred anew; throws ShapeError where they do not fit.
 */
export function rebuild(
  graph: Graph,
  root: Expression,
  replace: (node: Expression, args: readonly Expression[]) => Expression | null,
): Expression {
  const made = new Map<Expression, Expression>();
  const of = (node: Expression): Expression => made.get(node) ?? node;
  for (const node of inOrder(root)) {
    const args = node.args.map(of);
    const same = args.every((argument, i) => argument === node.args[i]);
    made.set(node, replace(node, args) ?? (same ? node : again(graph, node, args)));
  }
  return of(root);
}

function again(graph: Graph, { op, attributes, shape, kind }: Expression, args: readonly Expression[]): Expression {
  return op === 'opaque' ? graph.intern(op, args, attributes, shape, kind) : graph.apply(op, args, attributes);
}
