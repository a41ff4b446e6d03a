import { type Expression, inOrder, sizeOf } from '../../ir/expression';
import { whereTrue } from './conditions';
import { ELEMENTWISE } from './elementwise';
import { broadcastOffsets, coordinatesOf, elementName, groupsOf } from './layout';
import { LINEAR } from './linear';
import { linearlyMapped, moved } from './movement';
import { ALONG_AXIS, REDUCTIONS } from './reductions';
import type { Algebra, Term } from './term';
import { WINDOWS } from './windows';
import { truthOf } from './conditions';

/** Why a loss has no scalar form: the op, and a sentence part. */
export class Unreadable extends Error {
  constructor(
    readonly node: Expression,
    readonly why: string,
  ) {
    super(why);
  }
}

/** More elements than this in one tensor, or more distinct terms, are not expanded. */
const MOST_ELEMENTS = 512;
const MOST_TERMS = 4000;

/** Nor is a loss whose terms, each as often as it is taken up again, have more parts than this: sums of sums grow without bound. */
const MOST_PARTS = 200_000;

/** Names under which infinite constants appear; a result that depends on one is not a real function. */
export const INFINITIES: ReadonlySet<string> = new Set(['+inf', '-inf']);

/** Expands a tensor expression and all that it is made of, at concrete shapes, into one scalar term an element. Throws {@link Unreadable}. */
export function scalarise(algebra: Algebra, root: Expression): ReadonlyMap<Expression, readonly Term[]> {
  const elements = new Map<Expression, readonly Term[]>();
  let [budget, parts] = [MOST_TERMS, MOST_PARTS];
  for (const node of inOrder(root)) {
    if (sizeOf(node.shape) > MOST_ELEMENTS)
      throw new Unreadable(node, `a tensor of ${sizeOf(node.shape)} elements is too large to be looked at one number at a time`);
    budget -= sizeOf(node.shape);
    const operands = node.args.map((a) => elements.get(a) as readonly Term[]);
    parts -= partsTaken(node, operands);
    if (budget < 0 || parts < 0) throw new Unreadable(node, 'the loss, written out number by number, is too long');
    elements.set(node, elementsOf(algebra, node, operands));
  }
  return elements;
}

/** How many parts of terms an operation takes up, those of a smaller operand once for each element that they are stretched to. */
function partsTaken(node: Expression, operands: readonly (readonly Term[])[]): number {
  const size = sizeOf(node.shape);
  return operands.reduce((total, terms) => {
    const parts = terms.reduce((sum, { args }) => sum + args.length, 0);
    return total + (terms.length > 0 && terms.length < size ? (parts * size) / terms.length : parts);
  }, 0);
}

function elementsOf(algebra: Algebra, node: Expression, operands: readonly (readonly Term[])[]): readonly Term[] {
  const leaf = leafElements(algebra, node);
  if (leaf) return leaf;
  const elementwise = own(ELEMENTWISE, node.op);
  const result =
    (elementwise && node.shape.length >= 0 && broadcasted(algebra, node, operands)) ||
    reduced(algebra, node, operands) ||
    along(algebra, node, operands) ||
    own(LINEAR, node.op)?.(algebra, node, operands) ||
    indexed(algebra, node, operands) ||
    moved(algebra, node, operands) ||
    linearlyMapped(algebra, node, operands) ||
    own(WINDOWS, node.op)?.(algebra, node, operands);
  if (!result || result.length !== sizeOf(node.shape)) throw new Unreadable(node, unexpanded(node));
  return result;
}

function unexpanded({ op }: Expression): string {
  return op === 'opaque' ? 'an operation that was not read' : `${op} is not looked at one number at a time here`;
}

function own<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

function leafElements(algebra: Algebra, node: Expression): readonly Term[] | null {
  if (node.op === 'constant') {
    const values = Array.isArray(node.attributes['values'])
      ? (node.attributes['values'] as readonly number[])
      : [node.attributes['value'] as number];
    return values.map((value) => constantTerm(algebra, node, value));
  }
  if (node.op !== 'parameter') return null;
  return coordinatesOf(node.shape).map((at) => algebra.variable(elementName(String(node.attributes['name']), at)));
}

function constantTerm(algebra: Algebra, node: Expression, value: number): Term {
  if (Number.isNaN(value)) throw new Unreadable(node, 'a constant is nan');
  if (Number.isFinite(value)) return value === Math.PI ? algebra.pi : algebra.number(value);
  return algebra.variable(value > 0 ? '+inf' : '-inf');
}

function broadcasted(algebra: Algebra, node: Expression, operands: readonly (readonly Term[])[]): readonly Term[] {
  const offsets = node.args.map((a) => broadcastOffsets(a.shape, node.shape));
  const build = own(ELEMENTWISE, node.op);
  return Array.from({ length: sizeOf(node.shape) }, (_, i) => {
    const args = operands.map((list, j) => list[(offsets[j] as readonly number[])[i] as number] as Term);
    const term = build?.(algebra, args, node.attributes);
    if (!term) throw new Unreadable(node, `${node.op} is not looked at one number at a time with these arguments`);
    return term;
  });
}

function reduced(algebra: Algebra, node: Expression, [list]: readonly (readonly Term[])[]): readonly Term[] | null {
  const reduce = own(REDUCTIONS, node.op);
  const operand = node.args[0];
  if (!reduce || !list || !operand) return null;
  const axes = node.attributes['axes'] ?? single(node.attributes['axis']);
  const groups = groupsOf(operand.shape, Array.isArray(axes) ? (axes as readonly number[]) : null);
  const results = groups.map((group) =>
    reduce(
      algebra,
      group.map((i) => list[i] as Term),
      node.attributes,
    ),
  );
  return results.every((r) => r !== null) ? results : null;
}

function single(axis: unknown): readonly number[] | null {
  return typeof axis === 'number' ? [axis] : null;
}

function along(algebra: Algebra, node: Expression, [list]: readonly (readonly Term[])[]): readonly Term[] | null {
  const build = own(ALONG_AXIS, node.op);
  const axis = node.attributes['axis'];
  if (!build || !list || typeof axis !== 'number') return null;
  const result: Term[] = [];
  for (const line of groupsOf(node.shape, [axis])) {
    const terms = build(
      algebra,
      line.map((i) => list[i] as Term),
      node.attributes,
    );
    if (!terms) return null;
    line.forEach((offset, i) => (result[offset] = terms[i] as Term));
  }
  return result;
}

/** Look-ups by an integer tensor: a branch for every index the axis has. */
function indexed(algebra: Algebra, node: Expression, operands: readonly (readonly Term[])[]): readonly Term[] | null {
  if (node.op === 'one_hot') {
    const classes = node.shape[node.shape.length - 1] as number;
    return (operands[0] ?? []).flatMap((index) => Array.from({ length: classes }, (_, k) => equals(algebra, index, k)));
  }
  if (node.op === 'scatter') return written(algebra, node, operands);
  const [x, index] = operands;
  const axis = node.attributes['axis'];
  if ((node.op !== 'gather' && node.op !== 'take') || !x || !index || typeof axis !== 'number') return null;
  const { shape } = node.args[0] as Expression;
  const along = axis < 0 ? axis + shape.length : axis;
  if (shape[along] === 0) return null;
  const rank = node.op === 'take' ? (node.args[1] as Expression).shape.length : 1;
  return coordinatesOf(node.shape).map((at, i) => {
    const [before, after] = [at.slice(0, along), at.slice(along + rank)];
    const line = Array.from({ length: shape[along] as number }, (_, k) => x[offsetIn(shape, [...before, k, ...after])] as Term);
    const position = node.op === 'take' ? offsetIn((node.args[1] as Expression).shape, at.slice(along, along + rank)) : i;
    return chosen(algebra, index[position] as Term, line);
  });
}

/** Elements written or added at positions along an axis: of several writes to one place the last counts. */
function written(algebra: Algebra, node: Expression, [x, index, updates]: readonly (readonly Term[])[]): readonly Term[] | null {
  const axis = node.attributes['axis'];
  if (!x || !index || !updates || typeof axis !== 'number') return null;
  const along = axis < 0 ? axis + node.shape.length : axis;
  const { shape } = node.args[1] as Expression;
  return coordinatesOf(node.shape).map((at, i) => {
    if (at.some((c, d) => d !== along && c >= (shape[d] as number))) return x[i] as Term;
    const line = Array.from({ length: shape[along] as number }, (_, k) => offsetIn(shape, at.with(along, k)));
    return line.reduce((value, position) => {
      const update = (updates.length === 1 ? updates[0] : updates[position]) as Term;
      const result = node.attributes['mode'] === 'add' ? algebra.add(value, update) : update;
      return whereTrue(algebra, equals(algebra, index[position] as Term, at[along] as number), result, value);
    }, x[i] as Term);
  });
}

/** The element of a line that an index names; the last where it names none. */
function chosen(algebra: Algebra, index: Term, line: readonly Term[]): Term {
  return line.reduceRight((rest, value, k) => (k === line.length - 1 ? value : whereTrue(algebra, equals(algebra, index, k), value, rest)));
}

function offsetIn(shape: readonly number[], at: readonly number[]): number {
  return shape.reduce((offset, size, axis) => offset * size + (at[axis] as number), 0);
}

function equals(algebra: Algebra, index: Term, k: number): Term {
  return truthOf(
    algebra,
    '=',
    algebra.sum({ numerator: BigInt(-k), denominator: 1n }, [{ weight: { numerator: 1n, denominator: 1n }, term: index }]),
  );
}
