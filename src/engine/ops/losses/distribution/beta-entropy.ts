import { composite } from '../composite';

/** `torch.distributions.Beta.entropy`. */
export const betaEntropy = composite('beta_entropy', 'Entropy of a beta distribution.', 'concentration1, concentration0', (k) => {
  const [a, b] = [k.tensor('concentration1'), k.tensor('concentration0')];
  const log = (x: typeof a) => k.op('lgamma', [x]);
  const total = k.add(a, b);
  const known = k.subtract(k.add(log(a), log(b)), log(total));
  const slope = (x: typeof a) => k.multiply(k.subtract(x, 1), k.op('digamma', [x]));
  return k.add(k.subtract(k.subtract(known, slope(a)), slope(b)), k.multiply(k.subtract(total, 2), k.op('digamma', [total])));
});
