import type { Expression } from '../../ir/expression';
import type { Machine } from '../machine';
import type { OpaqueValue, Value } from './value';
import { expressionOf } from './tensor';

/** What was not read, and why; computed from some values. */
export function opaque(machine: Machine, what: string, why: string, from: readonly Value[], byDesign = false): OpaqueValue {
  const inputs = [...new Set(from.flatMap((value) => tensorsIn(machine, value, 0)))];
  return { kind: 'opaque', what, why, span: machine.trace.here, inputs, node: machine.journal.cell<Expression | null>(null), byDesign };
}

/** A value computed from an unread one in a way that adds nothing. */
export function derived(machine: Machine, source: OpaqueValue, from: readonly Value[]): OpaqueValue {
  const inputs = [...new Set([...source.inputs, ...from.flatMap((value) => tensorsIn(machine, value, 0))])];
  return { ...source, inputs, node: machine.journal.cell<Expression | null>(null) };
}

/** The tensors inside a value. */
function tensorsIn(machine: Machine, value: Value, depth: number): Expression[] {
  if (depth > 3) return [];
  const within = (items: Iterable<Value>): Expression[] => [...items].flatMap((item) => tensorsIn(machine, item, depth + 1));
  switch (value.kind) {
    case 'tensor':
      return [expressionOf(machine, value)];
    case 'complex':
      return [value.real, value.imaginary];
    case 'free':
      return machine.inputs.mayHoldData(value.path) ? [expressionOf(machine, value)] : [];
    case 'opaque':
      return value.inputs.length > 0 || value.node.value ? [expressionOf(machine, value)] : [];
    case 'number':
      return value.node && value.node.op !== 'constant' ? [value.node] : [];
    case 'tuple':
      return within(value.items);
    case 'list':
      return within(value.cell.value);
    case 'dict':
      return within([...value.cell.value.values()].map((entry) => entry.value));
    default:
      return [];
  }
}
