import type { Backward } from '../op';

/** Upstream gradient through a piece that is flat outside its bounds: passed inside, stopped outside. */
export function inside(g: number, isInside: boolean, { conventions }: Pick<Backward, 'conventions'>): number {
  return isInside ? g : conventions.reluGate === 'selects' ? 0 : g * 0;
}
