import { hull, type Interval } from '../numerics/interval';
import type { Signature } from '../numerics/signature';
import { ShapeError } from '../numerics/signature';
import type { Forward, Op, Operand } from './op';
import { broadcastOffsets, broadcastShapes, printShape } from './shared/shapes';
import { cutOffsets, cutShape, cutsOf } from './shared/slices';

interface Plan {
  readonly targets: Int32Array;
  readonly sources: Int32Array;
}

function planOf({ operands, attributes }: Pick<Forward, 'operands' | 'attributes'>): Plan {
  const [x, updates] = operands as readonly [Operand, Operand];
  const cuts = cutsOf(x.shape, attributes);
  return { targets: cutOffsets(x.shape, cuts), sources: broadcastOffsets(updates.shape, cutShape(cuts)) };
}

/** x with the part that `slice` would select replaced by `updates`. */
export const indexUpdate: Op = {
  name: 'index_update',
  summary: 'The tensor with a part of it replaced.',
  operands: ['x', 'updates'],
  attributes: { starts: [], stops: [], steps: [] },
  elementwise: false,
  infer: (operands, attributes) => {
    const [x, updates] = operands as readonly [Signature, Signature];
    const part = cutShape(cutsOf(x.shape, attributes));
    if (broadcastShapes([part, updates.shape]).length !== part.length)
      throw new ShapeError(`${printShape(updates.shape)} does not fit ${printShape(part)}`);
    return { shape: x.shape, kind: x.kind };
  },
  forward: (at) => {
    const { targets, sources } = planOf(at);
    const result = Float64Array.from(at.operands[0]?.values ?? []);
    targets.forEach((target, i) => (result[target] = at.format.round(at.operands[1]?.values[sources[i] as number] as number)));
    return result;
  },
  backward: (at) => {
    const { targets, sources } = planOf(at);
    const kept = Float64Array.from(at.gradient);
    const updated = new Float64Array(at.operands[1]?.values.length ?? 0);
    targets.forEach((target, i) => {
      const source = sources[i] as number;
      updated[source] = at.format.round((updated[source] as number) + (at.gradient[target] as number));
      kept[target] = 0;
    });
    return [kept, updated];
  },
  range: ([x, updates]) => hull(x as Interval, updates as Interval),
};
