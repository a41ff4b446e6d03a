import * as ranges from '../numerics/interval';
import type { Interval } from '../numerics/interval';
import { type Attributes, type Signature, ShapeError } from '../numerics/signature';
import type { Forward, Op, Operand } from './op';
import { intermediate } from './shared/intermediate';
import { numberOf } from './shared/attributes';
import { promote } from './shared/kinds';
import { sizeOf } from './shared/shapes';
import { type Windows, windowsOf } from './shared/windows';

function windows(x: Signature, w: Signature, attributes: Attributes): Windows {
  const groups = numberOf(attributes, 'groups', 1);
  if (x.shape.length !== 4 || w.shape.length !== 4 || x.shape[1] !== (w.shape[1] as number) * groups) throw new ShapeError('images (N, C, H, W) and kernels (O, C / groups, h, w) are needed');
  return windowsOf(x.shape.slice(2), w.shape.slice(2), attributes, [1, 1]);
}

/** Visits every product of the convolution: offsets in image, kernel and result. */
function eachTerm({ operands, attributes }: Forward, visit: (x: number, w: number, y: number) => void): void {
  const [x, w] = operands as readonly [Operand, Operand];
  const { shape, taps, offsets } = windows(x, w, attributes);
  const [images, channels] = [x.shape[0] as number, x.shape[1] as number];
  const [kernels, depth] = [w.shape[0] as number, w.shape[1] as number];
  const [plane, cells] = [sizeOf(x.shape.slice(2)), sizeOf(shape)];
  const perGroup = kernels / numberOf(attributes, 'groups', 1);
  for (let y = 0; y < images * kernels * cells; y++) {
    const kernel = Math.floor(y / cells) % kernels;
    const first = Math.floor(y / (cells * kernels)) * channels + Math.floor(kernel / perGroup) * depth;
    for (let t = 0; t < depth * taps; t++) {
      const offset = offsets[(y % cells) * taps + (t % taps)] as number;
      if (offset >= 0) visit((first + Math.floor(t / taps)) * plane + offset, kernel * depth * taps + t, y);
    }
  }
}

/** Cross-correlation of images (N, C, H, W) with kernels (O, C / groups, h, w), as neural networks call convolution. */
export const conv2d: Op = {
  name: 'conv2d',
  summary: 'Convolution of images with kernels.',
  operands: ['x', 'w'],
  attributes: { stride: 1, padding: 0, dilation: 1, groups: 1 },
  elementwise: false,
  infer: (operands, attributes) => {
    const [x, w] = operands as readonly [Signature, Signature];
    return { shape: [x.shape[0] as number, w.shape[0] as number, ...windows(x, w, attributes).shape], kind: promote(operands) };
  },
  forward: (at) => {
    const [a, b] = at.operands.map(({ values }) => values) as [Float64Array, Float64Array];
    const sums = new Float64Array(sizeOf(at.shape));
    const round = intermediate(at);
    eachTerm(at, (x, w, y) => (sums[y] = round((sums[y] as number) + (a[x] as number) * (b[w] as number))));
    return sums.map(at.format.round);
  },
  backward: (at) => {
    const [a, b] = at.operands.map(({ values }) => values) as [Float64Array, Float64Array];
    const [da, db] = [new Float64Array(a.length), new Float64Array(b.length)];
    eachTerm(at, (x, w, y) => {
      da[x] = (da[x] as number) + (at.gradient[y] as number) * (b[w] as number);
      db[w] = (db[w] as number) + (at.gradient[y] as number) * (a[x] as number);
    });
    return [da.map(at.format.round), db.map(at.format.round)];
  },
  range: ([x, w], _attributes, [, kernels]) => {
    const terms = ranges.multiply(ranges.hull(x as Interval, ranges.point(0)), w as Interval);
    return ranges.multiply(terms, ranges.point(sizeOf((kernels?.shape ?? []).slice(1))));
  },
};
