import { type Interval, point } from '../../numerics/interval';
import type { Backward, Op } from '../op';
import { textOf } from './attributes';
import { reduction } from './reduction';

/**
 * The largest or smallest element over axes. The attribute `ties` says how the gradient is shared among equal elements
 * (`split`, `first`); null: as the library's maximum of a whole tensor does.
 */
export function extremeReduction(name: string, summary: string, better: (x: number, y: number) => boolean, worst: number): Op {
  return reduction({
    name,
    summary,
    attributes: { ties: null },
    kind: (kind) => kind,
    value: (group) => {
      let best = worst;
      for (const x of group) if (better(x, best) || Number.isNaN(x)) best = x;
      return best;
    },
    pull: share,
    range: (x: Interval, count) => (count === 0 ? point(worst) : x),
    latex: `\\${name} #1`,
  });
}

function share(g: number, group: Float64Array, result: number, at: Backward): Float64Array {
  if (Number.isNaN(result) && at.conventions.maxReductionOfNan === 'all-nan') return group.map(() => NaN);
  const is = (x: number): boolean => x === result || (Number.isNaN(x) && Number.isNaN(result));
  if (textOf(at.attributes, 'ties', at.conventions.maxReductionTie) === 'first') {
    const first = group.findIndex(is);
    return group.map((_, i) => (i === first ? g : 0));
  }
  const others = at.conventions.maxReductionGate === 'selects' ? 0 : 0 * g;
  const count = group.reduce((n, x) => n + (is(x) ? 1 : 0), 0);
  return group.map((x) => (is(x) ? g / count : others));
}
