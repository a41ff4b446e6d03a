import type { Op } from './op';
import { numberOf } from './shared/attributes';
import { deviations, varianceOf, varianceRange } from './shared/deviations';
import { averaged, reduction } from './shared/reduction';

/** Variance over axes, the divisor being the count less `correction`. */
export const varOp: Op = reduction({
  name: 'var',
  summary: 'Variance of the elements.',
  attributes: { correction: 0 },
  kind: averaged,
  value: (group, at) => varianceOf(group, numberOf(at.attributes, 'correction', 0), at),
  pull: (g, group, _result, at) => {
    const scale = 2 / Math.max(0, group.length - numberOf(at.attributes, 'correction', 0));
    return deviations(group, at).map((d) => g * at.format.round(scale * d));
  },
  range: (x, count, attributes, format) => varianceRange(x, count, numberOf(attributes, 'correction', 0), format),
  latex: '\\operatorname{Var} #1',
});
