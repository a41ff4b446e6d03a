import type { Format } from '../numerics/format';
import { hull, intersect, type Interval, interval, isEmpty, point } from '../numerics/interval';
import type { Attribute } from '../numerics/signature';
import type { Op } from './op';
import { numberOf } from './shared/attributes';
import { unary } from './shared/unary';

/** What an infinity becomes: by default the largest number of the format, of which the smallest is 65504. */
function replacement(given: Attribute | undefined, sign: 1 | -1, format: Format | undefined): Interval {
  if (typeof given === 'number') return point(given);
  if (format) return point(sign * format.largest);
  return sign > 0 ? interval(65504, Number.MAX_VALUE) : interval(-Number.MAX_VALUE, -65504);
}

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
  range: (x, attributes, format) => {
    const finite = intersect({ ...x, nan: false }, interval(-Number.MAX_VALUE, Number.MAX_VALUE));
    const posinf = x.hi === Infinity && !x.hiOpen ? hull(finite, replacement(attributes['posinf'], 1, format)) : finite;
    const neginf = x.lo === -Infinity && !x.loOpen ? hull(posinf, replacement(attributes['neginf'], -1, format)) : posinf;
    return x.nan || isEmpty(x) ? hull(neginf, point(numberOf(attributes, 'nan', 0))) : neginf;
  },
  facts: { derivatives: ['1'] },
  definition: 'x',
});
