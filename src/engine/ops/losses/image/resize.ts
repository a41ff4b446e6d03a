import { ShapeError } from '../../../numerics/signature';
import { composite } from '../composite';
import { averaged } from './averaged';
import { cubic } from './cubic';
import { Refused } from '../build';

/** `torch.nn.functional.interpolate`. */
export const resize = composite(
  'resize',
  'Images resized, nearest, linear or cubic in each axis.',
  "input, size=None, scale_factor=None, mode='nearest', align_corners=None, recompute_scale_factor=None, antialias=False",
  (k) => {
    const input = k.tensor('input');
    const dims = input.shape.length - 2;
    const mode = k.word('mode') ?? 'nearest';
    if (mode === 'area') return averaged(k, input, k.sizes('size', dims) ?? scaled(input.shape.slice(2), k.sizes('scale_factor', dims)));
    const wanted = DIMENSIONS[mode];
    if (wanted !== undefined && wanted !== dims) throw new ShapeError(`mode=${mode} takes ${wanted} axes of space`);
    if (mode === 'bicubic' && !k.flag('antialias')) {
      const size = k.sizes('size', dims) ?? scaled(input.shape.slice(2), k.sizes('scale_factor', dims));
      return cubic(k, input, size, k.flag('align_corners'));
    }
    if (!['nearest', 'linear', 'bilinear', 'trilinear'].includes(mode) || k.flag('antialias'))
      throw new Refused(`mode=${mode} is not modelled`);
    const size = k.sizes('size', dims) ?? scaled(input.shape.slice(2), k.sizes('scale_factor', dims));
    return k.op('interpolate', [input], {
      size,
      mode: mode === 'nearest' ? 'nearest' : 'bilinear',
      align_corners: k.flag('align_corners'),
    });
  },
);

/** Axes of space that a mode takes. */
const DIMENSIONS: Readonly<Record<string, number>> = { linear: 1, bilinear: 2, bicubic: 2, trilinear: 3 };

/** Sizes times factors; a product that is no whole number shifts the positions and is not modelled. */
function scaled(sizes: readonly number[], factors: readonly number[] | null): readonly number[] {
  const result = sizes.map((size, i) => size * (factors?.[i] ?? NaN));
  if (!result.every(Number.isInteger)) throw new Refused('the size is not known here');
  return result;
}
