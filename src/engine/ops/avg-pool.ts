import { hull, type Interval, point } from '../numerics/interval';
import type { Signature } from '../numerics/signature';
import type { Op, Operand } from './op';
import { sumOf } from './shared/accumulator';
import { eachWindow, pooledShape } from './shared/pooling';
import { averaged } from './shared/reduction';
import { sizeOf } from './shared/shapes';

/** Mean of each window over the last axes; padding counts as 0 unless `count_include_pad` is false. */
export const avgPool: Op = {
  name: 'avg_pool',
  summary: 'Mean of each window.',
  operands: ['x'],
  attributes: { kernel: 2, stride: null, padding: 0, count_include_pad: true },
  elementwise: false,
  infer: ([x], attributes) => ({ shape: pooledShape(x as Signature, attributes), kind: averaged((x as Signature).kind) }),
  forward: (at) => {
    const { values } = at.operands[0] as Operand;
    const result = new Float64Array(sizeOf(at.shape));
    eachWindow(at, (elements, y, taps) => {
      const count = at.attributes['count_include_pad'] === false ? elements.length : taps;
      result[y] = at.format.round(
        sumOf(
          elements.map((i) => values[i] as number),
          at,
        ) / count,
      );
    });
    return result;
  },
  backward: (at) => {
    const sums = new Float64Array(at.operands[0]?.values.length ?? 0);
    eachWindow(at, (elements, y, taps) => {
      const count = at.attributes['count_include_pad'] === false ? elements.length : taps;
      const share = at.format.round((at.gradient[y] as number) / count);
      for (const i of elements) sums[i] = at.format.round((sums[i] as number) + share);
    });
    return [sums];
  },
  range: ([x]) => hull(x as Interval, point(0)),
};
