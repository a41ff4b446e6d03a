import type { Interval } from '../numerics/interval';
import type { Signature } from '../numerics/signature';
import type { Forward, Op } from './op';
import { numberOf } from './shared/attributes';
import { indexed, takeSources } from './shared/index-sources';
import { pick, putBack } from './shared/movement';
import { axisOf } from './shared/shapes';

function sources(at: Forward): Int32Array {
  const [x, index] = indexed(at);
  return takeSources(x, index, axisOf(numberOf(at.attributes, 'axis', 0), x.shape.length));
}

/** Slices of x at the positions `index` along `axis`; an index outside gives nan. */
export const take: Op = {
  name: 'take',
  summary: 'Slices at the given positions along an axis.',
  operands: ['x', 'index'],
  attributes: { axis: 0 },
  elementwise: false,
  infer: (operands, attributes) => {
    const [x, index] = operands as readonly [Signature, Signature];
    const axis = axisOf(numberOf(attributes, 'axis', 0), x.shape.length);
    return { shape: [...x.shape.slice(0, axis), ...index.shape, ...x.shape.slice(axis + 1)], kind: x.kind };
  },
  forward: (at) => pick(indexed(at)[0].values, sources(at), NaN),
  backward: (at) => [putBack(at, sources(at)), null],
  range: ([x]) => x as Interval,
};
