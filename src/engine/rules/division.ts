import type { Expression } from '../ir/expression';
import { elementsOf } from './view';

/** Whether a node divides. */
export function isDivision(node: Expression): boolean {
  return ['divide', 'reciprocal', 'mod', 'floor_divide'].includes(node.op);
}

/** What a division divides by; null for other nodes. */
export function divisorOf(node: Expression): Expression | null {
  const divisor = node.op === 'reciprocal' ? node.args[0] : node.args[1];
  return isDivision(node) && divisor ? elementsOf(divisor) : null;
}
