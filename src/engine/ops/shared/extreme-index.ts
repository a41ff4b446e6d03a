import { interval } from '../../numerics/interval';
import type { Op } from '../op';
import { reduction } from './reduction';

/** Position of the first best element along an axis (null: in the flattened tensor). */
export function extremeIndex(name: string, summary: string, better: (x: number, y: number) => boolean): Op {
  return reduction({
    name,
    summary,
    attributes: { axis: null },
    kind: () => 'int',
    value: (group) => {
      let best = 0;
      group.forEach((x, i) => {
        const leader = group[best] as number;
        if (better(x, leader) || (Number.isNaN(x) && !Number.isNaN(leader))) best = i;
      });
      return best;
    },
    pull: null,
    range: (_x, count) => interval(0, Math.max(0, count - 1)),
  });
}
