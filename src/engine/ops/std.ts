import { sqrt } from '../numerics/interval';
import type { Op } from './op';
import { numberOf } from './shared/attributes';
import { deviations, varianceOf, varianceRange } from './shared/deviations';
import { averaged, reduction } from './shared/reduction';

/** Standard deviation over axes, the divisor being the count less `correction`. */
export const std: Op = reduction({
  name: 'std',
  summary: 'Standard deviation of the elements.',
  attributes: { correction: 0 },
  kind: averaged,
  value: (group, at) => Math.sqrt(varianceOf(group, numberOf(at.attributes, 'correction', 0), at)),
  pull: (g, group, result, at) => {
    const { format, conventions } = at;
    if (result === 0 && conventions.stdAtZero === 0) return group.map(() => 0);
    const outer = g === 0 && conventions.sqrtGate === 'selects' ? 0 : format.round(g / format.round(2 * result));
    const scale = 2 / Math.max(0, group.length - numberOf(at.attributes, 'correction', 0));
    return deviations(group, at).map((d) => outer * format.round(scale * d));
  },
  range: (x, count, attributes, format) => {
    const variance = varianceRange(x, count, numberOf(attributes, 'correction', 0), format);
    const overflows = format !== undefined && variance.hi > format.largest && Number.isFinite(variance.hi);
    return sqrt(overflows ? { ...variance, hi: Infinity, hiOpen: false } : variance);
  },
  steep: (_operands, _attributes, conventions) => conventions.stdAtZero !== 0,
  latex: '\\operatorname{std} #1',
});
