import type { Expression } from '../../ir/expression';
import { broadcastOffsets } from './layout';
import type { Algebra, Term } from './term';

/** Ops with a kink, jump or seam where their operand is 0. */
const AT_ZERO: ReadonlySet<string> = new Set([
  'abs',
  'relu',
  'leaky_relu',
  'elu',
  'selu',
  'sign',
  'heaviside',
  'softsign',
  'relu6',
  'hardtanh',
  'hardswish',
  'hardsigmoid',
]);

/** Ops that change where their first two operands are equal. */
const AT_EQUALITY: ReadonlySet<string> = new Set([
  'maximum',
  'minimum',
  'less',
  'less_equal',
  'greater',
  'greater_equal',
  'equal',
  'not_equal',
  'clip',
]);

const MOST_GUARDS = 40;

/** Terms at whose zeros an operation of the expression changes its branch; numbers and repetitions are left out. */
export function guardsOf(algebra: Algebra, elements: ReadonlyMap<Expression, readonly Term[]>): readonly Term[] {
  const guards = new Set<Term>();
  for (const [node, terms] of elements) {
    if (guards.size > MOST_GUARDS) break;
    for (const guard of guardsOfNode(algebra, node, terms, elements)) if (guard.free.size > 0) guards.add(guard);
  }
  return [...guards];
}

function guardsOfNode(
  algebra: Algebra,
  node: Expression,
  terms: readonly Term[],
  elements: ReadonlyMap<Expression, readonly Term[]>,
): readonly Term[] {
  if (AT_ZERO.has(node.op)) return elements.get(node.args[0] as Expression) ?? [];
  if (node.op === 'max' || node.op === 'min') return differences(algebra, elements.get(node.args[0] as Expression) ?? []);
  if (!AT_EQUALITY.has(node.op)) return [];
  const [first, ...others] = node.args as [Expression, ...Expression[]];
  return others.flatMap((other) => {
    const [a, b] = [first, other].map((side) => [elements.get(side) ?? [], broadcastOffsets(side.shape, node.shape)] as const) as [
      Side,
      Side,
    ];
    return terms.map((_, i) => algebra.subtract(elementAt(a, i), elementAt(b, i)));
  });
}

type Side = readonly [readonly Term[], readonly number[]];

function elementAt([terms, offsets]: Side, i: number): Term {
  return terms[offsets[i] as number] as Term;
}

/** Neighbouring operands of a reduction are enough: where the largest changes, some pair of them is equal. */
function differences(algebra: Algebra, terms: readonly Term[]): readonly Term[] {
  return terms.slice(1).map((term, i) => algebra.subtract(term, terms[i] as Term));
}
