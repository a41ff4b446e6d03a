import { inOrder, type Expression } from '../../ir/expression';

/** Whether an expression is linear in a node, as far as that can be seen: constants that are added are overlooked. */
export function isLinearIn(root: Expression, node: Expression): boolean {
  const dependent = new Set([node]);
  for (const one of inOrder(root)) {
    const places = one.args.flatMap((argument, place) => (dependent.has(argument) ? [place] : []));
    if (one === node || places.length === 0) continue;
    dependent.add(one);
    const linear =
      LINEAR.has(one.op) ||
      (PRODUCTS.has(one.op) && places.length === 1) ||
      (one.op === 'where' && !places.includes(0)) ||
      (IN_THE_FIRST.has(one.op) && places.join() === '0');
    if (!linear) return false;
  }
  return true;
}

/** Operations that are linear in all their operands at once. */
const LINEAR = new Set(
  (
    'add subtract negative sum mean reshape transpose broadcast_to slice concatenate stack pad flip roll tile diag diagonal trace tril triu ' +
    'cumsum avg_pool interpolate identity cast to_float stop_gradient dft surrogate'
  ).split(' '),
);

/** Operations that are linear in each of their operands alone. */
const PRODUCTS = new Set(['multiply', 'matmul', 'einsum', 'outer', 'conv2d']);

/** Operations that are linear in their first operand and in no other. */
const IN_THE_FIRST = new Set(['divide', 'divide_no_nan', 'gather', 'take', 'index', 'select', 'scatter']);
