const TWO_OVER_ROOT_PI = 1.1283791670955126;
const ROOT_PI = 1.772453850905516;

/** Error function; within 4 units in the last place. */
export function erf(x: number): number {
  if (Number.isNaN(x)) return x;
  if (Math.abs(x) < 2) return erfSeries(x);
  return Math.sign(x) * (1 - erfcFraction(Math.abs(x)));
}

/** Complementary error function; relative error below 10⁻¹³ until it underflows. */
export function erfc(x: number): number {
  if (Number.isNaN(x)) return x;
  if (x < 0.5) return 1 - erf(x);
  return x < 2 ? erfcMiddle(x) : erfcFraction(x);
}

/** 2/√π e^(-x²) Σ 2ⁿ x²ⁿ⁺¹ / (2n+1)!!, whose terms do not cancel. */
function erfSeries(x: number): number {
  const squared = 2 * x * x;
  let term = x;
  let sum = x;
  for (let n = 1; Math.abs(term) > 1e-17 * Math.abs(sum); n++) {
    term *= squared / (2 * n + 1);
    sum += term;
  }
  return TWO_OVER_ROOT_PI * Math.exp(-x * x) * sum;
}

/** Continued fraction (Laplace), fast from 2 on. */
function erfcFraction(x: number): number {
  if (x > 27.5) return 0;
  return expOfMinusSquare(x) / (ROOT_PI * fraction(x, 120));
}

/** The same fraction, which needs more terms nearer to 0. */
function erfcMiddle(x: number): number {
  return expOfMinusSquare(x) / (ROOT_PI * fraction(x, 1500));
}

function fraction(x: number, terms: number): number {
  let value = x;
  for (let k = terms; k > 0; k--) value = x + k / 2 / value;
  return value;
}

/** e^(-x²) with x split so that the square is exact in parts. */
function expOfMinusSquare(x: number): number {
  const head = Math.round(x * 1024) / 1024;
  return Math.exp(-head * head) * Math.exp(-(x - head) * (x + head));
}

/** Inverse of {@link erf}: ±inf at ±1, NaN outside. */
export function erfinv(y: number): number {
  if (Number.isNaN(y) || Math.abs(y) > 1) return NaN;
  if (Math.abs(y) === 1) return y * Infinity;
  if (y === 0) return y;
  let x = Math.sign(y) * startOfInverse(Math.abs(y));
  for (let i = 0; i < 3; i++) x -= halley(x, y);
  return x;
}

/** Winitzki's approximation, good to 2 · 10⁻³. */
function startOfInverse(y: number): number {
  const a = 0.147;
  const l = Math.log1p(-y * y);
  const b = 2 / (Math.PI * a) + l / 2;
  return Math.sqrt(Math.sqrt(b * b - l / a) - b);
}

function halley(x: number, y: number): number {
  const error = y > 0 ? 1 - y - erfc(x) : erfc(-x) - (1 + y);
  const newton = error / (TWO_OVER_ROOT_PI * Math.exp(-x * x));
  return newton / (1 + x * newton);
}

/** Distribution function of the standard normal. */
export function ndtr(x: number): number {
  return erfc(-x * Math.SQRT1_2) / 2;
}

/** Its logarithm, which does not underflow. */
export function logNdtr(x: number): number {
  if (x > -5) return x > 0 ? Math.log1p(-ndtr(-x)) : Math.log(ndtr(x));
  const z = -x * Math.SQRT1_2;
  return -z * z - Math.log(2 * ROOT_PI * fraction(z, 200));
}

const STIRLING = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156];
const SHIFT = 9;

/** ln |Γ(x)|; inf at 0 and the negative integers. */
export function lgamma(x: number): number {
  if (x <= 0 && Number.isInteger(x)) return Infinity;
  if (x < 0.5) return Math.log(Math.PI / Math.abs(Math.sin(Math.PI * (x % 2)))) - lgamma(1 - x);
  if (x === Infinity || Number.isNaN(x)) return x;
  if (x === 1 || x === 2) return 0;
  let product = 1;
  let shifted = x;
  for (; shifted < SHIFT; shifted++) product *= shifted;
  return stirling(shifted) - Math.log(product);
}

function stirling(x: number): number {
  const inverse = 1 / x;
  const tail = STIRLING.reduceRight((sum, c) => sum * inverse * inverse + c, 0) * inverse;
  return (x - 0.5) * Math.log(x) - x + 0.9189385332046728 + tail;
}

const DIGAMMA = [1 / 12, -1 / 120, 1 / 252, -1 / 240, 1 / 132, -691 / 32760, 1 / 12];

/** d/dx ln Γ(x); NaN at 0 and the negative integers. */
export function digamma(x: number): number {
  if (x <= 0 && Number.isInteger(x)) return NaN;
  if (x < 0) return digamma(1 - x) - Math.PI / Math.tan(Math.PI * (x % 1));
  let sum = 0;
  let shifted = x;
  for (; shifted < SHIFT; shifted++) sum -= 1 / shifted;
  const inverse = 1 / (shifted * shifted);
  return sum + Math.log(shifted) - 0.5 / shifted - DIGAMMA.reduceRight((tail, c) => (tail + c) * inverse, 0);
}

const TRIGAMMA = [1 / 6, -1 / 30, 1 / 42, -1 / 30, 5 / 66, -691 / 2730, 7 / 6];

/** Second derivative of ln Γ(x) for x > 0. */
export function trigamma(x: number): number {
  let sum = 0;
  let shifted = x;
  for (; shifted < SHIFT; shifted++) sum += 1 / (shifted * shifted);
  const inverse = 1 / shifted;
  const tail = TRIGAMMA.reduceRight((rest, c) => rest * inverse * inverse + c, 0) * inverse ** 3;
  return sum + inverse + (inverse * inverse) / 2 + tail;
}
