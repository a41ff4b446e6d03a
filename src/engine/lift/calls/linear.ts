import { inOrder, type Expression } from '../../ir/expression';

/** Whether an expression is linear in a node, as far as that can be seen: 0 where the node is 0. */
export function isLinearIn(root: Expression, node: Expression): boolean {
  const dependent = new Set([node]);
  const zero = new Set<Expression>();
  for (const one of inOrder(root)) {
    if (isZero(one, zero)) zero.add(one);
    const places = one.args.flatMap((argument, place) => (dependent.has(argument) ? [place] : []));
    if (one === node || places.length === 0) continue;
    dependent.add(one);
    const others = one.args.filter((_, place) => !places.includes(place) && !(one.op === 'where' && place === 0));
    const homogeneous = others.every((argument) => zero.has(argument));
    const linear =
      (LINEAR.has(one.op) && homogeneous) ||
      (PRODUCTS.has(one.op) && places.length === 1) ||
      (one.op === 'where' && !places.includes(0) && homogeneous) ||
      (IN_THE_FIRST.has(one.op) && places.join() === '0');
    if (!linear) return false;
  }
  return dependent.has(root) || zero.has(root);
}

/** Whether a node is 0 everywhere, given those of its operands that are. */
function isZero({ op, args, attributes: { value, values } }: Expression, zero: ReadonlySet<Expression>): boolean {
  if (op === 'constant') return value === 0 || (Array.isArray(values) && values.every((one) => one === 0));
  if (PRODUCTS.has(op)) return args.some((argument) => zero.has(argument));
  return (
    args.length > 0 &&
    (LINEAR.has(op) ? args.every((argument) => zero.has(argument)) : IN_THE_FIRST.has(op) && zero.has(args[0] as Expression))
  );
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
