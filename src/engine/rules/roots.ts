import type { Expression } from '../ir/expression';
import { constantOf } from './view';

/** Whether a node is a square root, by name or as a power of one half. */
export function isRoot({ op, args }: Expression): boolean {
  return op === 'sqrt' || (op === 'power' && args[1] !== undefined && constantOf(args[1]) === 0.5);
}
