import type { Expression } from '../ir/expression';
import { complementOf, elementsOf } from './view';

/** Whether a node is a mask: truth values, also as numbers, or the complement of one. */
export function isMask(node: Expression): boolean {
  const core = elementsOf(node);
  if (core.kind === 'bool') return true;
  const inner = complementOf(core);
  return inner !== null && isMask(inner);
}
