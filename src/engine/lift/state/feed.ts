import { inOrder } from '../../ir/expression';
import type { Machine } from '../machine';
import { expressionOf } from '../values/tensor';
import type { Value } from '../values/value';

/** Notes that what the values are computed from is handed to a model, of which nothing but the result is seen. */
export function feed(machine: Machine, values: readonly Value[]): void {
  for (const path of values.flatMap((value) => leavesOf(machine, value))) machine.inputs.fed.add(path);
}

/** The parameters that a value is computed from. */
function leavesOf(machine: Machine, value: Value): string[] {
  if (value.kind === 'free') return machine.inputs.mayHoldData(value.path) ? [value.path] : [];
  if (value.kind !== 'tensor') return [];
  return inOrder(expressionOf(machine, value)).flatMap((node) => (node.op === 'parameter' ? [String(node.attributes['name'])] : []));
}
