import { type Interval, interval } from '../numerics/interval';
import type { Signature } from '../numerics/signature';
import type { Backward, Op } from './op';
import { cosineOf, cosinePull, eachVectorPair, vectorAxis } from './shared/cosines';
import { promoteToFloat } from './shared/kinds';
import { broadcastOffsets, broadcastShapes, sizeOf } from './shared/shapes';

function pulled(at: Backward, which: number): Float64Array {
  const joint = broadcastShapes(at.operands.map(({ shape }) => shape));
  const sources = broadcastOffsets(at.operands[which]?.shape ?? [], joint);
  const sums = new Float64Array(at.operands[which]?.values.length ?? 0);
  eachVectorPair(at, (x, y, pair, offsets) => {
    const [own, other] = which === 0 ? [x, y] : [y, x];
    cosinePull(at.gradient[pair] as number, own, other, at).forEach((g, k) => {
      const target = sources[offsets[k] as number] as number;
      sums[target] = at.format.round((sums[target] as number) + g);
    });
  });
  return sums;
}

/** Cosine of the angle between vectors along `axis`; norms below `eps` count as `eps`. */
export const cosineSimilarity: Op = {
  name: 'cosine_similarity',
  summary: 'Cosine of the angle between two vectors.',
  operands: ['x', 'y'],
  attributes: { axis: -1, eps: 1e-8 },
  elementwise: false,
  infer: (operands, attributes) => {
    const joint = broadcastShapes(operands.map(({ shape }: Signature) => shape));
    const axis = vectorAxis(joint.length, attributes);
    return { shape: joint.filter((_, i) => i !== axis), kind: promoteToFloat(operands) };
  },
  forward: (at) => {
    const result = new Float64Array(sizeOf(at.shape));
    eachVectorPair(at, (x, y, pair) => {
      result[pair] = cosineOf(x, y, at);
    });
    return result;
  },
  backward: (at) => at.operands.map((_, which) => (at.wanted?.[which] === false ? null : pulled(at, which))),
  range: (operands) => ({ ...interval(-1, 1), nan: operands.some((operand: Interval) => operand.nan) }),
};
