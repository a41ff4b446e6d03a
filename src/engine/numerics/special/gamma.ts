const HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);
const ASYMPTOTIC = 12;

/** Sum of coefficients times powers of 1/x², from the first. */
function tail(x: number, coefficients: readonly number[]): number {
  const z = 1 / (x * x);
  return coefficients.reduceRight((sum, c) => sum * z + c, 0);
}

/** Hurwitz' ζ(s, a) = Σ (n + a)⁻ˢ: the first 48 terms, and the Euler-Maclaurin formula for the rest. */
function hurwitz(s: number, a: number): number {
  const n = a + 48;
  let sum = 0;
  for (let t = n - 1; t > a - 0.5; t--) sum += t ** -s;
  const rest = n ** (1 - s) / (s - 1) + 0.5 * n ** -s + (s * n ** (-s - 1)) / 12;
  return sum + rest - (s * (s + 1) * (s + 2) * n ** (-s - 3)) / 720 + (s * (s + 1) * (s + 2) * (s + 3) * (s + 4) * n ** (-s - 5)) / 30240;
}

const EULER_GAMMA = 0.5772156649015329;
const ZETAS = Array.from({ length: 32 }, (_, i) => (i < 2 ? 0 : hurwitz(i, 2) / i));

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

/** Root of digamma on the positive axis, as the sum of two doubles, and the series of digamma around it (DLMF 5.15.1). */
const ROOT = 1.4616321449683622;
const ROOT_REST = 9.549995429965697e-17;
const AROUND_ROOT = Array.from({ length: 20 }, (_, k) => hurwitz(k + 2, ROOT));

function aroundRoot(h: number): number {
  return h * AROUND_ROOT.reduceRight((sum, c) => c - h * sum, 0);
}

/** ψ(x), the derivative of lgamma (DLMF 5.11.2); -∞ at 0, +∞ at -0, nan at the negative integers. */
export function digamma(x: number): number {
  if (x <= 0 && Number.isInteger(x)) return x === 0 ? -Infinity * (Object.is(x, -0) ? -1 : 1) : NaN;
  if (Math.abs(x - ROOT) < 0.15) return aroundRoot(x - ROOT - ROOT_REST);
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

/** ψ″(x), the derivative of trigamma (DLMF 5.15.9). */
export function tetragamma(x: number): number {
  if (x <= 0 && Number.isInteger(x)) return NaN;
  if (x < 0) return tetragamma(1 - x) - (2 * Math.PI ** 3 * Math.cos(Math.PI * x)) / Math.sin(Math.PI * x) ** 3;
  let sum = 0;
  let y = x;
  for (; y < ASYMPTOTIC; y++) sum -= 2 / (y * y * y);
  return sum - 1 / (y * y) - 1 / (y * y * y) - tail(y, [1 / 2, -1 / 6, 1 / 6, -3 / 10, 5 / 6, -691 / 210]) / y ** 4;
}
