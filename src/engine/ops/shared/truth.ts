import type { Interval } from '../../numerics/interval';
import type { Op } from '../op';
import { binary } from './binary';
import { truth } from './comparison';
import { reachesZero } from './ranges';

/** Whether a number counts as true for all of its values, or false, or null when it may be either. */
export function truthOf(x: Interval): boolean | null {
  if (!reachesZero(x)) return true;
  return x.lo === 0 && x.hi === 0 ? false : null;
}

/** A connective of two truth values, any number but 0 being true. */
export function connective(name: string, summary: string, symbol: string, decides: boolean): Op {
  return binary({
    name,
    summary,
    kind: 'bool',
    value: (x, y) => ((x !== 0) === decides || (y !== 0) === decides ? Number(decides) : Number(!decides)),
    pulls: [null, null],
    range: (x, y) => {
      const known = [truthOf(x), truthOf(y)];
      if (known.includes(decides)) return truth(decides);
      return truth(known.includes(null) ? null : !decides);
    },
    facts: { derivatives: [null, null] },
    latex: `#1 ${symbol} #2`,
  });
}
