import type { CallableClass, Spelling } from '../../frameworks/framework';
import type { Expression } from '../../ir/expression';
import type { Attribute } from '../../numerics/signature';
import type { Op } from '../../ops/op';
import { opNamed } from '../../ops/registry';
import type { Machine } from '../machine';
import { Unreadable } from '../state/unreadable';
import { itemsOf, same } from '../values/plain';
import { applyNodes, asNumber } from '../values/apply';
import { isComplex } from '../values/complex';
import { describe, expressionOf, sharing, tensorOf, write } from '../values/tensor';
import { NONE, extent, float, integer, text, type Value, type Arguments } from '../values/value';
import { PRIMITIVES } from '../primitives/primitives';
import { Bound } from '../primitives/bound';
import { SIGNATURES, type PrimitiveName } from '../primitives/signatures';
import { attributeOf, axisAttribute } from './attributes';
import { bind, type ParameterSpec } from './signature-text';
import { applyComposite } from './composite';
import { callOfComplex } from './complex-call';
import { writeOut } from './out';

/** Calls what a spelling means. Throws Unreadable for arguments that are not modelled. */
export function callSpelled(machine: Machine, name: string, spelling: Spelling, args: Arguments, depth: number): Value {
  const specs = machine.library.signature(spelling.parameters);
  const bound = bind(specs, renamed(machine, specs, args), name);
  const out = bound.get('out');
  if (!out || out.kind === 'none') return run(machine, name, spelling, specs, bound, depth);
  bound.delete('out');
  const mask = MASKED.has(spelling.means) ? undefined : bound.get('where');
  if (mask) bound.delete('where');
  return writeOut(machine, out, mask ?? NONE, run(machine, name, spelling, specs, bound, depth));
}

/** Keywords under the library's other names for them. */
function renamed(machine: Machine, specs: readonly ParameterSpec[], args: Arguments): Arguments {
  if (args.keywords.size === 0) return args;
  const names = new Set(specs.map((spec) => spec.name));
  const keywords = [...args.keywords].map(([name, value]): [string, Value] => {
    const other = names.has(name) ? undefined : machine.library.framework.synonyms[name];
    return [other !== undefined && names.has(other) ? other : name, value];
  });
  return { ...args, keywords: new Map(keywords) };
}

/** Calls an instance of a library's class: its spelling may name parameters of the constructor too. */
export function callInstance(
  machine: Machine,
  name: string,
  model: CallableClass,
  constructed: Arguments,
  args: Arguments,
  depth: number,
): Value {
  const own = machine.library.signature(model.parameters);
  const specs = machine.library.signature(model.call.parameters);
  const bound = new Map([...bind(own, constructed, name), ...bind(specs, args, name)]);
  return run(machine, name, model.call, [...own, ...specs], bound, depth);
}

function run(
  machine: Machine,
  name: string,
  spelling: Spelling,
  specs: readonly ParameterSpec[],
  bound: Map<string, Value>,
  depth: number,
): Value {
  const { means } = spelling;
  if (!TAKES_COMPLEX.test(means) && [...bound.values()].some(isComplex))
    return callOfComplex(machine, means, bound, (parts) => run(machine, name, spelling, specs, parts, depth));
  const inPlace = bound.get('inplace');
  if (inPlace?.kind === 'boolean' && inPlace.value) bound.delete('inplace');
  const call = new SpelledCall(machine, name, spelling, specs, bound);
  const result = machine.graph.watched(
    means,
    () => [...bound.values()].flatMap((value) => tensorsOf(machine, value)),
    {},
    () => perform(machine, call, depth),
  );
  const target = inPlace?.kind === 'boolean' && inPlace.value ? bound.get('input') : null;
  return target ? intoItself(machine, target, result) : result;
}

/** What is computed `inplace` is written over what it was computed of. */
function intoItself(machine: Machine, target: Value, result: Value): Value {
  const tensor = target.kind === 'free' ? machine.inputs.tensor(target.path) : target;
  if (tensor.kind !== 'tensor') return result;
  write(machine, tensor, expressionOf(machine, result));
  return tensor;
}

function perform(machine: Machine, call: SpelledCall, depth: number): Value {
  const { means } = call.spelling;
  if (means.startsWith('lift:')) return callPrimitive(machine, means.slice(5), call, depth);
  if (means.startsWith('loss:')) return applyComposite(machine, means.slice(5), call);
  return applyOp(machine, means, call);
}

/** The tensors that an argument holds. */
function tensorsOf(machine: Machine, value: Value): Expression[] {
  if (value.kind === 'tensor' || (value.kind === 'free' && machine.inputs.isTensor(value.path))) return [expressionOf(machine, value)];
  if (value.kind === 'opaque') return value.node.value ? [value.node.value] : [];
  return itemsOf(value)?.flatMap((item) => tensorsOf(machine, item)) ?? [];
}

/** Primitives that take complex arrays as they are. */
const TAKES_COMPLEX = /^lift:(i?fft|irfft|ignore|context|answer)$/;

function applyOp(machine: Machine, means: string, call: SpelledCall): Value {
  const op = opNamed(means);
  if (!op) throw new Unreadable(`${call.name} is not modelled`);
  const operands = call.operands(op.operands === 'variadic' ? null : op.operands);
  const first = operands[0];
  const rank = op.attributes && ('axis' in op.attributes || 'axes' in op.attributes) ? rankOf(machine, means, operands) : 0;
  const attributes: Record<string, Attribute> = {};
  for (const key of Object.keys(op.attributes ?? {})) {
    const value = call.mapped(key);
    if (value) attributes[key] = allAxes(machine, key, axisAttribute(key, plausible(op, key, attributeOf(value, key)), rank));
  }
  const dtype = call.take('dtype');
  const mask = MASKED.has(means) ? call.take('where') : null;
  call.finish();
  if (mask && mask.kind !== 'none' && mask.kind !== 'boolean' && first) return reduceWhere(machine, means, first, mask, attributes);
  if (means === 'stop_gradient' && first) return detached(machine, first, call.name === '.data');
  const plain = first && /^(numpy|tensorflow)\./.test(call.name) ? ofNumbers(means, first, attributes) : null;
  if (plain) return plain;
  if (call.name.endsWith('logical_xor') && operands.some((operand) => expressionOf(machine, operand).kind !== 'bool'))
    throw new Unreadable('an exclusive or of numbers');
  if (means === 'mean' && first && !call.name.startsWith('keras.ops.')) refuseWholeMean(machine, first);
  if (CUMULATIVE.has(means) && first && attributes['axis'] === null)
    return machine.apply(means, [machine.apply('reshape', [first], { shape: [-1] })], { ...attributes, axis: 0 });
  if (!dtype || dtype.kind === 'none' || !first) return machine.apply(means, operands, attributes);
  const cast = PRIMITIVES.cast(
    machine,
    new Bound(
      machine,
      new Map([
        ['x', first],
        ['dtype', dtype],
      ]),
    ),
    0,
  );
  return machine.apply(means, [cast, ...operands.slice(1)], attributes);
}

/** The rank in which an op counts its axes: that of its first operand, or of what two operands broadcast to. */
function rankOf(machine: Machine, means: string, operands: readonly Value[]): number {
  const counted = means === 'cosine_similarity' ? operands : operands.slice(0, 1);
  return Math.max(0, ...counted.map((operand) => expressionOf(machine, operand).shape.length));
}

/** Running sums and products without an axis run over all elements in order. */
const CUMULATIVE = new Set(['cumsum', 'cumprod']);

/** TensorFlow's mean of integers is an integer. */
function refuseWholeMean(machine: Machine, value: Value): void {
  if (machine.library.framework.id === 'tensorflow' && expressionOf(machine, value).kind === 'int')
    throw new Unreadable('a mean of integers, which TensorFlow rounds');
}

/** A string is no number and no truth value, save where an op says that it takes one. */
function plausible(op: Op, key: string, value: Attribute): Attribute {
  const standard = op.attributes?.[key];
  const words = op.name === 'gelu' && (value === 'tanh' || value === 'none');
  if (typeof value === 'string' && (typeof standard === 'number' || typeof standard === 'boolean') && !words)
    throw new Unreadable(`${key}=${value} is not modelled`);
  return value;
}

/** `detach()` and `.data` share memory with their tensor: what is written through them changes its numbers, and not its gradient. */
function detached(machine: Machine, value: Value, unnoticed: boolean): Value {
  if (value.kind !== 'tensor' && value.kind !== 'free') return machine.apply('stop_gradient', [value]);
  return sharing(machine, value, {
    unnoticed,
    read: (node) => (node.op === 'stop_gradient' ? node : applyNodes(machine, 'stop_gradient', [node])),
    write: (node, part) => {
      const cut = machine.graph.apply('stop_gradient', [part]);
      return node.kind === 'float' ? machine.graph.apply('surrogate', [cut, node]) : cut;
    },
  });
}

/** torch reduces over all axes when it is given none. */
function allAxes(machine: Machine, key: string, value: Attribute): Attribute {
  return key === 'axes' && Array.isArray(value) && value.length === 0 && machine.library.framework.id === 'torch' ? null : value;
}

/** NumPy's product or sum of known integers, such as sizes. */
function ofNumbers(means: string, list: Value, { axes }: Record<string, Attribute>): Value | null {
  const numbers = itemsOf(list)?.map(asNumber);
  const known = numbers?.every((number) => number?.integer === true && !number.node);
  if (!numbers || !known || (axes !== null && axes !== undefined) || (means !== 'prod' && means !== 'sum')) return null;
  const total = numbers.reduce(
    (so, number) => (means === 'prod' ? so * (number?.value ?? 1) : so + (number?.value ?? 0)),
    means === 'prod' ? 1 : 0,
  );
  return numbers.some((number) => number?.counts) ? extent(total) : integer(total);
}

const MASKED = new Set(['sum', 'mean', 'max', 'min', 'prod', 'any', 'all']);

/** A reduction of the elements where a mask holds: NumPy's `where=`. */
function reduceWhere(machine: Machine, op: string, x: Value, mask: Value, attributes: Record<string, Attribute>): Value {
  if (op !== 'sum' && op !== 'mean') throw new Unreadable(`${op} with where=`);
  const total = machine.apply('sum', [machine.apply('where', [mask, x, float(0)])], attributes);
  if (op === 'sum') return total;
  const { shape } = expressionOf(machine, x);
  const all = tensorOf(machine, machine.graph.apply('broadcast_to', [expressionOf(machine, mask)], { shape }));
  return machine.apply('divide', [total, machine.apply('sum', [all], attributes)]);
}

function callPrimitive(machine: Machine, primitive: string, call: SpelledCall, depth: number): Value {
  if (!isPrimitive(primitive)) throw new Unreadable(`${call.name} is not modelled`);
  const values = new Map<string, Value>();
  const own = machine.library.signature(SIGNATURES[primitive]);
  call.explicitOperands().forEach((value, i) => values.set(own[i]?.name ?? `operand${i}`, value));
  for (const spec of own) {
    const value = values.get(spec.name) ?? call.mapped(spec.name) ?? spec.default;
    values.set(spec.name, value ?? NONE);
  }
  call.take('dtype');
  call.finish();
  return PRIMITIVES[primitive](machine, new Bound(machine, values), depth);
}

function isPrimitive(name: string): name is PrimitiveName {
  return Object.hasOwn(SIGNATURES, name);
}

/** The arguments of one library call, handed out by what the spelling says they are. */
class SpelledCall {
  private readonly used = new Set<string>();

  constructor(
    readonly machine: Machine,
    readonly name: string,
    readonly spelling: Spelling,
    private readonly specs: readonly ParameterSpec[],
    private readonly bound: ReadonlyMap<string, Value>,
  ) {}

  /** The operands that the spelling names, in the op's order. */
  explicitOperands(): Value[] {
    return (this.spelling.operands ?? []).map((parameter) => this.required(parameter));
  }

  /** The operands of an op: named, else by equal names, else the first parameters. A variadic op takes the items of the first. */
  operands(names: readonly string[] | null): Value[] {
    if (this.spelling.operands) return this.explicitOperands();
    const attributes = new Set(Object.values(this.spelling.attributes ?? {}).map((source) => ('from' in source ? source.from : '')));
    const free = this.specs.map((spec) => spec.name).filter((name) => !attributes.has(name));
    if (names) return names.map((_, i) => this.required(free[i] ?? ''));
    const first = this.required(free[0] ?? '');
    return first.kind === 'tuple' ? [...first.items] : first.kind === 'list' ? [...first.cell.value] : [first];
  }

  /** The value that the spelling gives to an attribute, or null when it says nothing of it. */
  mapped(attribute: string): Value | null {
    const source = this.spelling.attributes?.[attribute];
    if (!source) return this.take(attribute);
    return 'value' in source ? valueOf(source.value) : this.take(source.from);
  }

  /** The argument of a parameter, now used, or null when there is no such parameter. */
  take(parameter: string): Value | null {
    this.used.add(parameter);
    return this.bound.get(parameter) ?? null;
  }

  /** Throws Unreadable if an argument that was not used could change the result. */
  finish(): void {
    if (UNHEEDING.test(this.spelling.means)) return;
    for (const spec of this.specs) {
      const value = this.bound.get(spec.name);
      if (!value || this.used.has(spec.name) || this.spelling.ignored?.includes(spec.name)) continue;
      if (spec.default && same(spec.default, value)) continue;
      if (value.kind === 'none' || ((spec.kind === 'args' || spec.kind === 'kwargs') && value.kind === 'tuple' && value.items.length === 0))
        continue;
      throw new Unreadable(`${this.name} with ${spec.name}=${value.kind === 'text' ? value.value : describe(value)} is not modelled`);
    }
  }

  private required(parameter: string): Value {
    const value = this.take(parameter);
    if (!value) throw new Unreadable(`${this.name} misses its argument ${parameter}`);
    return value;
  }
}

/** What does the same whatever it is given. */
const UNHEEDING = /^lift:(context|ignore|decorator_factory)$/;

function valueOf(value: Attribute): Value {
  if (value === null) return NONE;
  if (typeof value === 'string') return text(value);
  if (typeof value === 'boolean') return { kind: 'boolean', value };
  if (typeof value === 'number') return Number.isInteger(value) ? { kind: 'number', value, integer: true, node: null } : float(value);
  return { kind: 'tuple', items: value.map(valueOf) };
}
