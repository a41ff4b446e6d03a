import { erfc, erfcx, gaussian } from './erf';

/** Density of the standard normal distribution. */
export function normalDensity(x: number): number {
  return gaussian(x, 0.5) / Math.sqrt(2 * Math.PI);
}

/** Distribution function of the standard normal distribution. */
export function ndtr(x: number): number {
  return x > -2 ? 0.5 * erfc(-x * Math.SQRT1_2) : 0.5 * gaussian(x, 0.5) * erfcx(-x * Math.SQRT1_2);
}

/** Its logarithm, without underflow in the lower tail. */
export function logNdtr(x: number): number {
  if (x > 1) return Math.log1p(-ndtr(-x));
  if (x > -3) return Math.log(ndtr(x));
  return -0.5 * x * x + Math.log(0.5 * erfcx(-x * Math.SQRT1_2));
}

/** Slope of logNdtr: density over distribution function, also where both underflow. */
export function inverseMills(x: number): number {
  return x > -3 ? normalDensity(x) / ndtr(x) : Math.sqrt(2 / Math.PI) / erfcx(-x * Math.SQRT1_2);
}
