import { composite } from '../composite';

/** `torch.distributions.Exponential.entropy`. */
export const exponentialEntropy = composite('exponential_entropy', 'Entropy of an exponential distribution.', 'rate', (k) => {
  return k.subtract(1, k.op('log', [k.tensor('rate')]));
});
