import { type Expression, inOrder } from '../ir/expression';
import { type Format, formatOf } from '../numerics/format';
import type { Given, Hazard } from './hazard';

/** A constant that does not survive rounding to the working format. */
export interface LostGuard {
  readonly node: Expression;
  /** Its value in double precision. */
  readonly exact: number;
  /** What is left of it. */
  readonly rounded: number;
  /** `absorbed`: it was near 1 and became 1; `vanished`: it became 0; `overflowed`: it became infinite. */
  readonly how: 'absorbed' | 'vanished' | 'overflowed';
}

/**
 * The first constant under the operation to blame, as the source associates it, that rounds to 1, to 0 or to infinity.
 * Parameters that are held at their default count as constants.
 */
export function lostGuard({ node: root, given, computedIn: name, flushes }: Hazard): LostGuard | null {
  const nodes = inOrder(root);
  const format = formatOf(name, flushes && name === 'float32');
  const exact = foldConstants(nodes, heldIn(given));
  const lost = nodes.flatMap((node) => {
    const value = exact.get(node) ?? ownEpsilon(node);
    const guard = value === undefined ? null : (absorbedAtOnce(node, value, exact) ?? lostIn(node, value, format));
    return guard ? [guard] : [];
  });
  lost.reverse();
  return lost.find((guard) => guard.how !== 'absorbed') ?? lost[0] ?? null;
}

/** The epsilon that a library's operation adds by itself. */
function ownEpsilon({ attributes: { eps } }: Expression): number | undefined {
  return typeof eps === 'number' && eps > 0 ? eps : undefined;
}

/** A number so small next to 1 that double precision, in which constants are computed, does not see it. */
function absorbedAtOnce(node: Expression, value: number, exact: ReadonlyMap<Expression, number>): LostGuard | null {
  if ((node.op !== 'add' && node.op !== 'subtract') || Math.abs(value) !== 1) return null;
  const parts = node.args.map((a) => Math.abs(exact.get(a) ?? 0));
  return parts.includes(1) && !parts.includes(0) ? { node, exact: value, rounded: value, how: 'absorbed' } : null;
}

function lostIn(node: Expression, exact: number, format: Format): LostGuard | null {
  const rounded = format.round(exact);
  if (exact === rounded || !Number.isFinite(exact) || node.kind === 'int') return null;
  if (rounded === 0) return { node, exact, rounded, how: 'vanished' };
  if (!Number.isFinite(rounded)) return { node, exact, rounded, how: 'overflowed' };
  return Math.abs(rounded) === 1 ? { node, exact, rounded, how: 'absorbed' } : null;
}

/** Values of the inputs that are held at a default. */
export function heldIn(given: readonly Given[]): ReadonlyMap<Expression, number> {
  return new Map(given.filter(({ input }) => input.quantity === 'held').map(({ input }) => [input.node, input.value]));
}

type Fold = (x: number, y: number) => number;
const FOLDS: Readonly<Record<string, Fold>> = {
  add: (x, y) => x + y,
  subtract: (x, y) => x - y,
  multiply: (x, y) => x * y,
  divide: (x, y) => x / y,
  negative: (x) => -x,
  power: (x, y) => x ** y,
  square: (x) => x * x,
};

/** Values of the nodes made of numbers only, in double precision. */
function foldConstants(nodes: readonly Expression[], held: ReadonlyMap<Expression, number>): ReadonlyMap<Expression, number> {
  const values = new Map<Expression, number>(held);
  for (const node of nodes) {
    const fold = FOLDS[node.op];
    const operands = node.args.map((a) => values.get(a));
    if (node.op === 'constant' && typeof node.attributes.value === 'number') values.set(node, node.attributes.value);
    else if (fold && operands.every((v) => v !== undefined)) values.set(node, fold(operands[0] ?? 0, operands[1] ?? 0));
  }
  return values;
}
