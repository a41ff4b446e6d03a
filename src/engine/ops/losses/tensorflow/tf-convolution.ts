import { channelsFirst, channelsLast, samePadding, spatial } from './spatial';
import { composite } from '../composite';

/** `tf.nn.conv1d`, `conv2d`, `conv3d`, and `depthwise_conv2d` where `depthwise` says so: channels last. */
export const tfConvolution = composite(
  'tf_convolution',
  'Convolution with the channels in the last axis.',
  "input, filters, strides=1, padding='VALID', dilations=1, depthwise=False",
  (k) => {
    const input = k.tensor('input');
    const filters = k.tensor('filters');
    const dims = input.shape.length - 2;
    const [stride, dilation] = [spatial(k, 'strides', dims), spatial(k, 'dilations', dims)];
    const kernel = filters.shape.slice(0, dims);
    const [inputs = 1, outputs = 1] = filters.shape.slice(dims);
    const padded = samePadding(k, input, kernel, stride, dilation, 0);
    const grouped = k.flag('depthwise');
    const order = grouped ? [dims, dims + 1] : [dims + 1, dims];
    const turned = k.op('transpose', [filters], { axes: [...order, ...kernel.map((_, i) => i)] });
    const weight = grouped ? k.op('reshape', [turned], { shape: [inputs * outputs, 1, ...kernel] }) : turned;
    const attributes = { stride, dilation, padding: kernel.map(() => 0), groups: grouped ? inputs : 1 };
    return channelsLast(k, k.op('conv2d', [channelsFirst(k, padded), weight], attributes));
  },
);
