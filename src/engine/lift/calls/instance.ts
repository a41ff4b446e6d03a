import type { Machine } from '../machine';
import { LIST } from '../inputs/inputs';
import { lineageOf, membersOf } from '../modules/classes';
import { Unreadable } from '../state/unreadable';
import { itemsOf } from '../values/plain';
import { describe, expressionOf } from '../values/tensor';
import type { Value } from '../values/value';

/** `isinstance(x, type)` for known types. Throws Unreadable. */
export function isInstance(machine: Machine, value: Value, type: Value): boolean {
  const types = itemsOf(type);
  if (types) return types.some((one) => isInstance(machine, value, one));
  if (type.kind === 'class' && value.kind === 'free' && !machine.inputs.mayHoldData(value.path)) return true;
  if (type.kind === 'dtype') return (value.kind === 'tensor' || value.kind === 'free') && ofElementType(machine, value, type.name);
  if (type.kind === 'class')
    return value.kind === 'object' && value.model !== null && lineageOf(machine, value.model).classes.includes(type.model);
  if (type.kind !== 'library') throw new Unreadable(`isinstance of ${describe(type)}`);
  const name = type.name.split('.').pop() ?? '';
  if (value.kind === 'opaque' && value.byDesign) return TENSOR.test(name);
  if (value.kind === 'opaque') throw new Unreadable('isinstance of an unread value');
  if (value.kind === 'class') return name === 'type' || (/^Enum(Meta|Type)$/.test(name) && membersOf(machine, value.model) !== null);
  if (isOtherArray(machine, type.name) && ['free', 'tensor', 'complex'].includes(value.kind)) return false;
  if (value.kind === 'free') return freeIs(machine, value.path, name);
  return matches(value, name);
}

/** Whether a tensor is of one of torch's old types, which say what its elements are. */
function ofElementType(machine: Machine, value: Value, name: string): boolean {
  const { kind } = expressionOf(machine, value);
  return kind === 'int' ? /^u?int/.test(name) : kind === 'bool' ? name === 'bool' : /^(float|float32)$/.test(name);
}

/** Whether a type is that of the arrays of another library than the loss is written for. */
function isOtherArray({ library: { framework } }: Machine, name: string): boolean {
  const [owner] = Object.entries(ARRAYS).find(([, types]) => types.test(name)) ?? [];
  return owner !== undefined && framework.id in ARRAYS && owner !== framework.id;
}

const ARRAYS: Readonly<Record<string, RegExp>> = {
  torch: /^torch\.Tensor$/,
  tensorflow: /^tensorflow\.Tensor$/,
  jax: /^jax\.(Array|numpy\.ndarray)$/,
  numpy: /^numpy\.ndarray$/,
};

/** `type(x)`. */
export function typeOf(machine: Machine, value: Value): Value {
  if (value.kind === 'object' && value.model) return { kind: 'class', model: value.model };
  const tensors: Readonly<Record<string, string>> = {
    torch: 'torch.Tensor',
    tensorflow: 'tensorflow.Tensor',
    jax: 'jax.Array',
    numpy: 'numpy.ndarray',
  };
  if (value.kind === 'tensor' || value.kind === 'free')
    return { kind: 'library', name: tensors[machine.library.framework.id] ?? 'builtins.object' };
  const plain: Readonly<Record<string, string>> = {
    text: 'str',
    boolean: 'bool',
    none: 'NoneType',
    number: value.kind === 'number' && value.integer ? 'int' : 'float',
  };
  return { kind: 'library', name: `builtins.${plain[value.kind] ?? value.kind}` };
}

/** `issubclass(x, type)` for classes of the source, enumerations and tensors. */
export function isSubclass(machine: Machine, value: Value, type: Value): boolean {
  const types = itemsOf(type);
  if (types) return types.some((one) => isSubclass(machine, value, one));
  if (value.kind === 'class' && type.kind === 'class') return lineageOf(machine, value.model).classes.includes(type.model);
  if (value.kind === 'class' && type.kind === 'library') return /Enum$/.test(type.name) && membersOf(machine, value.model) !== null;
  const last = (one: Value): string => (one.kind === 'library' ? (one.name.split('.').pop() ?? '') : '');
  return last(value) !== '' && (last(value) === last(type) || last(type) === 'object');
}

/** A parameter that was never used is what its annotation says: a single number is no tensor, anything else is one. */
function freeIs(machine: Machine, path: string, name: string): boolean {
  if (/^(list|List|tuple|Tuple|Sequence|Iterable)$/.test(name)) {
    const listed = machine.inputs.elements(path) !== null;
    if (!listed) machine.inputs.compared.push({ path, with: LIST });
    return listed;
  }
  if (TENSOR.test(name)) {
    if (machine.inputs.numbers.has(path)) return false;
    machine.inputs.compared.push({ path, with: LIST });
    return true;
  }
  return name === 'Callable' && machine.inputs.isCallable(path);
}

function matches(value: Value, name: string): boolean {
  if (name === 'Hashable') return value.kind !== 'list' && value.kind !== 'dict';
  if (name === 'object') return true;
  switch (value.kind) {
    case 'number':
      return value.integer ? /^(int|Integral|Number|Real|integer)$/.test(name) : /^(float|Number|Real|floating)$/.test(name);
    case 'boolean':
      return name === 'bool' || name === 'int';
    case 'text':
      return name === 'str' || name === 'string_types';
    case 'none':
      return name === 'NoneType';
    case 'tensor':
    case 'complex':
      return TENSOR.test(name);
    case 'list':
    case 'dict':
    case 'tuple':
      return (
        name.toLowerCase() === value.kind ||
        (value.kind === 'dict' ? /^(Mapping|MutableMapping|Iterable|Collection)$/ : /^(Sequence|Iterable|Collection)$/).test(name)
      );
    case 'object':
      return value.library?.split('.').pop() === name || /^(Module|Callable)$/.test(name);
    case 'function':
    case 'native':
      return /^(Callable|FunctionType)$/.test(name);
    default:
      return false;
  }
}

const TENSOR = /^(Tensor|ndarray|Array|DeviceArray|EagerTensor|Variable|FloatTensor|LongTensor|is_tensor)$/;
