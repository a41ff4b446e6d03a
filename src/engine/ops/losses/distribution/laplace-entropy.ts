import { composite } from '../composite';

/** `torch.distributions.Laplace.entropy`. */
export const laplaceEntropy = composite('laplace_entropy', 'Entropy of a Laplace distribution.', 'loc, scale', (k) => {
  return k.add(1, k.op('log', [k.multiply(2, k.tensor('scale'))]));
});
