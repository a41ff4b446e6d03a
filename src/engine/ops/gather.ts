import type { Interval } from '../numerics/interval';
import { type Signature, ShapeError } from '../numerics/signature';
import type { Forward, Op } from './op';
import { numberOf } from './shared/attributes';
import { gatherSources, indexed } from './shared/index-sources';
import { pick, putBack } from './shared/movement';
import { axisOf } from './shared/shapes';

function sources(at: Forward): Int32Array {
  const [x, index] = indexed(at);
  return gatherSources(x, index, axisOf(numberOf(at.attributes, 'axis', 0), x.shape.length));
}

/** Elements of x at the positions `index` along `axis`; an index outside gives nan. */
export const gather: Op = {
  name: 'gather',
  summary: 'Elements at the given positions along an axis.',
  operands: ['x', 'index'],
  attributes: { axis: 0 },
  elementwise: false,
  infer: (operands, attributes) => {
    const [x, index] = operands as readonly [Signature, Signature];
    const axis = axisOf(numberOf(attributes, 'axis', 0), x.shape.length);
    const fits = index.shape.length === x.shape.length && index.shape.every((size, i) => i === axis || size <= (x.shape[i] as number));
    if (!fits) throw new ShapeError('an index must have as many axes as the tensor and be no larger off the axis');
    return { shape: index.shape, kind: x.kind };
  },
  forward: (at) => pick(indexed(at)[0].values, sources(at), NaN),
  backward: (at) => [putBack(at, sources(at)), null],
  range: ([x]) => x as Interval,
};
