import * as ranges from '../numerics/interval';
import type { Interval } from '../numerics/interval';
import type { Signature } from '../numerics/signature';
import type { Op } from './op';
import { eachTerm, kernelWindows } from './shared/convolution';
import { intermediate } from './shared/intermediate';
import { promote } from './shared/kinds';
import { repeated } from './shared/ranges';
import { sizeOf } from './shared/shapes';

/** Cross-correlation of images (N, C, H, W), or volumes (N, C, D, H, W), with kernels (O, C / groups, h, w), as neural networks call convolution. */
export const conv2d: Op = {
  name: 'conv2d',
  summary: 'Convolution of images with kernels.',
  operands: ['x', 'w'],
  attributes: { stride: 1, padding: 0, dilation: 1, groups: 1 },
  elementwise: false,
  infer: (operands, attributes) => {
    const [x, w] = operands as readonly [Signature, Signature];
    return { shape: [x.shape[0] as number, w.shape[0] as number, ...kernelWindows(x, w, attributes).shape], kind: promote(operands) };
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
    const { gradient, format, wanted } = at;
    const [da, db] = [new Float64Array(a.length), new Float64Array(b.length)];
    if (wanted?.[1] === false) eachTerm(at, (x, w, y) => (da[x] = (da[x] as number) + (gradient[y] as number) * (b[w] as number)));
    else
      eachTerm(at, (x, w, y) => {
        da[x] = (da[x] as number) + (gradient[y] as number) * (b[w] as number);
        db[w] = (db[w] as number) + (gradient[y] as number) * (a[x] as number);
      });
    return [da.map(format.round), db.map(format.round)];
  },
  range: ([x, w], _attributes, [, kernels]) => {
    const terms = ranges.multiply(ranges.hull(x as Interval, ranges.point(0)), w as Interval);
    return repeated(terms, sizeOf((kernels?.shape ?? []).slice(1)));
  },
};
