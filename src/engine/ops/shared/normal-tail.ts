import type { Forward } from '../op';
import { intermediate } from './intermediate';
import { erf, ndtr } from '../../numerics/special';

/** The standard normal distribution function as the framework computes it. */
export function normalTail(x: number, at: Pick<Forward, 'format' | 'conventions'>): number {
  const inner = intermediate(at);
  return at.conventions.normalTail === 'erfc' ? ndtr(x) : 0.5 * inner(1 + inner(erf(x * Math.SQRT1_2)));
}
