import { type Expression, type Graph, inOrder } from '../ir/expression';
import type { Rewrite } from './rule';

/** The body with one node replaced wherever it occurs. */
export function substituted(graph: Graph, body: Expression, { node, by }: Rewrite): Expression {
  const images = new Map<Expression, Expression>([[node, by]]);
  for (const inner of inOrder(body)) {
    if (images.has(inner)) continue;
    const args = inner.args.map((a) => images.get(a) ?? a);
    const kept = inner.op === 'opaque' || args.every((a, i) => a === inner.args[i]);
    images.set(inner, kept ? inner : graph.intern(inner.op, args, inner.attributes, inner.shape, inner.kind));
  }
  return images.get(body) ?? body;
}
