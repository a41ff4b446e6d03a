import { callable, spell, type CallableClasses, type Spellings } from '../spell';

const CONVOLUTION = 'input, weight, bias=None, stride=1, padding=0, dilation=1, groups=1';
const AVERAGE = 'kernel_size, stride=None, padding=0, ceil_mode=False, count_include_pad=True';
const MAXIMUM = 'kernel_size, stride=None, padding=0, dilation=1, ceil_mode=False, return_indices=False';
const RESIZE = "size=None, scale_factor=None, mode='nearest', align_corners=None, recompute_scale_factor=None";

/** Convolution, pooling and resizing in `torch.nn.functional`. */
export const TORCH_IMAGE: Spellings = {
  conv1d: spell('loss:convolution', CONVOLUTION, 'dims:1'),
  conv2d: spell('loss:convolution', CONVOLUTION, 'dims:2'),
  conv3d: spell('loss:convolution', CONVOLUTION, 'dims:3'),
  avg_pool1d: spell('loss:average_pool', `input, ${AVERAGE}`, 'dims:1'),
  avg_pool2d: spell('loss:average_pool', `input, ${AVERAGE}, divisor_override=None`, 'dims:2'),
  avg_pool3d: spell('loss:average_pool', `input, ${AVERAGE}, divisor_override=None`, 'dims:3'),
  max_pool1d: spell('loss:maximum_pool', `input, ${MAXIMUM}`, 'dims:1'),
  max_pool2d: spell('loss:maximum_pool', `input, ${MAXIMUM}`, 'dims:2'),
  max_pool3d: spell('loss:maximum_pool', `input, ${MAXIMUM}`, 'dims:3'),
  adaptive_avg_pool1d: spell('loss:adaptive_average_pool', 'input, output_size', 'dims:1'),
  adaptive_avg_pool2d: spell('loss:adaptive_average_pool', 'input, output_size', 'dims:2'),
  adaptive_avg_pool3d: spell('loss:adaptive_average_pool', 'input, output_size', 'dims:3'),
  interpolate: spell('loss:resize', `input, ${RESIZE}, antialias=False`),
  upsample: spell('loss:resize', "input, size=None, scale_factor=None, mode='nearest', align_corners=None"),
};

/** The same as layers of `torch.nn`. */
export const TORCH_IMAGE_CLASSES: CallableClasses = {
  AvgPool1d: callable(spell('loss:average_pool', 'input', 'dims:1'), AVERAGE, 'input'),
  AvgPool2d: callable(spell('loss:average_pool', 'input', 'dims:2'), `${AVERAGE}, divisor_override=None`, 'input'),
  AvgPool3d: callable(spell('loss:average_pool', 'input', 'dims:3'), `${AVERAGE}, divisor_override=None`, 'input'),
  MaxPool1d: callable(spell('loss:maximum_pool', 'input', 'dims:1'), MAXIMUM, 'input'),
  MaxPool2d: callable(spell('loss:maximum_pool', 'input', 'dims:2'), MAXIMUM, 'input'),
  MaxPool3d: callable(spell('loss:maximum_pool', 'input', 'dims:3'), MAXIMUM, 'input'),
  AdaptiveAvgPool2d: callable(spell('loss:adaptive_average_pool', 'input', 'dims:2'), 'output_size', 'input'),
  Upsample: callable(spell('loss:resize', 'input'), RESIZE, 'input'),
};
