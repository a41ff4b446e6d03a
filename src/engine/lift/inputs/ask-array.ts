import type { Expression } from '../../ir/expression';
import { ARRAY, type Inputs } from './inputs';
import { sourceOf } from './source';

/** Asks of a parameter that was taken for a number, where a node is that, to be an array. */
export function askArray(inputs: Inputs, node: Expression): void {
  const path = sourceOf(node);
  if (path !== null && inputs.leaf(path)?.shape.length === 0) inputs.demand(node, ARRAY);
}
