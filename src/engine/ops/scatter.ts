import { hull, type Interval } from '../numerics/interval';
import * as ranges from '../numerics/interval';
import { type Attributes, ShapeError, type Signature } from '../numerics/signature';
import type { Backward, Forward, Op, Operand } from './op';
import { numberOf, textOf } from './shared/attributes';
import { gatheredShape, gatherSources } from './shared/index-sources';
import { axisOf, sizeOf } from './shared/shapes';

function targetsOf({ operands, attributes }: Forward): Int32Array {
  const [x, index] = operands as readonly [Operand, Operand];
  return gatherSources(x, index, axisOf(numberOf(attributes, 'axis', 0), x.shape.length));
}

const adds = (attributes: Attributes): boolean => textOf(attributes, 'mode', 'set') === 'add';

function forward(at: Forward): Float64Array {
  const [x, , updates] = at.operands as readonly [Operand, Operand, Operand];
  const { round } = at.format;
  const result = Float64Array.from(x.values);
  targetsOf(at).forEach((target, i) => {
    const update = updates.values[updates.values.length === 1 ? 0 : i] as number;
    if (target >= 0) result[target] = round(adds(at.attributes) ? (result[target] as number) + update : update);
  });
  return result;
}

function backward(at: Backward): readonly (Float64Array | null)[] {
  const kept = Float64Array.from(at.gradient);
  const updated = new Float64Array(at.operands[2]?.values.length ?? 0);
  targetsOf(at).forEach((target, i) => {
    const own = updated.length === 1 ? 0 : i;
    if (target >= 0) updated[own] = at.format.round((updated[own] as number) + (at.gradient[target] as number));
    if (target >= 0 && !adds(at.attributes)) kept[target] = 0;
  });
  return [kept, null, updated];
}

/** x with `updates` written (`set`) or added (`add`) at the positions `index` along `axis`. */
export const scatter: Op = {
  name: 'scatter',
  summary: 'The tensor with elements written or added at given positions.',
  operands: ['x', 'index', 'updates'],
  attributes: { axis: 0, mode: 'set' },
  elementwise: false,
  infer: (operands, attributes) => {
    const [x, index, updates] = operands as readonly [Signature, Signature, Signature];
    gatheredShape(x.shape, index.shape, attributes);
    if (![1, sizeOf(index.shape)].includes(sizeOf(updates.shape))) throw new ShapeError('one update for each index is needed');
    return { shape: x.shape, kind: x.kind };
  },
  forward,
  backward,
  range: ([x, , updates], attributes, [, index]) => {
    if (!adds(attributes)) return hull(x as Interval, updates as Interval);
    const times = (index?.shape ?? []).reduce((product, size) => product * size, 1);
    return ranges.add(x as Interval, hull(ranges.point(0), ranges.multiply(updates as Interval, ranges.point(times))));
  },
};
