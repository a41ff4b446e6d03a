/** Whether a closed gate drops an infinite upstream slope (`selects`: the result is 0) or multiplies it by 0 (nan). */
type Gate = 'selects' | 'multiplies';

/** A product's gradient: products of the other factors; result / factor, wrong at 0; or the latter only where no factor is 0. */
type ProductSlope = 'exact' | 'divides' | 'divides-unless-zero';

/**
 * What a framework's autograd does where mathematics leaves a choice. Measured; `test/oracle/gradients.py` holds the
 * measurement. `at…`: the slope returned at the kink.
 */
export interface Conventions {
  readonly absAtZero: number;
  /** Slope of abs where its operand is nan. */
  readonly absOfNan: number;
  readonly reluAtZero: number;
  /** Slope of relu where its operand is nan. */
  readonly reluOfNan: number;
  readonly leakyReluAtZero: 'left' | 'right';
  readonly seluAtZero: 'left' | 'right';
  /** Slope of hardtanh exactly at a bound. */
  readonly hardtanhAtBound: number;
  /** Share of the gradient that each operand of `maximum(a, b)` gets when a = b. */
  readonly maximumTie: readonly [number, number];
  /** The same where one of them is nan. */
  readonly maximumOfNan: readonly [number, number];
  /** How the gradient of a reduction's maximum is shared among ties. */
  readonly maxReductionTie: 'split' | 'first';
  /** Who gets the gradient of a maximum that is nan: the nans among the elements, or every element nan. */
  readonly maxReductionOfNan: 'nans' | 'all-nan';
  /** Slope of clip exactly at a bound. */
  readonly clipAtBound: number;
  readonly reluGate: Gate;
  readonly maxReductionGate: Gate;
  readonly maximumGate: Gate;
  readonly clipGate: Gate;
  /** Whether the pull-back of an exact 0 through sqrt, rsqrt and reciprocal is 0 even where the slope is infinite. */
  readonly sqrtGate: Gate;
  /** Gradient of a library's own norm, or standard deviation, at 0: 0 or nan. */
  readonly normAtZero: number;
  readonly stdAtZero: number;
  /** d/dx of xlogy(x, y): log y; 0 where x = 0; or 0 where the upstream is 0, and where x = 0 and y ≤ 0. */
  readonly xlogySlope: 'plain' | 'zero-at-zero' | 'zero-upstream';
  /** d/dbase of 0 ** 0. */
  readonly zeroPowZero: number;
  /** The logarithm of a base ≤ 0 in d/dexponent of a power: 0 in its place, or what the logarithm gives. */
  readonly powerOfNegative: 'zero' | 'logarithm';
  /** Slopes of atan2 where x² + y² is 0. */
  readonly atan2AtOrigin: number;
  /** Gradient of hypot at the origin: each operand's share. */
  readonly hypotAtOrigin: number;
  /** How the divisor's gradient is written: `-g (x/y) / y`, or `-g x y^-2` whose square may over- or underflow. */
  readonly quotientSlope: 'divides-twice' | 'squares';
  /** How the gradients of prod and cumprod are written. */
  readonly prodSlope: ProductSlope;
  readonly cumprodSlope: ProductSlope;
  /** How the gradient of logsumexp is written: e^(x - result), or the quotient of the shifted exponential and their sum. */
  readonly logsumexpSlope: 'from-result' | 'quotient';
  readonly logaddexpSlope: 'from-result' | 'quotient';
  /** How the slope of tanh is written: 1 - y², or (g + g y)(1 - y), which is nan below an infinite upstream. */
  readonly tanhSlope: 'square' | 'factors';
  /** What a product with a truth value does where it is false: 0 times the number, or 0 whatever the number is. */
  readonly falseProduct: Gate;
  /** Slope of expm1, and of elu's negative side: from the result (0 as soon as it rounds to -1), or the exponential. */
  readonly expm1Slope: 'result' | 'exponential';
  readonly eluSlope: 'result' | 'exponential';
  /** How the normal distribution function is computed: from erf, which is 0 in the lower tail, or from erfc. */
  readonly normalTail: 'erf' | 'erfc';
  /** Slope of logit outside [0, 1]. */
  readonly logitOutside: 'nan' | 'formula';
  readonly nanToNumGate: Gate;
  /** What the determinant's slopes of a singular matrix are multiplied by: 1 where they are right, 0 or nan. */
  readonly singularDet: number;
  /** Which of equal elements comes first in descending order. */
  readonly descendingTies: 'first' | 'last';
  /** What a Python number does in sums, products and quotients with a half-precision tensor: it is rounded to half first, or used in single precision. */
  readonly scalarsInHalf: 'rounded' | 'single';
  /** In what sums and means, products, and running sums and products of half-precision numbers are accumulated. */
  readonly halfSums: 'half' | 'single';
  readonly halfProducts: 'half' | 'single';
  readonly halfScans: 'half' | 'single';
}
