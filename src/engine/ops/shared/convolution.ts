import { type Attributes, type Signature, ShapeError } from '../../numerics/signature';
import type { Forward, Operand } from '../op';
import { numberOf } from './attributes';
import { sizeOf } from './shapes';
import { type Windows, windowsOf } from './windows';

/** The windows of the kernels on the images. Throws ShapeError. */
export function kernelWindows(x: Signature, w: Signature, attributes: Attributes): Windows {
  const groups = numberOf(attributes, 'groups', 1);
  const rank = x.shape.length;
  if (rank < 4 || rank > 5 || w.shape.length !== rank || x.shape[1] !== (w.shape[1] as number) * groups)
    throw new ShapeError('images (N, C, H, W) and kernels (O, C / groups, h, w) are needed');
  return windowsOf(x.shape.slice(2), w.shape.slice(2), attributes, rank === 4 ? [1, 1] : [1, 1, 1]);
}

/** Visits every product of the convolution: offsets in image, kernel and result. */
export function eachTerm({ operands, attributes }: Forward, visit: (x: number, w: number, y: number) => void): void {
  const [x, w] = operands as readonly [Operand, Operand];
  const { shape, taps, offsets } = kernelWindows(x, w, attributes);
  const [images, channels] = [x.shape[0] as number, x.shape[1] as number];
  const [kernels, depth] = [w.shape[0] as number, w.shape[1] as number];
  const [plane, cells] = [sizeOf(x.shape.slice(2)), sizeOf(shape)];
  const perGroup = kernels / numberOf(attributes, 'groups', 1);
  let y = 0;
  for (let image = 0; image < images; image++) {
    for (let kernel = 0; kernel < kernels; kernel++) {
      const first = (image * channels + Math.floor(kernel / perGroup) * depth) * plane;
      for (let cell = 0; cell < cells; cell++, y++) {
        for (let d = 0; d < depth; d++) {
          const [from, tap] = [first + d * plane, (kernel * depth + d) * taps];
          for (let t = 0; t < taps; t++) {
            const offset = offsets[cell * taps + t] as number;
            if (offset >= 0) visit(from + offset, tap + t, y);
          }
        }
      }
    }
  }
}
