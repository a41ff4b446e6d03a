import { inOrder } from '../../ir/expression';
import type { Machine } from '../machine';
import { Unreadable } from '../state/unreadable';
import { applyNodes, asNumber } from '../values/apply';
import { itemsOf } from '../values/plain';
import { expressionOf, isArray, tensorOf } from '../values/tensor';
import type { Value } from '../values/value';
import { Bound, type ElementKind } from './bound';
import type { Primitive } from './primitive';

/** A value as a tensor of another element type; the working format for `float` and for the library's own default. */
export function castTo(machine: Machine, value: Value, to: ElementKind): Value {
  if (to.kind === 'int' && value.kind === 'number' && value.integer && value.node === null) return value;
  const node = expressionOf(machine, value);
  if (to.kind === 'bool') return node.kind === 'bool' ? itself(machine, value) : machine.apply('to_bool', [value]);
  if (to.kind === 'int') return node.kind === 'int' ? itself(machine, value) : machine.apply('to_int', [value]);
  const working = to.format === null || to.format === machine.inputs.format;
  if (!working) return machine.apply('cast', [tensorOf(machine, node)], { format: to.format });
  if (node.kind === 'float') return inOrder(node).some(({ op }) => op === 'cast') ? recast(machine, value) : itself(machine, value);
  return tensorOf(machine, applyNodes(machine, 'to_float', [node]));
}

/** A tensor in a format of its own, or computed from one, comes back to the working format. */
function recast(machine: Machine, value: Value): Value {
  return machine.apply('cast', [value], { format: machine.inputs.format });
}

function itself(machine: Machine, value: Value): Value {
  return value.kind === 'free' ? machine.inputs.tensor(value.path) : value;
}

/** torch's `.to(…)`: a dtype, a device, or another tensor, in any place. */
function to(machine: Machine, at: Bound): Value {
  const candidates = [at.value('dtype'), ...at.items('args')];
  for (const value of candidates) {
    if (value.kind === 'dtype') return castTo(machine, at.value('x'), required(new Bound(machine, new Map([['dtype', value]]))));
    if (value.kind === 'free' && DEVICE.test(value.path) && !machine.inputs.isTensor(value.path)) continue;
    if (isArray(value)) return castTo(machine, at.value('x'), { kind: kindLike(machine, value), format: null });
    if (value.kind === 'text' && /Tensor$|^b?float\d|^u?int\d|^bool$/.test(value.value))
      return castTo(machine, at.value('x'), namedType(machine, value.value));
    if (value.kind === 'library' && /Tensor$/.test(value.name)) return castTo(machine, at.value('x'), namedType(machine, value.name));
    if (value.kind === 'library' && /^builtins\.(float|int|bool)$/.test(value.name))
      return castTo(machine, at.value('x'), required(new Bound(machine, new Map([['dtype', value]]))));
  }
  return itself(machine, at.value('x'));
}

/** A parameter that says by its name where a tensor is to live. */
const DEVICE = /(^|[._])(device|dev|rank|gpu|gpu_ids?|cuda)$/;

/** torch's old names: `torch.cuda.FloatTensor`, `torch.LongTensor`. */
function namedType(machine: Machine, name: string): ElementKind {
  const last = name.split('.').pop() ?? name;
  if (/^(Long|Int|Short|Char|Byte)Tensor$/.test(last)) return { kind: 'int', format: null };
  if (last === 'BoolTensor') return { kind: 'bool', format: null };
  if (last === 'HalfTensor') return { kind: 'float', format: 'float16' };
  if (last === 'DoubleTensor') return { kind: 'float', format: 'float64' };
  if (last === 'FloatTensor') return { kind: 'float', format: 'float32' };
  return required(new Bound(machine, new Map([['dtype', { kind: 'text', value: last } as const]])));
}

function required(at: Bound): ElementKind {
  const dtype = at.dtype('dtype');
  if (!dtype) throw new Unreadable('an element type that is not known');
  return dtype;
}

function kindLike(machine: Machine, value: Value): 'float' | 'int' | 'bool' {
  const { kind } = expressionOf(machine, value);
  return kind === 'weak' ? 'float' : kind;
}

/** Changes of the element type. */
export const CASTS = {
  cast: (machine, at) => {
    const items = itemsOf(at.value('x'));
    const dtype = at.dtype('dtype');
    if (!dtype) return itself(machine, at.value('x'));
    const number = asNumber(at.value('x'));
    if (number && !items && dtype.kind === 'float') return { ...number, integer: false };
    const result = castTo(machine, at.value('x'), dtype);
    return machine.library.framework.id === 'numpy' && result.kind === 'tensor' ? tensorOf(machine, expressionOf(machine, result)) : result;
  },
  to,
  cast_like: (machine, at) => castTo(machine, at.value('x'), { kind: kindLike(machine, at.value('other')), format: null }),
} satisfies Record<string, Primitive>;
