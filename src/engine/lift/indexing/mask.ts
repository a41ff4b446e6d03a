import type { Expression } from '../../ir/expression';
import type { Machine } from '../machine';
import { Unreadable } from '../state/unreadable';
import type { Value } from '../values/value';

/** `tensor[mask]`: its length depends on data. */
export function compress(machine: Machine, node: Expression, { mask }: { mask: Expression; before: number }): Value {
  machine.trace.step();
  throw new Unreadable(`a mask of ${mask.shape.length} axes picks an unknown number of the elements of ${node.op === 'parameter' ? String(node.attributes['name']) : 'a tensor'}`);
}
