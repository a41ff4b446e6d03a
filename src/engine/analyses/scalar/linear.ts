import type { Expression } from '../../ir/expression';
import type { Shape } from '../../numerics/signature';
import { readEquation } from '../../ops/shared/equations';
import { broadcastShapes } from '../../ops/shared/shapes';
import { norm, squareRoot } from './reductions';
import type { Algebra, Term } from './term';
import { broadcastOffsets, coordinatesOf, groupsOf } from './layout';

/** Elements of an op's result from the elements of its operands; null where it cannot. */
export type TensorBuilder = (algebra: Algebra, node: Expression, operands: readonly (readonly Term[])[]) => readonly Term[] | null;

/** x @ y: vectors count as a row and a column, stacks of matrices broadcast. */
function matmul(algebra: Algebra, node: Expression, operands: readonly (readonly Term[])[]): readonly Term[] | null {
  const [x, y] = node.args as [Expression, Expression];
  const [a, b] = operands as [readonly Term[], readonly Term[]];
  const [left, right] = [x.shape.length > 1 ? x.shape : [1, ...x.shape], y.shape.length > 1 ? y.shape : [...y.shape, 1]];
  const [rows, inner] = left.slice(-2) as [number, number];
  const columns = right[right.length - 1] as number;
  if (right[right.length - 2] !== inner) return null;
  const [leadA, leadB] = [left.slice(0, -2), right.slice(0, -2)];
  const lead = leadA.length >= leadB.length ? leadA : leadB;
  const stack = lead.map((size, i) =>
    Math.max(size, leadA[i - lead.length + leadA.length] ?? 1, leadB[i - lead.length + leadB.length] ?? 1),
  );
  const [stacksA, stacksB] = [broadcastOffsets(leadA, stack), broadcastOffsets(leadB, stack)];
  return stacksA.flatMap((stackA, s) =>
    Array.from({ length: rows * columns }, (_, offset) => {
      const [row, column] = [Math.floor(offset / columns), offset % columns];
      const products = Array.from({ length: inner }, (_, k) =>
        algebra.multiply(a[(stackA * rows + row) * inner + k] as Term, b[((stacksB[s] as number) * inner + k) * columns + column] as Term),
      );
      return algebra.add(...products);
    }),
  );
}

function outer(algebra: Algebra, _node: Expression, operands: readonly (readonly Term[])[]): readonly Term[] {
  const [a, b] = operands as [readonly Term[], readonly Term[]];
  return a.flatMap((x) => b.map((y) => algebra.multiply(x, y)));
}

/** Sums of products over the indices of an equation. */
function einsum(algebra: Algebra, node: Expression, operands: readonly (readonly Term[])[]): readonly Term[] {
  const shapes = node.args.map(({ shape }) => shape);
  const { inputs, output } = readEquation(String(node.attributes['equation'] ?? ''), shapes);
  const sizes = new Map<string, number>();
  for (const [i, letters] of inputs.entries())
    for (const [axis, letter] of [...letters].entries()) sizes.set(letter, Math.max(sizes.get(letter) ?? 1, shapes[i]?.[axis] ?? 1));
  const names = [...new Set([...output, ...inputs.join('')])];
  const sums = new Map<number, Term[]>();
  for (const at of coordinatesOf(names.map((letter) => sizes.get(letter) as number))) {
    const place = new Map(names.map((letter, i) => [letter, at[i] as number]));
    const factors = inputs.map((letters, i) => (operands[i] as readonly Term[])[offsetOf(letters, place, shapes[i] as Shape)] as Term);
    const key = offsetOf(output, place, node.shape);
    const terms = sums.get(key);
    if (terms) terms.push(algebra.multiply(...factors));
    else sums.set(key, [algebra.multiply(...factors)]);
  }
  return [...sums].sort(([i], [j]) => i - j).map(([, terms]) => algebra.add(...terms));
}

/** Offset of the element that indices name; an axis of size 1 has one for all of them. */
function offsetOf(letters: string, place: ReadonlyMap<string, number>, shape: Shape): number {
  return [...letters].reduce((offset, letter, axis) => {
    const size = shape[axis] as number;
    return offset * size + (size === 1 ? 0 : (place.get(letter) as number));
  }, 0);
}

/** Σ xy / (|x| |y|) along the attribute's axis, each length at least the attribute `eps`. */
function cosineSimilarity(algebra: Algebra, node: Expression, operands: readonly (readonly Term[])[]): readonly Term[] {
  const joint = broadcastShapes(node.args.map(({ shape }) => shape));
  const sides = operands.map((list, i) => broadcastOffsets((node.args[i] as Expression).shape, joint).map((k) => list[k] as Term));
  const eps = algebra.number(Number(node.attributes['eps'] ?? 0));
  return groupsOf(joint, [Number(node.attributes['axis'] ?? -1)]).map((group) => {
    const [u, v] = sides.map((side) => group.map((i) => side[i] as Term)) as [Term[], Term[]];
    const dot = algebra.add(...u.map((t, i) => algebra.multiply(t, v[i] as Term)));
    const sizes = [u, v].map((line) =>
      algebra.apply('max', squareRoot(algebra, algebra.add(...line.map((t) => algebra.power(t, 2)))), eps),
    );
    return algebra.divide(dot, algebra.multiply(...sizes));
  });
}

/** Lengths of the differences of all pairs of rows. */
function cdist(algebra: Algebra, node: Expression, operands: readonly (readonly Term[])[]): readonly Term[] | null {
  const [x, y] = operands as [readonly Term[], readonly Term[]];
  const [rows, columns] = node.shape.slice(-2) as [number, number];
  const width = (node.args[0] as Expression).shape.at(-1) as number;
  const lengths = coordinatesOf([node.shape.slice(0, -2).reduce((a, b) => a * b, 1), rows, columns]).map(([batch = 0, i = 0, j = 0]) => {
    const [from, to] = [(batch * rows + i) * width, (batch * columns + j) * width];
    const gaps = Array.from({ length: width }, (_, k) => algebra.subtract(x[from + k] as Term, y[to + k] as Term));
    return norm(algebra, gaps, { ord: node.attributes['p'] ?? 2 });
  });
  return lengths.every((length) => length !== null) ? lengths : null;
}

function trace(algebra: Algebra, node: Expression, [a = []]: readonly (readonly Term[])[]): readonly Term[] | null {
  const shape = node.args[0]?.shape ?? [];
  if (shape.length !== 2) return null;
  return [algebra.add(...a.filter((_, i) => Math.floor(i / (shape[1] as number)) === i % (shape[1] as number)))];
}

/** Determinant of a matrix of at most 3 × 3. */
function determinant(algebra: Algebra, a: readonly Term[], size: number): Term | null {
  if (size === 1) return a[0] as Term;
  if (size > 3) return null;
  const minors = Array.from({ length: size }, (_, column) => {
    const minor = a.filter((_, i) => i >= size && i % size !== column);
    const inner = determinant(algebra, minor, size - 1);
    const signed = inner && algebra.multiply(a[column] as Term, inner);
    return signed && (column % 2 === 0 ? signed : algebra.negative(signed));
  });
  return minors.every((m) => m !== null) ? algebra.add(...minors) : null;
}

function det(algebra: Algebra, node: Expression, [a = []]: readonly (readonly Term[])[]): readonly Term[] | null {
  const shape = node.args[0]?.shape ?? [];
  const result = shape.length === 2 ? determinant(algebra, a, shape[0] as number) : null;
  return result && [result];
}

/** Inverse of a matrix of at most 3 × 3 by its adjugate. */
function inverse(algebra: Algebra, node: Expression, [a = []]: readonly (readonly Term[])[]): readonly Term[] | null {
  const size = node.shape[0] as number;
  const whole = node.shape.length === 2 ? determinant(algebra, a, size) : null;
  if (!whole) return null;
  const cofactors = a.map((_, i) => {
    const [row, column] = [i % size, Math.floor(i / size)];
    const minor = a.filter((_, j) => Math.floor(j / size) !== row && j % size !== column);
    const inner = size === 1 ? algebra.number(1) : determinant(algebra, minor, size - 1);
    return inner && ((row + column) % 2 === 0 ? inner : algebra.negative(inner));
  });
  return cofactors.every((c) => c !== null) ? cofactors.map((c) => algebra.divide(c, whole)) : null;
}

/** By name of the op registry. */
export const LINEAR: Readonly<Record<string, TensorBuilder>> = {
  matmul,
  outer,
  einsum,
  trace,
  det,
  inverse,
  cosine_similarity: cosineSimilarity,
  cdist,
  logdet: (a, node, operands) => det(a, node, operands)?.map((t) => a.apply('log', t)) ?? null,
};
