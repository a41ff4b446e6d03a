import { composite } from '../composite';
import { normalDensity } from './normal-density';

/** `torch.distributions.Normal.log_prob`. */
export const normalLogProb = composite('normal_log_prob', 'Log-density of a normal distribution.', 'loc, scale, value', (k) =>
  normalDensity(k, k.tensor('value')),
);
