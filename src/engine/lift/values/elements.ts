import { sizeOf } from '../../ir/expression';
import type { Machine } from '../machine';
import { read, tensorOf } from './tensor';
import { integer, type Value } from './value';

/** What `x.size` is as a number: a method of torch's arrays, which no code counts with, and of NumPy's how many elements there are. */
export function counted(machine: Machine, value: Value): Value {
  if (value.kind !== 'method' || value.name !== 'size' || value.receiver.kind !== 'tensor') return value;
  const node = read(value.receiver);
  const selection = machine.graph.selectionOf(node);
  if (!selection) return integer(sizeOf(node.shape));
  const others = node.shape.filter((_, axis) => axis !== selection.axis);
  return machine.apply('multiply', [tensorOf(machine, machine.graph.count(selection)), integer(sizeOf(others))]);
}
