import type { Machine } from '../machine';
import { Unreadable } from '../state/unreadable';
import { describe, expressionOf, read, write } from '../values/tensor';
import type { Value } from '../values/value';

/** What a call with `out=` leaves in that array, and gives back: its result, or only where a mask holds. */
export function writeOut(machine: Machine, out: Value, mask: Value, result: Value): Value {
  if (out.kind === 'tuple' && out.items.length === 1 && out.items[0]) return writeOut(machine, out.items[0], mask, result);
  const target = out.kind === 'free' ? machine.inputs.tensor(out.path) : out;
  if (target.kind !== 'tensor') throw new Unreadable(`a result written to ${describe(out)}`);
  const node = expressionOf(machine, result);
  const before = read(target);
  if (node.shape.join() !== before.shape.join()) throw new Unreadable('a result written to an array of another shape');
  const whole = mask.kind === 'none' || (mask.kind === 'boolean' && mask.value);
  write(machine, target, whole ? node : machine.graph.apply('where', [expressionOf(machine, mask), node, before]));
  return target;
}
