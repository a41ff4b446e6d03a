/** Whether a closed gate drops an infinite upstream slope (`selects`: the result is 0) or multiplies it by 0 (nan). */
export type Gate = 'selects' | 'multiplies';

/**
 * What a framework's autograd does where mathematics leaves a choice. Measured; `test/oracle/gradients.py` holds the
 * measurement. `at…`: the slope returned at the kink.
 */
export interface Conventions {
  readonly absAtZero: number;
  readonly reluAtZero: number;
  readonly leakyReluAtZero: 'left' | 'right';
  readonly seluAtZero: 'left' | 'right';
  /** Slope of hardtanh exactly at a bound. */
  readonly hardtanhAtBound: number;
  /** Share of the gradient that each operand of `maximum(a, b)` gets when a = b. */
  readonly maximumTie: readonly [number, number];
  /** How the gradient of a reduction's maximum is shared among ties. */
  readonly maxReductionTie: 'split' | 'first';
  /** Slope of clip exactly at a bound. */
  readonly clipAtBound: number;
  readonly reluGate: Gate;
  readonly maximumGate: Gate;
  readonly clipGate: Gate;
  /** Whether sqrt's pull-back of an exact 0 is 0 even where the slope is infinite. */
  readonly sqrtGate: Gate;
  /** Gradient of a library's own norm, or standard deviation, at 0: 0 or nan. */
  readonly normAtZero: number;
  readonly stdAtZero: number;
  /** d/dx of xlogy(x, y) at x = y = 0. */
  readonly xlogyAtZero: number;
  /** d/dbase of 0 ** 0. */
  readonly zeroPowZero: number;
  /** d/dexponent of a power of a base ≤ 0 that is not a real number's logarithm: 0 or nan. */
  readonly powerOfNegative: number;
  /** Gradient of atan2 at the origin. */
  readonly atan2AtOrigin: number;
  /** Gradient of hypot at the origin: each operand's share. */
  readonly hypotAtOrigin: number;
  /** How the divisor's gradient is written: `-g (x/y) / y`, or `-g x y^-2` whose square may over- or underflow. */
  readonly quotientSlope: 'divides-twice' | 'squares';
  /** How the gradient of cumprod is written: by dividing (wrong where an element is 0) or exactly. */
  readonly cumprodSlope: 'exact' | 'divides';
  /** What a Python number does to a half-precision tensor: it is rounded to half first, or used in single precision. */
  readonly scalarsInHalf: 'rounded' | 'single';
  /** Whether sums of half-precision numbers are accumulated in half or in single precision. */
  readonly halfSums: 'half' | 'single';
}
