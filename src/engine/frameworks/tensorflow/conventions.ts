import type { Conventions } from '../../ops/conventions';

/** TensorFlow 2.21 on the CPU. */
export const conventions: Conventions = {
  absAtZero: 0,
  reluAtZero: 0,
  leakyReluAtZero: 'left',
  seluAtZero: 'right',
  hardtanhAtBound: 0,
  maximumTie: [1, 0],
  maxReductionTie: 'split',
  clipAtBound: 1,
  reluGate: 'multiplies',
  maximumGate: 'selects',
  clipGate: 'selects',
  sqrtGate: 'selects',
  normAtZero: NaN,
  stdAtZero: NaN,
  xlogyAtZero: 0,
  zeroPowZero: NaN,
  powerOfNegative: 0,
  atan2AtOrigin: NaN,
  hypotAtOrigin: NaN,
  quotientSlope: 'divides-twice',
  cumprodSlope: 'divides',
  scalarsInHalf: 'rounded',
  halfSums: 'single',
};
