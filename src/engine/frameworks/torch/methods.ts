import { renamed, spell, type Spellings } from '../spell';
import { TORCH_BOTH } from './tensor';

const CREATION = 'dtype=None, device=None, requires_grad=False';
const SELF = { ...spell('lift:identity', 'self, *_, **__', 'x=self'), ignored: ['_', '__'] };

/** Methods of `torch.Tensor`; the forms with a trailing underscore are derived from these by the lift. */
export const TORCH_METHODS: Spellings = {
  ...TORCH_BOTH,
  ...Object.fromEntries(
    'contiguous cuda cpu requires_grad_ pin_memory retain_grad coalesce to_dense share_memory_'.split(' ').map((name) => [name, SELF]),
  ),
  float: spell('lift:cast', 'self', 'x=self dtype:"float32"'),
  double: spell('lift:cast', 'self', 'x=self dtype:"float64"'),
  half: spell('lift:cast', 'self', 'x=self dtype:"float16"'),
  bfloat16: spell('lift:cast', 'self', 'x=self dtype:"bfloat16"'),
  ...Object.fromEntries('long int short byte char'.split(' ').map((name) => [name, spell('lift:cast', 'self', 'x=self dtype:"int64"')])),
  bool: spell('lift:cast', 'self', 'x=self dtype:"bool"'),
  ...renamed(
    'to=lift:to type=lift:to',
    'self, *args, dtype=None, device=None, non_blocking=False, copy=False, memory_format=None',
    'x=self',
  ),
  type_as: spell('lift:cast_like', 'self, other', 'x=self'),
  is_complex: spell('lift:is_complex', 'self', 'x=self'),
  item: spell('lift:item', 'self', 'x=self'),
  tolist: spell('lift:tolist', 'self', 'x=self'),
  numpy: spell('stop_gradient', 'self'),
  size: spell('lift:size', 'self, dim=None', 'x=self axis=dim'),
  ...renamed('dim=lift:rank ndimension=lift:rank nelement=lift:numel', 'self', 'x=self'),
  isclose: spell('lift:isclose', 'self, other, rtol=1e-5, atol=1e-8, equal_nan=False', 'x=self y=other'),
  nanmean: spell('loss:nanmean', 'input, dim=None, keepdim=False, *, dtype=None', 'axes=dim keepdims=keepdim'),
  nansum: spell('loss:nansum', 'input, dim=None, keepdim=False, *, dtype=None', 'axes=dim keepdims=keepdim'),
  is_contiguous: { ...spell('lift:answer', 'self, memory_format=None', 'value:true'), ignored: ['self', 'memory_format'] },
  view: spell('lift:reshape', 'self, *shape', 'x=self'),
  ...renamed('view_as=lift:reshape_as reshape_as=lift:reshape_as expand_as=lift:expand_as', 'self, other', 'x=self'),
  expand: spell('lift:expand', 'self, *sizes', 'x=self shape=sizes'),
  repeat: spell('lift:tile', 'self, *repeats', 'x=self'),
  unfold: spell('lift:unfold', 'self, dimension, size, step', 'x=self axis=dimension'),
  where: spell('where', 'self, condition, y', '', 'condition self y'),
  ...renamed('new_zeros=lift:zeros new_ones=lift:ones', `self, *size, ${CREATION}`, 'shape=size like=self'),
  new_full: spell('lift:full', `self, size, fill_value, *, ${CREATION}`, 'shape=size value=fill_value like=self'),
  new: spell('lift:fresh', 'self, *args, device=None', 'x=self'),
  ...renamed('resize_as_=lift:resized resize_=lift:resized', 'self, *size, memory_format=None', 'x=self shape=size'),
  new_empty: spell('lift:empty', `self, *size, ${CREATION}`, 'shape=size'),
  new_tensor: spell('lift:rewrapped', `self, data, *, ${CREATION}`, 'like=self'),
  copy_: spell('lift:copy_into', 'self, source, non_blocking=False', 'x=self'),
  fill_: spell('lift:copy_into', 'self, value', 'x=self source=value single:true'),
  fill_diagonal_: spell('lift:fill_diagonal', 'self, fill_value, wrap=False', 'x=self value=fill_value'),
  zero_: spell('lift:zeros_like', 'self', 'x=self'),
};

/** Attributes of `torch.Tensor` that are read without a call. */
export const TORCH_PROPERTIES: Spellings = {
  ...renamed('shape=lift:shape ndim=lift:rank dtype=lift:dtype T=lift:matrix_transpose mT=lift:matrix_transpose', 'self', 'x=self'),
  data: spell('stop_gradient', 'self'),
};
