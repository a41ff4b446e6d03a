import { type Expression, inOrder, sizeOf } from '../ir/expression';

/** Steps that an operation takes besides one for every element: setting up, and products over whole rows. */
const OVERHEAD = 4;
const WHOLE_ROWS: ReadonlySet<string> = new Set(['matmul', 'einsum', 'outer', 'cdist', 'solve', 'inverse', 'det', 'logdet', 'sort', 'conv2d']);
const FEWEST = 40;

/** How many evaluations of an expression a number of steps pays for; never fewer than it takes to try the simplest inputs. */
export function evaluationsWithin(steps: number, body: Expression): number {
  const cost = inOrder(body).reduce((total, node) => total + OVERHEAD + sizeOf(node.shape) * (WHOLE_ROWS.has(node.op) ? 10 : 1), 0);
  return Math.max(FEWEST, Math.floor(steps / cost));
}
