import type { Attributes } from '../../numerics/signature';
import type { Backward, Forward } from '../op';
import { sumOf } from './accumulator';
import { numberOf } from './attributes';
import { groupsOf, readGroup } from './groups';
import { pick } from './movement';
import { normOf, normPull } from './norms';
import { axisOf, broadcastOffsets, broadcastShapes } from './shapes';

/** A vector, and its norm as the divisor: at least `eps`. */
interface Divided {
  readonly vector: Float64Array;
  readonly norm: number;
  readonly divisor: number;
}

/** The axis of the vectors in tensors with `rank` axes. Throws ShapeError. */
export function vectorAxis(rank: number, attributes: Attributes): number {
  return axisOf(numberOf(attributes, 'axis', -1), rank);
}

/** Visits each pair of vectors, with the offsets of their elements in the broadcast shape. */
export function eachVectorPair(at: Forward, visit: (x: Divided, y: Divided, pair: number, offsets: Int32Array) => void): void {
  const joint = broadcastShapes(at.operands.map(({ shape }) => shape));
  const groups = groupsOf(joint, [vectorAxis(joint.length, at.attributes)]);
  const eps = at.format.round(numberOf(at.attributes, 'eps', 1e-8));
  const sides = at.operands.map(({ values, shape }) => pick(values, broadcastOffsets(shape, joint), 0));
  for (let g = 0; g < groups.count; g++) {
    const [x, y] = sides.map((values) => {
      const vector = new Float64Array(groups.size);
      readGroup(values, groups, g, vector);
      const norm = at.format.round(normOf(vector, 2, at));
      return { vector, norm, divisor: Math.max(norm, eps) };
    }) as [Divided, Divided];
    visit(x, y, g, groups.offsets.subarray(g * groups.size, (g + 1) * groups.size));
  }
}

/** Cosine of the angle between two vectors. */
export function cosineOf(x: Divided, y: Divided, at: Forward): number {
  const products = x.vector.map((xi, k) => at.format.round((xi / x.divisor) * ((y.vector[k] as number) / y.divisor)));
  return at.format.round(sumOf(products, at));
}

/** Gradient of `own` from that of the cosine: through the vector itself, and through its norm. */
export function cosinePull(g: number, own: Divided, other: Divided, at: Backward): Float64Array {
  const { round } = at.format;
  const along = other.vector.map((o) => round(g * (o / other.divisor)));
  const shares = own.vector.map((o, k) => ((along[k] as number) * round(o / own.divisor)) / own.divisor);
  const through = normPull(round(-sumOf(shares, at)), own.vector, own.norm, 2, at);
  return along.map((a, k) => round(a / own.divisor) + (through[k] as number));
}
