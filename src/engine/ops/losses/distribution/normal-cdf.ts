import { composite } from '../composite';

/** `torch.distributions.Normal.cdf`, through the error function as PyTorch writes it. */
export const normalCdf = composite('normal_cdf', 'Distribution function of a normal distribution.', 'loc, scale, value', (k) => {
  const scaled = k.divide(k.multiply(k.subtract(k.tensor('value'), k.tensor('loc')), k.op('reciprocal', [k.tensor('scale')])), Math.SQRT2);
  return k.multiply(0.5, k.add(1, k.op('erf', [scaled])));
});
