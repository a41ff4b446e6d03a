/** Where erfc changes from 1 - erf to the continued fraction. */
const CROSSOVER = 1.2;
const TWO_OVER_ROOT_PI = 2 / Math.sqrt(Math.PI);

/** Error function: the series in x² with e^(-x²) taken out, whose terms are all positive (DLMF 7.6.2). */
export function erf(x: number): number {
  const a = Math.abs(x);
  if (a > 6) return Math.sign(x);
  if (a > 2.5) return Math.sign(x) * (1 - erfc(a));
  let term = x;
  let sum = x;
  for (let n = 1; Math.abs(term) > Math.abs(sum) * 1e-17 && n < 200; n++) {
    term *= (2 * x * x) / (2 * n + 1);
    sum += term;
  }
  return TWO_OVER_ROOT_PI * Math.exp(-x * x) * sum;
}

/** 1 - erf(x), accurate in the tail. */
export function erfc(x: number): number {
  return x < CROSSOVER ? 1 - erf(x) : gaussian(x, 1) * erfcx(x);
}

/** e^(-scale x²), the rounding error of x² taken into account. */
export function gaussian(x: number, scale: number): number {
  if (Math.abs(x) > 40) return 0;
  const head = Math.fround(x);
  return Math.exp(-scale * head * head) * Math.exp(scale * (head - x) * (head + x));
}

/** e^(x²) erfc(x) for x ≥ 1.2: continued fraction (DLMF 7.9.1), evaluated from its far end. */
export function erfcx(x: number): number {
  if (x === Infinity) return 0;
  let tail = x;
  for (let k = 200; k >= 1; k--) tail = x + k / 2 / tail;
  return 1 / (tail * Math.sqrt(Math.PI));
}

/** Inverse error function: Newton's method on the tail 1 - |x|, with Halley's correction; ±∞ at ±1, nan outside. */
export function erfinv(x: number): number {
  const a = Math.abs(x);
  if (!(a < 1)) return a === 1 ? x * Infinity : NaN;
  const l = Math.log1p(-a * a);
  const h = 2 / (Math.PI * 0.147) + l / 2;
  let y = Math.sqrt(Math.max(0, Math.sqrt(h * h - l / 0.147) - h));
  for (let i = 0; i < 4; i++) {
    const miss = a < 0.5 ? erf(y) - a : 1 - a - erfc(y);
    const step = miss / (TWO_OVER_ROOT_PI * Math.exp(-y * y));
    y -= step / (1 + y * step);
  }
  return Math.sign(x) * y;
}
