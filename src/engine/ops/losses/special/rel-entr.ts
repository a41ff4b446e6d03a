import { composite } from '../composite';

/** `rel_entr` of SciPy and JAX: infinite outside its domain. */
export const relEntr = composite('rel_entr', 'x log(x / y), 0 at x = 0.', 'x, y, tail=False', (k) => {
  const [x, y] = [k.tensor('x'), k.tensor('y')];
  const [inside, edge] = [
    k.op('logical_and', [k.op('greater', [x, 0]), k.op('greater', [y, 0])]),
    k.op('logical_and', [k.op('equal', [x, 0]), k.op('greater_equal', [y, 0])]),
  ];
  const [safeX, safeY] = [k.op('where', [inside, x, 1]), k.op('where', [inside, y, 1])];
  const term = k.multiply(safeX, k.subtract(k.op('log', [safeX]), k.op('log', [safeY])));
  const value = k.op('where', [inside, term, k.op('where', [edge, 0, Infinity])]);
  return k.flag('tail') ? k.add(k.subtract(value, x), y) : value;
});
