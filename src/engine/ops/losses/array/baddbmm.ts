import { composite } from '../composite';

/** `torch.baddbmm` and `addmv`. */
export const baddbmm = composite('baddbmm', 'A sum of a tensor and a product.', 'input, x, y, beta=1, alpha=1', (k) => {
  const product = k.op('matmul', [k.tensor('x'), k.tensor('y')]);
  const [alpha, beta] = [k.number('alpha', 1), k.number('beta', 1)];
  const own = beta === 1 ? k.tensor('input') : k.multiply(k.tensor('input'), beta);
  return k.add(own, alpha === 1 ? product : k.multiply(product, alpha));
});
