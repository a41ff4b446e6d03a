import { sizeOf, type Expression } from '../../ir/expression';
import type { Attributes } from '../../numerics/signature';
import type { PlainGraph } from './joined-selections';
import type { Selection } from './selection';

/**
 * What a reshape makes of a selection whose axis becomes one with others: `x[mask].reshape(-1)`. Every element of what was chosen
 * is chosen then. Null for any other reshape.
 */
export function flattened(graph: PlainGraph, node: Expression, { shape }: Attributes, { valid, axis, first }: Selection): Selection | null {
  if (!Array.isArray(shape)) return null;
  const sizes = shape.map(Number);
  for (let from = axis; from >= 0; from--) {
    const before = sizeOf(node.shape.slice(0, from));
    for (let to = from === axis ? axis + 2 : axis + 1; to <= node.shape.length; to++) {
      const merged = node.shape.slice(from, to);
      const at = sizes.findIndex((size, i) => size === sizeOf(merged) && sizeOf(sizes.slice(0, i)) === before);
      if (at < 0) continue;
      const along = graph.plain('reshape', [valid], { shape: merged.map((size, i) => (i === axis - from ? size : 1)) });
      const spread = graph.plain('broadcast_to', [along], { shape: merged });
      const chosen = { valid: graph.plain('reshape', [spread], { shape: [sizeOf(merged)] }), axis: at };
      return first && from === axis ? { ...chosen, first } : chosen;
    }
  }
  return null;
}
