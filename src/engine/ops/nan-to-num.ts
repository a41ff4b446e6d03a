import { hull, intersect, interval, isEmpty, point } from '../numerics/interval';
import type { Op } from './op';
import { numberOf } from './shared/attributes';
import { unary } from './shared/unary';

/** The number, with nan and the infinities replaced; an infinite replacement of null is the largest number of the format. */
export const nanToNum: Op = unary({
  name: 'nan_to_num',
  summary: 'The number, with nan and infinities replaced.',
  attributes: { nan: 0, posinf: null, neginf: null },
  kind: 'promoted',
  value: (x, { attributes, format }) => {
    if (Number.isNaN(x)) return numberOf(attributes, 'nan', 0);
    if (x === Infinity) return numberOf(attributes, 'posinf', format.largest);
    return x === -Infinity ? numberOf(attributes, 'neginf', -format.largest) : x;
  },
  pull: (g, x, _y, { conventions }) => (Number.isFinite(x) ? g : conventions.nanToNumGate === 'selects' ? 0 : g * 0),
  range: (x, attributes) => {
    const finite = intersect({ ...x, nan: false }, interval(-Number.MAX_VALUE, Number.MAX_VALUE));
    const posinf = x.hi === Infinity && !x.hiOpen ? hull(finite, point(numberOf(attributes, 'posinf', Number.MAX_VALUE))) : finite;
    const neginf = x.lo === -Infinity && !x.loOpen ? hull(posinf, point(numberOf(attributes, 'neginf', -Number.MAX_VALUE))) : posinf;
    return x.nan || isEmpty(x) ? hull(neginf, point(numberOf(attributes, 'nan', 0))) : neginf;
  },
  facts: { derivatives: ['1'] },
  definition: 'x',
});
