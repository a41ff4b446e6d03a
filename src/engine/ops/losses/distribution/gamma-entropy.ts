import { composite } from '../composite';

/** `torch.distributions.Gamma.entropy`. */
export const gammaEntropy = composite('gamma_entropy', 'Entropy of a gamma distribution.', 'concentration, rate', (k) => {
  const a = k.tensor('concentration');
  const known = k.add(k.subtract(a, k.op('log', [k.tensor('rate')])), k.op('lgamma', [a]));
  return k.add(known, k.multiply(k.subtract(1, a), k.op('digamma', [a])));
});
