import type { Expression } from '../ir/expression';

/**
 * The numbers that each node is compared with, up to casts and shapes, in the order of the code.
 * A whole number that is told smaller or larger has the numbers beside it as well, which lie on either side.
 */
export function marksIn(
  order: readonly Expression[],
  valueOf: (node: Expression) => number | null,
): ReadonlyMap<Expression, readonly number[]> {
  const marks = new Map<Expression, number[]>();
  for (const { op, args } of order) {
    if (!COMPARISONS.has(op)) continue;
    const [left, right] = args.map(plainOf);
    if (!left || !right) continue;
    for (const [own, other] of [
      [left, right],
      [right, left],
    ] as const) {
      const mark = valueOf(other);
      if (mark !== null) marks.set(own, [...(marks.get(own) ?? []), mark, ...(EQUALITIES.has(op) ? [] : besides(own, mark))]);
    }
  }
  return marks;
}

const EQUALITIES: ReadonlySet<string> = new Set(['equal', 'not_equal']);
const COMPARISONS: ReadonlySet<string> = new Set([...EQUALITIES, 'less', 'less_equal', 'greater', 'greater_equal']);

function plainOf(node: Expression): Expression {
  const [x] = node.args;
  return x && HANDS_ON.has(node.op) ? plainOf(x) : node;
}

const HANDS_ON: ReadonlySet<string> = new Set(['cast', 'to_float', 'to_int', 'identity', 'broadcast_to', 'reshape', 'stop_gradient']);

function besides({ kind }: Expression, mark: number): number[] {
  return kind === 'int' ? [Math.ceil(mark) - 1, Math.floor(mark) + 1] : [];
}
