import type { Conventions } from '../../ops/conventions';

/** JAX 0.10 on the CPU. */
export const conventions: Conventions = {
  absAtZero: 1,
  reluAtZero: 0,
  leakyReluAtZero: 'right',
  seluAtZero: 'left',
  hardtanhAtBound: 1,
  maximumTie: [0.5, 0.5],
  maxReductionTie: 'split',
  clipAtBound: 0.5,
  reluGate: 'selects',
  maximumGate: 'multiplies',
  clipGate: 'multiplies',
  sqrtGate: 'multiplies',
  normAtZero: NaN,
  stdAtZero: NaN,
  xlogyAtZero: NaN,
  zeroPowZero: 0,
  powerOfNegative: NaN,
  atan2AtOrigin: NaN,
  hypotAtOrigin: 0.5,
  quotientSlope: 'squares',
  cumprodSlope: 'exact',
  scalarsInHalf: 'rounded',
  halfSums: 'single',
};
