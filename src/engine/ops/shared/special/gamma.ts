const HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);
const ASYMPTOTIC = 12;

/** Sum of coefficients times powers of 1/x², from the first. */
function tail(x: number, coefficients: readonly number[]): number {
  const z = 1 / (x * x);
  return coefficients.reduceRight((sum, c) => sum * z + c, 0);
}

/** ζ(k) - 1: the sum up to 50, and the Euler-Maclaurin formula for the rest. */
function zetaLessOne(k: number): number {
  const n = 50;
  let sum = 0;
  for (let i = n - 1; i >= 2; i--) sum += i ** -k;
  const rest = n ** (1 - k) / (k - 1) + 0.5 * n ** -k + (k * n ** (-k - 1)) / 12;
  return sum + rest - (k * (k + 1) * (k + 2) * n ** (-k - 3)) / 720 + (k * (k + 1) * (k + 2) * (k + 3) * (k + 4) * n ** (-k - 5)) / 30240;
}

const EULER_GAMMA = 0.5772156649015329;
const ZETAS = Array.from({ length: 32 }, (_, i) => (i < 2 ? 0 : zetaLessOne(i) / i));

/** lgamma(2 + z) for |z| ≤ 1/2, accurate also near its zeros (DLMF 5.7.3). */
function aroundTwo(z: number): number {
  return z * (1 - EULER_GAMMA + z * ZETAS.reduceRight((sum, c, k) => (k < 2 ? sum : sum * -z + c), 0));
}

/** Logarithm of |Γ(x)|: near its zeros a power series, else Stirling's series (DLMF 5.11.1) after shifting to x ≥ 12; +∞ at 0, -1, -2 … */
export function lgamma(x: number): number {
  if (x === Infinity || x === -Infinity) return Infinity;
  if (x <= 0 && Number.isInteger(x)) return Infinity;
  if (x >= 0.5 && x < 1.5) return aroundTwo(x - 1) - Math.log1p(x - 1);
  if (x >= 1.5 && x < 2.5) return aroundTwo(x - 2);
  if (x < 0.5) return Math.log(Math.PI / Math.abs(Math.sin(Math.PI * x))) - lgamma(1 - x);
  let shift = 1;
  let y = x;
  for (; y < ASYMPTOTIC; y++) shift *= y;
  const series = tail(y, [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360]) / y;
  return (y - 0.5) * Math.log(y) - y + HALF_LOG_TWO_PI + series - Math.log(shift);
}

/** ψ(x), the derivative of lgamma (DLMF 5.11.2); nan at the negative integers. */
export function digamma(x: number): number {
  if (x <= 0 && Number.isInteger(x)) return x === 0 ? -Infinity * (Object.is(x, -0) ? -1 : 1) : NaN;
  if (x < 0) return digamma(1 - x) - Math.PI / Math.tan(Math.PI * (x - Math.floor(x)));
  let sum = 0;
  let y = x;
  for (; y < ASYMPTOTIC; y++) sum -= 1 / y;
  return sum + Math.log(y) - 1 / (2 * y) - tail(y, [1 / 12, -1 / 120, 1 / 252, -1 / 240, 1 / 132, -691 / 32760]) / (y * y);
}

/** ψ′(x), the derivative of digamma (DLMF 5.15.8). */
export function trigamma(x: number): number {
  if (x <= 0 && Number.isInteger(x)) return Infinity;
  if (x < 0) return (Math.PI / Math.sin(Math.PI * x)) ** 2 - trigamma(1 - x);
  let sum = 0;
  let y = x;
  for (; y < ASYMPTOTIC; y++) sum += 1 / (y * y);
  return sum + 1 / y + 1 / (2 * y * y) + tail(y, [1 / 6, -1 / 30, 1 / 42, -1 / 30, 5 / 66, -691 / 2730]) / (y * y * y);
}
