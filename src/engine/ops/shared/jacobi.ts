/** Numbers in order, and the vectors that belong to them, one after the other: of singular values on the left and on the right. */
interface Decomposition {
  readonly values: Float64Array;
  readonly left: readonly Float64Array[];
  readonly right: readonly Float64Array[];
}

/** Turns through all pairs; far fewer bring a matrix of doubles to rest. */
const SWEEPS = 40;

/** Singular values of a matrix, largest first, with their vectors, by rotating pairs of columns until all are orthogonal. */
export function singular(matrix: Float64Array, rows: number, columns: number): Decomposition {
  if (rows < columns) {
    const turned = Float64Array.from(matrix, (_, i) => matrix[(i % rows) * columns + Math.floor(i / rows)] as number);
    const { values, left, right } = singular(turned, columns, rows);
    return { values, left: right, right: left };
  }
  const pillars = Array.from({ length: columns }, (_, j) =>
    Float64Array.from({ length: rows }, (_x, i) => matrix[i * columns + j] as number),
  );
  const turns = unit(columns);
  for (let sweep = 0; sweep < SWEEPS && orthogonalised(pillars, turns); sweep++);
  const lengths = pillars.map((one) => Math.hypot(...one));
  const order = lengths.map((_, i) => i).sort((a, b) => (lengths[b] as number) - (lengths[a] as number));
  return {
    values: Float64Array.from(order, (i) => lengths[i] as number),
    left: order.map((i) => (pillars[i] as Float64Array).map((x) => (lengths[i] === 0 ? 0 : x / (lengths[i] as number)))),
    right: order.map((i) => turns[i] as Float64Array),
  };
}

/** Eigenvalues of a symmetric matrix, smallest first, with their vectors; of the matrix only the lower triangle is read. */
export function symmetric(matrix: Float64Array, n: number): Decomposition {
  const whole = Float64Array.from(matrix, (_, i) => {
    const [row, column] = [Math.floor(i / n), i % n];
    return matrix[Math.max(row, column) * n + Math.min(row, column)] as number;
  });
  const shift = Math.hypot(...whole);
  const lifted = whole.map((x, i) => (i % (n + 1) === 0 ? x + shift : x));
  const { left } = singular(lifted, n, n);
  const vectors = [...left].reverse();
  const values = vectors.map((v) =>
    v.reduce((sum, x, i) => sum + x * v.reduce((row, y, j) => row + y * (whole[i * n + j] as number), 0), 0),
  );
  return { values: Float64Array.from(values), left: vectors, right: vectors };
}

function unit(n: number): Float64Array[] {
  return Array.from({ length: n }, (_, i) => Float64Array.from({ length: n }, (_x, j) => (i === j ? 1 : 0)));
}

/** One turn through all pairs of columns; whether any was not orthogonal. */
function orthogonalised(pillars: readonly Float64Array[], turns: readonly Float64Array[]): boolean {
  let moved = false;
  for (const [q, second] of pillars.entries()) {
    for (const [p, first] of pillars.slice(0, q).entries()) {
      const [a, b, both] = [product(first, first), product(second, second), product(first, second)];
      if (!(Math.abs(both) > Number.EPSILON * Math.sqrt(a) * Math.sqrt(b))) continue;
      const zeta = (b - a) / (2 * both);
      const tangent = (zeta < 0 ? -1 : 1) / (Math.abs(zeta) + Math.hypot(1, zeta));
      const cosine = 1 / Math.hypot(1, tangent);
      rotate(first, second, cosine, cosine * tangent);
      rotate(turns[p] as Float64Array, turns[q] as Float64Array, cosine, cosine * tangent);
      moved = true;
    }
  }
  return moved;
}

function rotate(first: Float64Array, second: Float64Array, cosine: number, sine: number): void {
  for (const [i, x] of first.entries()) {
    const y = second[i] as number;
    first[i] = cosine * x - sine * y;
    second[i] = sine * x + cosine * y;
  }
}

function product(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, x, i) => sum + x * (b[i] as number), 0);
}
