import { composite } from '../composite';

/** `torch.distributions.Beta.log_prob`. */
export const betaLogProb = composite(
  'beta_log_prob',
  'Log-density of a beta distribution.',
  'concentration1, concentration0, value',
  (k) => {
    const a = k.tensor('concentration1');
    const b = k.tensor('concentration0');
    const value = k.tensor('value');
    const powers = k.add(k.op('xlogy', [k.subtract(a, 1), value]), k.op('xlogy', [k.subtract(b, 1), k.subtract(1, value)]));
    const gammas = k.subtract(k.op('lgamma', [k.add(a, b)]), k.add(k.op('lgamma', [a]), k.op('lgamma', [b])));
    return k.add(powers, gammas);
  },
);
