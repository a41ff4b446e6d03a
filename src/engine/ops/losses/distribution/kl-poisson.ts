import { composite } from '../composite';

/** `torch.distributions.kl_divergence` of two Poisson distributions. */
export const klPoisson = composite('kl_poisson', 'Kullback-Leibler divergence of two Poisson distributions.', 'p_rate, q_rate', (k) => {
  const [p, q] = [k.tensor('p_rate'), k.tensor('q_rate')];
  return k.subtract(k.multiply(p, k.subtract(k.op('log', [p]), k.op('log', [q]))), k.subtract(p, q));
});
