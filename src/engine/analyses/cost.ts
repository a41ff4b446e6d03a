import { type Expression, inOrder, sizeOf } from '../ir/expression';

/** Steps that an operation takes besides those of its elements. */
const OVERHEAD = 4;
const HEAVY = 10_000;
const HEAVIEST = 1_000_000;

/** What takes more steps is never evaluated: a network, whose loss stands elsewhere. */
const BEYOND = 20_000_000;

/** Steps of one evaluation of an expression: elements computed, with products over whole rows counted in full. */
function costOf(body: Expression): number {
  return inOrder(body).reduce((total, node) => total + OVERHEAD + sizeOf(node.shape) * termsOf(node), 0);
}

/** How many products go into one element. */
function termsOf({ op, args: [x, y] }: Expression): number {
  if (op === 'conv2d') return y ? sizeOf(y.shape) : 1;
  if (op === 'dft') return 4 * Math.log2(1 + Math.max(...(x?.shape ?? [])));
  if (op === 'matmul') return x?.shape[x.shape.length - 1] ?? 1;
  return ['einsum', 'cdist', 'solve', 'inverse', 'det', 'logdet', 'sort', 'avg_pool', 'max_pool'].includes(op) ? 10 : 1;
}

/** How many evaluations of an expression a number of steps pays for; a few are made of any but the largest. */
export function evaluationsWithin(steps: number, body: Expression): number {
  const cost = costOf(body);
  if (cost > BEYOND) return 0;
  return Math.max(cost > HEAVIEST ? 2 : cost > HEAVY ? 6 : 24, Math.floor(steps / cost));
}

/** Whether a number of steps pays for so many evaluations. */
export function paysFor(steps: number, evaluations: number, body: Expression): boolean {
  return costOf(body) * evaluations <= steps;
}

/** Whether evaluating an expression is so much work that only what must be done is done. */
export function isHeavy(body: Expression): boolean {
  return costOf(body) > HEAVY;
}
