import type { Attribute } from '../../numerics/signature';
import type { Expression } from '../../ir/expression';
import { Refused, type Build } from '../../ops/losses/build';
import { compositeNamed } from '../../ops/losses/registry';
import { sourceOf } from '../inputs/source';
import type { Machine } from '../machine';
import { NothingThere, UnknownCount, Unreadable } from '../state/unreadable';
import { applyNodes } from '../values/apply';
import { expressionOf, tensorOf } from '../values/tensor';
import type { Value } from '../values/value';
import { attributeOf } from './attributes';

/** What a composite needs to know of its call. */
interface CompositeCall {
  readonly name: string;
  mapped(attribute: string): Value | null;
  finish(): void;
}

/** Builds a library's loss out of ops. Throws Unreadable for options that the composite refuses, and ShapeError. */
export function applyComposite(machine: Machine, name: string, call: CompositeCall): Value {
  const composite = compositeNamed(name);
  if (!composite) throw new Unreadable(`${call.name} is not modelled`);
  const given: Record<string, Expression | Attribute> = {};
  for (const spec of machine.library.signature(composite.parameters)) {
    const value = call.mapped(spec.name) ?? spec.default;
    if (value) given[spec.name] = argumentOf(machine, spec.name, value);
  }
  const old = oldReduction(call);
  if (old !== null) given['reduction'] = old;
  if (given['reduction'] === 'elementwise_mean') given['reduction'] = 'mean';
  call.finish();
  if (/_(log_prob|entropy|cdf)$/.test(name)) demandScale(machine, given['scale']);
  if (name === 'nll') noteLogarithms(machine, given['input']);
  try {
    return tensorOf(machine, composite.build(builder(machine), given));
  } catch (error) {
    const missing = error instanceof Refused ? /^(\w+) is missing$/.exec(error.message)?.[1] : undefined;
    const absent = missing === undefined ? null : call.mapped(missing);
    if (absent) throw new NothingThere(`${call.name}: ${missing} is missing`, absent);
    const unknown = error instanceof Refused ? /^(\w+) is not (?:a number |a size )?known here$/.exec(error.message)?.[1] : undefined;
    const value = unknown === undefined ? null : call.mapped(unknown);
    if (error instanceof Refused && unknown && value) throw new UnknownCount(unknown, value, `${call.name}: ${error.message}`);
    if (error instanceof Refused) throw new Unreadable(`${call.name}: ${error.message}`);
    throw error;
  }
}

/** A distribution of torch raises an exception where its scale is not above 0. */
function demandScale(machine: Machine, scale: Expression | Attribute | undefined): void {
  if (machine.library.framework.id !== 'torch' || typeof scale !== 'object' || scale === null || !('op' in scale)) return;
  machine.trace.demand(machine.graph.plain('greater', [scale, machine.graph.constant(0)]), machine.trace.here);
}

/** The elements of a parameter that a likelihood is handed as they are stand for logarithms of probabilities. */
function noteLogarithms({ trace }: Machine, given: Expression | Attribute | undefined): void {
  const isNode = typeof given === 'object' && given !== null && 'op' in given;
  const path = isNode ? sourceOf(given) : null;
  if (path !== null && !trace.logged.has(path)) trace.logged.set(path, trace.here);
}

/** What torch's old `reduce` and `size_average` say, where they are given. */
function oldReduction(call: CompositeCall): string | null {
  const [reduce, average] = ['reduce', 'size_average'].map((name) => call.mapped(name));
  if (reduce?.kind === 'boolean' && !reduce.value) return 'none';
  if (average?.kind === 'boolean') return average.value ? 'mean' : 'sum';
  return reduce?.kind === 'boolean' ? 'mean' : null;
}

/** A reduction by the name of a member of an enumeration: `Reduction.NONE`. */
function reductionOf(dotted: string): string {
  const name = (dotted.split('.').at(-1) ?? '').toLowerCase();
  return name === 'auto' ? 'sum_over_batch_size' : name;
}

/** Arguments that a composite must know, where they come as tensors: the shares of a quantile. */
const KNOWN = new Set(['q', 'normalized_shape', 'output_size']);

/** Tensors as expressions, constants of the source as they are; a string that a parameter brought is an option of the loss. */
function argumentOf(machine: Machine, name: string, value: Value): Expression | Attribute {
  if (value.kind === 'text' && name === 'reduction') machine.trace.decides(value.origin, 'mean', 'sum', 'none');
  if (value.kind === 'library' && name === 'reduction') return reductionOf(value.name);
  if (value.kind === 'free' && name === 'reduction') return attributeOf(machine.inputs.option(value.path, 'mean', 'sum', 'none'), name);
  if (value.kind === 'text' && name === 'reduction' && value.value === 'auto') return 'sum_over_batch_size';
  if (KNOWN.has(name) && value.kind === 'tensor') return attributeOf(value, name);
  if (value.kind === 'tensor' || value.kind === 'free' || value.kind === 'opaque') return expressionOf(machine, value);
  return attributeOf(value, name);
}

function builder(machine: Machine): Build<Expression> {
  return {
    apply: (op, args, attributes) => applyNodes(machine, op, args, attributes),
    constant: (value, kind) => machine.graph.constant(value, kind),
    extent: (value) => machine.graph.extent(value),
    tensor: (values, shape, kind) => machine.graph.tensor(values, shape, kind),
  };
}
