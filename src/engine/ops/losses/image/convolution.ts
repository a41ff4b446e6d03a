import { composite } from '../composite';
import type { Signature } from '../../../numerics/signature';
import type { Kit } from '../kit';

/** `conv1d`, `conv2d` and `conv3d` of torch. */
export const convolution = composite(
  'convolution',
  'Convolution of images with kernels.',
  'input, weight, bias=None, stride=1, padding=0, dilation=1, groups=1, dims=2',
  (k) => {
    const dims = k.number('dims', 2);
    if (dims === 1) return convolved1d(k);
    const stride = k.sizes('stride', dims);
    const padding = k.sizes('padding', dims);
    const attributes = { stride, padding, dilation: k.sizes('dilation', dims), groups: k.number('groups', 1) };
    const result = k.op('conv2d', [k.tensor('input'), k.tensor('weight')], attributes);
    const bias = k.optional('bias');
    return bias ? k.add(result, k.alongAxis(bias, 1, dims + 2)) : result;
  },
);

/** A row of pixels is an image of height 1. */
function convolved1d<E extends Signature>(k: Kit<E>): E {
  const [stride = 1] = k.sizes('stride', 1) ?? [];
  const [padding = 0] = k.sizes('padding', 1) ?? [];
  const [dilation = 1] = k.sizes('dilation', 1) ?? [];
  const attributes = { stride: [1, stride], padding: [0, padding], dilation: [1, dilation], groups: k.number('groups', 1) };
  const wide = k.op('conv2d', [k.unsqueeze(k.tensor('input'), 2), k.unsqueeze(k.tensor('weight'), 2)], attributes);
  const result = k.op('reshape', [wide], { shape: [...wide.shape.slice(0, 2), ...wide.shape.slice(3)] });
  const bias = k.optional('bias');
  return bias ? k.add(result, k.alongAxis(bias, 1, 3)) : result;
}
