import { composite } from '../composite';

/** `torch.distributions.Dirichlet.log_prob`. */
export const dirichletLogProb = composite('dirichlet_log_prob', 'Log-density of a Dirichlet distribution.', 'concentration, value', (k) => {
  const concentration = k.tensor('concentration');
  const axes = [concentration.shape.length - 1];
  const powers = k.op('xlogy', [k.subtract(concentration, 1), k.tensor('value')]);
  const total = k.op('lgamma', [k.sum(concentration, axes)]);
  return k.subtract(k.add(k.sum(powers, [powers.shape.length - 1]), total), k.sum(k.op('lgamma', [concentration]), axes));
});
