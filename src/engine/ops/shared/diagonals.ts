import { type Shape, ShapeError } from '../../numerics/signature';

/** Sizes of the last two axes. Throws ShapeError for fewer. */
export function matrixSizes(shape: Shape): readonly [number, number] {
  const [rows, columns] = shape.slice(-2);
  if (rows === undefined || columns === undefined) throw new ShapeError('a matrix is needed');
  return [rows, columns];
}

/** The shape itself, which must have two axes. Throws ShapeError. */
export function matrixShape(shape: Shape): Shape {
  matrixSizes(shape);
  return shape;
}

/** Row and column where a diagonal starts, and its length. */
export function diagonalOf(shape: Shape, offset: number): { readonly row: number; readonly column: number; readonly length: number } {
  const [rows, columns] = matrixSizes(shape);
  const [row, column] = [Math.max(0, -offset), Math.max(0, offset)];
  return { row, column, length: Math.max(0, Math.min(rows - row, columns - column)) };
}

/** Offsets of a matrix's elements (in the last two axes) that `keeps`, -1 elsewhere. */
export function masked(shape: Shape, keeps: (row: number, column: number) => boolean): Int32Array {
  const [rows, columns] = matrixSizes(shape);
  const size = shape.reduce((product, dimension) => product * dimension, 1);
  return Int32Array.from({ length: size }, (_, i) => (keeps(Math.floor(i / columns) % rows, i % columns) ? i : -1));
}
