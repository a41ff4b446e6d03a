import { Refused } from '../build';
import { composite } from '../composite';

/** `quantile` of torch, NumPy and JAX, linear between neighbours; `percentile` where `percent` says so. */
export const quantile = composite(
  'quantile',
  'Quantiles of the elements, linear between neighbours.',
  "input, q, axis=None, keepdims=False, method='linear', percent=False",
  (k) => {
    const given = k.tensor('input');
    const axes = k.axes('axis', null, given.shape.length);
    if (axes !== null && axes.length !== 1) throw new Refused('quantiles over several axes');
    if ((k.word('method') ?? 'linear') !== 'linear') throw new Refused('quantiles that are not linear between neighbours');
    const input = axes ? given : k.op('reshape', [given], { shape: [-1] });
    const axis = axes?.[0] ?? 0;
    const size = input.shape[axis] ?? 1;
    const sorted = k.op('sort', [input], { axis });
    const listed = k.numbers('q');
    const kept = given.shape.map((length, i) => (axes === null || i === axis ? 1 : length));
    const shape = k.flag('keepdims') ? kept : axes === null ? [] : given.shape.filter((_, i) => i !== axis);
    const one = (q: number) => {
      const place = (k.flag('percent') ? q / 100 : q) * (size - 1);
      const at = (i: number) => k.op('reshape', [k.slice(sorted, axis, i, i + 1)], { shape });
      const low = Math.floor(place);
      return low === place ? at(low) : k.op('lerp', [at(low), at(low + 1), place - low]);
    };
    return Array.isArray(listed) ? k.op('stack', listed.map(one), { axis: 0 }) : one(listed as number);
  },
);
