import type { Expression } from '../../ir/expression';
import { ShapeError } from '../../numerics/signature';
import type { Machine } from '../machine';
import { applyNodes } from './apply';
import { itemsOf } from './plain';
import { expressionOf, tensorOf } from './tensor';
import { tuple, type ComplexValue, type Value } from './value';

/** A complex array of its two parts, which are broadcast to one shape. */
export function complexOf(machine: Machine, real: Expression, imaginary: Expression): ComplexValue {
  const { shape } = machine.trace.quietly(() => machine.graph.apply('add', [real, imaginary]));
  const spread = (part: Expression): Expression =>
    part.shape.join() === shape.join() ? part : applyNodes(machine, 'broadcast_to', [part], { shape });
  return { kind: 'complex', real: spread(real), imaginary: spread(imaginary) };
}

/** A value as a complex array: a real one has the imaginary part 0. */
export function asComplex(machine: Machine, value: Value): ComplexValue {
  return value.kind === 'complex' ? value : complexOf(machine, expressionOf(machine, value), machine.graph.constant(0));
}

/** Real and imaginary parts side by side in a new last axis. */
export function pairsOf(machine: Machine, { real, imaginary }: ComplexValue): Expression {
  return applyNodes(machine, 'stack', [real, imaginary], { axis: real.shape.length });
}

/** The complex array whose parts lie side by side in the last axis. */
export function ofPairs(machine: Machine, pairs: Expression): ComplexValue {
  if (pairs.shape.at(-1) !== 2) throw new ShapeError('a last axis that does not hold real and imaginary parts');
  const rank = pairs.shape.length;
  const part = (at: number): Expression => {
    const starts = pairs.shape.map((_, axis) => (axis === rank - 1 ? at : 0));
    const stops = pairs.shape.map((size, axis) => (axis === rank - 1 ? at + 1 : size));
    const taken = applyNodes(machine, 'slice', [pairs], { starts, stops, steps: pairs.shape.map(() => 1) });
    return applyNodes(machine, 'reshape', [taken], { shape: pairs.shape.slice(0, -1) });
  };
  return { kind: 'complex', real: part(0), imaginary: part(1) };
}

/** |z|, whose slope at 0 is 0 in every library. */
export function magnitude(machine: Machine, { real, imaginary }: ComplexValue): Expression {
  const on = (op: string, ...args: Expression[]): Expression => applyNodes(machine, op, args);
  const zero = machine.graph.constant(0);
  const nothing = on('logical_and', on('equal', real, zero), on('equal', imaginary, zero));
  return on('where', nothing, zero, on('hypot', on('where', nothing, machine.graph.constant(1), real), imaginary));
}

/** Whether a value is complex, or a list of values of which one is. */
export function isComplex(value: Value): boolean {
  return value.kind === 'complex' || (itemsOf(value)?.some(isComplex) ?? false);
}

/** One part of each complex array in a value; a real one stays whole in the real part and counts as 0 in the other where `mixed`. */
export function partOf(machine: Machine, value: Value, part: 'real' | 'imaginary'): Value {
  if (value.kind === 'complex') return tensorOf(machine, value[part]);
  const items = itemsOf(value);
  return items && isComplex(value) ? tuple(items.map((item) => partOf(machine, asComplexItem(machine, item), part))) : value;
}

function asComplexItem(machine: Machine, item: Value): Value {
  return item.kind === 'tensor' || item.kind === 'free' ? asComplex(machine, item) : item;
}

/** Two results that belong together as the parts of one; lists part by part. */
export function joinedParts(machine: Machine, real: Value, imaginary: Value): Value {
  const [a, b] = [itemsOf(real), itemsOf(imaginary)];
  if (a && b) return tuple(a.map((item, i) => joinedParts(machine, item, b[i] ?? item)));
  return complexOf(machine, expressionOf(machine, real), expressionOf(machine, imaginary));
}
