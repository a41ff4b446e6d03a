import { type Shape, ShapeError } from '../../numerics/signature';
import { matrixSizes } from './diagonals';

/** Rows of a square matrix of size n, row-major. */
export type Matrix = Float64Array;

/** Size of the square matrices in the last two axes. Throws ShapeError. */
export function squareSize(shape: Shape): number {
  const [rows, columns] = matrixSizes(shape);
  if (rows !== columns) throw new ShapeError('a square matrix is needed');
  return rows;
}

/** Determinant, by elimination with the largest pivot; a pivot that is nothing but rounding is 0. */
export function determinant(matrix: Matrix, n: number): number {
  const a = Float64Array.from(matrix);
  const rounding = 4 * n * Number.EPSILON;
  let product = 1;
  for (let k = 0; k < n; k++) {
    if (raisePivot(a, n, n, k)) product = -product;
    const pivot = a[k * n + k] as number;
    product *= pivot;
    if (Math.abs(pivot) <= rounding * largestIn(matrix, n, k)) return 0;
    eliminate(a, n, n, k, k + 1);
  }
  return product;
}

/** Largest magnitude in a column. */
function largestIn(matrix: Matrix, n: number, column: number): number {
  let largest = 0;
  for (let i = 0; i < n; i++) largest = Math.max(largest, Math.abs(matrix[i * n + column] as number));
  return largest;
}

/** Swaps the row with the largest element of column k up to row k; tells whether rows were swapped. */
function raisePivot(a: Float64Array, n: number, width: number, k: number): boolean {
  let best = k;
  for (let i = k + 1; i < n; i++) if (Math.abs(a[i * width + k] as number) > Math.abs(a[best * width + k] as number)) best = i;
  if (best === k) return false;
  for (let j = 0; j < width; j++) {
    const [upper, lower] = [a[k * width + j] as number, a[best * width + j] as number];
    a[k * width + j] = lower;
    a[best * width + j] = upper;
  }
  return true;
}

function eliminate(a: Float64Array, n: number, width: number, k: number, from: number): void {
  for (let i = from; i < n; i++) {
    const factor = (a[i * width + k] as number) / (a[k * width + k] as number);
    if (i !== k) for (let j = k; j < width; j++) a[i * width + j] = (a[i * width + j] as number) - factor * (a[k * width + j] as number);
  }
}

/** Solution of `matrix · z = right`, with `columns` right sides; infinite or nan where the matrix is singular. */
export function solved(matrix: Matrix, n: number, right: Float64Array, columns: number): Float64Array {
  const width = n + columns;
  const a = new Float64Array(n * width);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) a[i * width + j] = matrix[i * n + j] as number;
    for (let j = 0; j < columns; j++) a[i * width + n + j] = right[i * columns + j] as number;
  }
  for (let k = 0; k < n; k++) {
    raisePivot(a, n, width, k);
    eliminate(a, n, width, k, 0);
  }
  return Float64Array.from({ length: n * columns }, (_, i) => {
    const row = Math.floor(i / columns);
    return (a[row * width + n + (i % columns)] as number) / (a[row * width + row] as number);
  });
}

/** Inverse. */
export function inverseOf(matrix: Matrix, n: number): Matrix {
  return solved(
    matrix,
    n,
    Float64Array.from({ length: n * n }, (_, i) => (i % (n + 1) === 0 ? 1 : 0)),
    n,
  );
}

/** Derivatives of the determinant: signed determinants of the minors, also where the matrix is singular. */
export function cofactors(matrix: Matrix, n: number): Matrix {
  return Float64Array.from({ length: n * n }, (_, i) => {
    const [row, column] = [Math.floor(i / n), i % n];
    const minor = matrix.filter((_x, j) => Math.floor(j / n) !== row && j % n !== column);
    return ((row + column) % 2 === 0 ? 1 : -1) * determinant(minor, n - 1);
  });
}

/** a · b of square matrices, either of them transposed. */
export function multiplied(a: Matrix, b: Matrix, n: number, transposed: 'a' | 'b' | 'none'): Matrix {
  return Float64Array.from({ length: n * n }, (_, i) => {
    const [row, column] = [Math.floor(i / n), i % n];
    let sum = 0;
    for (let k = 0; k < n; k++) {
      const left = transposed === 'a' ? a[k * n + row] : a[row * n + k];
      const right = transposed === 'b' ? b[column * n + k] : b[k * n + column];
      sum += (left as number) * (right as number);
    }
    return sum;
  });
}
