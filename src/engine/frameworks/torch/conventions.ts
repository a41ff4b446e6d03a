import type { Conventions } from '../../ops/conventions';

/** PyTorch 2.13 on the CPU. */
export const conventions: Conventions = {
  absAtZero: 0,
  reluAtZero: 0,
  leakyReluAtZero: 'left',
  seluAtZero: 'left',
  hardtanhAtBound: 0,
  maximumTie: [0.5, 0.5],
  maxReductionTie: 'split',
  clipAtBound: 1,
  reluGate: 'selects',
  maximumGate: 'selects',
  clipGate: 'selects',
  sqrtGate: 'multiplies',
  normAtZero: 0,
  stdAtZero: 0,
  xlogyAtZero: NaN,
  zeroPowZero: 0,
  powerOfNegative: NaN,
  atan2AtOrigin: 0,
  hypotAtOrigin: NaN,
  quotientSlope: 'divides-twice',
  cumprodSlope: 'exact',
  scalarsInHalf: 'single',
  halfSums: 'single',
};
