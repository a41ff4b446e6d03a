import type { Expression } from '../ir/expression';
import { isLog } from './logarithm';
import { constantOf, elementsOf, isOp, summand, unguarded, within, withoutConstant } from './view';

/** Exponentials, spelled by any of their names. */
export const isExponential = isOp('exp', 'exp2', 'expm1');

/** `exp(z) / Σ exp(z)`. */
export function isHandmadeSoftmax({ op, args: [x, y] }: Expression): boolean {
  if (op !== 'divide' || !x || !y) return false;
  const above = elementsOf(x);
  const below = summand(unguarded(y));
  return isExponential(above) && below !== null && (below === above || within(below, (n) => n === above, 2));
}

/** A softmax of the library or one made by hand. */
export function isSoftmax(node: Expression): boolean {
  return node.op === 'softmax' || isHandmadeSoftmax(node);
}

/** `1 / (1 + exp(-x))`. */
export function isNaiveSigmoid({ op, args: [x, y] }: Expression): boolean {
  const divisor = op === 'reciprocal' ? x : op === 'divide' && x && constantOf(x) !== null ? y : undefined;
  const inner = divisor && withoutConstant(divisor);
  return inner != null && isExponential(elementsOf(inner));
}

/** A sigmoid of the library or one made by hand. */
export function isSigmoid(node: Expression): boolean {
  return node.op === 'sigmoid' || isNaiveSigmoid(node);
}

/** Whether a node is the logarithm of a total in which the other takes part. */
export function isLogOfSum(node: Expression, part: Expression): boolean {
  const [x] = node.args;
  const inner = x && isLog(node) ? summedIn(x) : null;
  return inner != null && within(inner, (n) => n === part, 2);
}

/** What a guarded total adds up: elements, or two exponentials. */
export function summedIn(total: Expression): Expression | null {
  return summand(unguarded(total)) ?? sumOfTwo(unguarded(total));
}

/** A sum of two exponentials, neither a constant. */
function sumOfTwo(node: Expression): Expression | null {
  return node.op === 'add' && node.args.every((a) => isExponential(elementsOf(a))) ? node : null;
}

/** Whether two nodes are exponentials of opposite arguments. */
export function opposite(first: Expression, second: Expression): boolean {
  const [a, b] = [elementsOf(first), elementsOf(second)];
  if (!isExponential(a) || !isExponential(b)) return false;
  const [x, y] = [a.args[0], b.args[0]].map((n) => n && elementsOf(n));
  if (!x || !y) return false;
  return isNegated(x, y) || isNegated(y, x);
}

function isNegated(x: Expression, y: Expression): boolean {
  return x.op === 'negative' && x.args[0] !== undefined && elementsOf(x.args[0]) === y;
}
