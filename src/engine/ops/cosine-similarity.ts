import { interval, type Interval } from '../numerics/interval';
import type { Attributes, Signature } from '../numerics/signature';
import type { Forward, Op, Operand } from './op';
import { sumOf } from './shared/accumulator';
import { numberOf } from './shared/attributes';
import { groupsOf, readGroup } from './shared/groups';
import { promoteToFloat } from './shared/kinds';
import { normOf, normPull } from './shared/norms';
import { axisOf, broadcastOffsets, broadcastShapes, sizeOf } from './shared/shapes';
import { pick } from './shared/movement';

const axisIn = (rank: number, attributes: Attributes): number => axisOf(numberOf(attributes, 'axis', -1), rank);

/** Visits each pair of vectors with their norms, and the offsets of their elements in the broadcast shape. */
function eachPair(at: Forward, visit: (x: Float64Array, y: Float64Array, sizes: [number, number], group: number, offsets: Int32Array) => void): void {
  const joint = broadcastShapes(at.operands.map(({ shape }) => shape));
  const [a, b] = at.operands.map(({ values, shape }) => pick(values, broadcastOffsets(shape, joint), 0)) as [Float64Array, Float64Array];
  const groups = groupsOf(joint, [axisIn(joint.length, at.attributes)]);
  const [x, y] = [new Float64Array(groups.size), new Float64Array(groups.size)];
  for (let g = 0; g < groups.count; g++) {
    readGroup(a, groups, g, x);
    readGroup(b, groups, g, y);
    visit(x, y, [at.format.round(normOf(x, 2, at)), at.format.round(normOf(y, 2, at))], g, groups.offsets.subarray(g * groups.size, (g + 1) * groups.size));
  }
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
    const axis = axisIn(joint.length, attributes);
    return { shape: joint.filter((_, i) => i !== axis), kind: promoteToFloat(operands) };
  },
  forward: (at) => {
    const result = new Float64Array(sizeOf(at.shape));
    const eps = at.format.round(numberOf(at.attributes, 'eps', 1e-8));
    eachPair(at, (x, y, [nx, ny], g) => (result[g] = at.format.round(sumOf(x.map((xi, k) => at.format.round((xi / Math.max(nx, eps)) * ((y[k] as number) / Math.max(ny, eps)))), at))));
    return result;
  },
  backward: (at) => at.operands.map((operand, which) => pulled(at, at.gradient, operand, which)),
  range: (operands) => interval(-1, 1, false, false, operands.some((operand: Interval) => operand.nan)),
};

function pulled(at: Parameters<Op['backward']>[0], gradient: Float64Array, { values, shape }: Operand, which: number): Float64Array {
  const sums = new Float64Array(values.length);
  const sources = broadcastOffsets(shape, broadcastShapes(at.operands.map((operand) => operand.shape)));
  const eps = at.format.round(numberOf(at.attributes, 'eps', 1e-8));
  eachPair(at, (x, y, sizes, g, offsets) => {
    const [own, other] = which === 0 ? [x, y] : [y, x];
    const [size, otherSize] = which === 0 ? sizes : [sizes[1], sizes[0]];
    const unit = other.map((o) => at.format.round((gradient[g] as number) * (o / Math.max(otherSize, eps))));
    const divisor = Math.max(size, eps);
    const toSize = at.format.round(-sumOf(own.map((o, k) => ((unit[k] as number) * at.format.round(o / divisor)) / divisor), at));
    const through = normPull(toSize, own, size, 2, at);
    offsets.forEach((offset, k) => {
      const target = sources[offset] as number;
      sums[target] = at.format.round((sums[target] as number) + at.format.round((unit[k] as number) / divisor) + (through[k] as number));
    });
  });
  return sums;
}
