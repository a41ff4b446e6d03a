import type { Hazard } from '../analyses/hazard';
import type { Expression } from '../ir/expression';
import { complementOf, elementsOf, isOp } from './view';

/** Operations that take a logarithm of their operand. */
export const isLog = isOp('log', 'log2', 'log10', 'log1p');

/** The operand that a hazard is about. */
export function argumentOf(hazard: Hazard): Expression {
  return hazard.node.args[hazard.operand] ?? hazard.node.args[0] ?? hazard.node;
}

/** `u` where the node is a logarithm of `1 - u`, spelled with log or log1p; else null. */
export function logOfComplement(node: Expression): Expression | null {
  const [x] = node.args;
  if (!x || !isLog(node)) return null;
  if (node.op !== 'log1p') return complementOf(x);
  const core = elementsOf(x);
  return core.op === 'negative' ? elementsOf(core.args[0] ?? core) : null;
}

/** `u` where the node is a logarithm of `1 + u`, spelled with log or log1p; else null. */
export function logOfOnePlus(node: Expression, withoutOne: (node: Expression) => Expression | null): Expression | null {
  const [x] = node.args;
  if (!x || !isLog(node)) return null;
  return node.op === 'log1p' ? elementsOf(x) : withoutOne(x);
}
