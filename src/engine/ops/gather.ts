import type { Interval } from '../numerics/interval';
import type { Signature } from '../numerics/signature';
import type { Forward, Op } from './op';
import { numberOf } from './shared/attributes';
import { gatheredShape, gatherSources, indexed } from './shared/index-sources';
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
    return { shape: gatheredShape(x.shape, index.shape, attributes), kind: x.kind };
  },
  forward: (at) => pick(indexed(at)[0].values, sources(at), NaN),
  backward: (at) => [putBack(at, sources(at)), null],
  range: ([x]) => x as Interval,
};
