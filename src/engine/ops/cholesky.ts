import { ALL, type Interval } from '../numerics/interval';
import type { Signature } from '../numerics/signature';
import type { Backward, Forward, Op, Operand } from './op';
import { averaged } from './shared/reduction';
import { solved, squareSize } from './shared/matrices';

/** The lower triangle L with L Lᵀ = x, of each symmetric positive definite matrix; of x, only the lower triangle is read. */
export const cholesky: Op = {
  name: 'cholesky',
  summary: 'Cholesky factor: the lower triangle whose product with its transpose is the matrix.',
  operands: ['x'],
  elementwise: false,
  infer: ([x]) => {
    const { shape, kind } = x as Signature;
    squareSize(shape);
    return { shape, kind: averaged(kind) };
  },
  forward: (at) => each(at, (matrix, n) => factor(matrix, n)),
  backward: (at: Backward) => [each(at, (_, n, i) => pulled(at.result.subarray(i, i + n * n), at.gradient.subarray(i, i + n * n), n))],
  range: ([x]) => ({ ...ALL, nan: (x as Interval).nan }),
};

function each(at: Forward, of: (matrix: Float64Array, n: number, offset: number) => Float64Array): Float64Array {
  const { values, shape } = at.operands[0] as Operand;
  const n = squareSize(shape);
  const result = new Float64Array(values.length);
  for (let i = 0; n > 0 && i < values.length; i += n * n) result.set(of(values.subarray(i, i + n * n), n, i), i);
  return result.map(at.format.round);
}

function factor(matrix: Float64Array, n: number): Float64Array {
  const l = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i * n + j] as number;
      for (let k = 0; k < j; k++) sum -= (l[i * n + k] as number) * (l[j * n + k] as number);
      l[i * n + j] = i === j ? Math.sqrt(sum) : sum / (l[j * n + j] as number);
    }
  }
  return l;
}

/** L⁻ᵀ Φ(Lᵀ G) L⁻¹, made symmetric; Φ keeps the lower triangle and half of the diagonal. */
function pulled(l: Float64Array, g: Float64Array, n: number): Float64Array {
  const phi = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = 0;
      for (let k = i; k < n; k++) sum += (l[k * n + i] as number) * (g[k * n + j] as number);
      phi[i * n + j] = i === j ? sum / 2 : sum;
    }
  }
  const upper = flipped(l, n);
  const left = solved(upper, n, phi, n);
  const both = solved(upper, n, flipped(left, n), n);
  return both.map((x, i) => (x + (both[(i % n) * n + Math.floor(i / n)] as number)) / 2);
}

function flipped(a: Float64Array, n: number): Float64Array {
  return a.map((_, i) => a[(i % n) * n + Math.floor(i / n)] as number);
}
