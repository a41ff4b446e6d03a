import type { Op, Singularity } from '../op';

const REALS = { low: -Infinity, high: Infinity } as const;

/** Facts of functions that are constant between jumps. */
export function steps(at: Singularity['at']): NonNullable<Op['facts']> {
  return {
    monotone: [{ ...REALS, is: 'increasing' }],
    singularities: [{ at, kind: 'jump', left: 0, right: 0 }],
    derivatives: [null],
  };
}
