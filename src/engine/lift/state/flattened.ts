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

/** The selection of a reshape that makes rows of elements that are chosen as their rows are, all of a row or none; null for any other. */
export function inRows(graph: PlainGraph, node: Expression, { shape }: Attributes, { valid, axis }: Selection): Selection | null {
  const rows = rowsChosen(graph, valid);
  if (!Array.isArray(shape) || !rows) return null;
  const [sizes, count, before] = [shape.map(Number), rows.shape[0] ?? 1, sizeOf(node.shape.slice(0, axis))];
  const at = sizes.findIndex((size, i) => size === count && sizeOf(sizes.slice(0, i)) === before);
  const ends = sizes.slice(at).findIndex((_, i) => i > 0 && sizeOf(sizes.slice(at, at + i + 1)) === sizeOf(valid.shape));
  return at >= 0 && ends > 0 ? { valid: rows, axis: at } : null;
}

/** The mask of rows that a mask of their elements was spread from; null where it was not. */
export function rowsChosen(graph: PlainGraph, elements: Expression): Expression | null {
  const spread = elements.op === 'reshape' ? elements.args[0] : undefined;
  const column = spread?.op === 'broadcast_to' ? spread.args[0] : undefined;
  if (!spread || !column || column.shape[0] !== spread.shape[0] || sizeOf(column.shape) !== column.shape[0]) return null;
  const inner = column.op === 'to_bool' ? column.args[0] : column;
  const rows = inner?.op === 'reshape' && inner.args[0]?.shape.length === 1 ? inner.args[0] : null;
  return rows && (column.op === 'to_bool' ? graph.plain('to_bool', [rows]) : rows);
}
