import { composite } from '../composite';
import { normalDensity } from './normal-density';

/** `torch.distributions.LogNormal.log_prob`. */
export const logNormalLogProb = composite('log_normal_log_prob', 'Log-density of a log-normal distribution.', 'loc, scale, value', (k) => {
  const log = k.op('log', [k.tensor('value')]);
  return k.subtract(normalDensity(k, log), log);
});
