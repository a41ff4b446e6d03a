import { inOrder, type Expression } from '../../ir/expression';

const MOVES: ReadonlySet<string> = new Set(['reshape', 'broadcast_to', 'transpose']);

/** How many parameters serve as positions in axes of different sizes: class indices into tables that do not belong together. */
export function lookUpsAtOdds(body: Expression): number {
  const sizes = new Map<Expression, Set<number>>();
  for (const node of inOrder(body)) {
    const size = choices(node);
    const leaf = size === null ? null : leafOf(node.args[node.op === 'one_hot' ? 0 : 1]);
    if (leaf && size !== null) sizes.set(leaf, (sizes.get(leaf) ?? new Set()).add(size));
  }
  return [...sizes.values()].filter((several) => several.size > 1).length;
}

/** Among how many elements a node chooses by position, or null. */
function choices({ op, args, attributes, shape }: Expression): number | null {
  if (op === 'one_hot') return shape.at(-1) ?? null;
  const axis = attributes['axis'];
  return (op === 'gather' || op === 'take') && typeof axis === 'number' ? (args[0]?.shape.at(axis) ?? null) : null;
}

function leafOf(node: Expression | undefined): Expression | null {
  if (!node) return null;
  if (node.op === 'parameter') return node;
  return MOVES.has(node.op) ? leafOf(node.args[0]) : null;
}
