import { composite } from '../composite';

/** `torch.distributions.Uniform.log_prob`. */
export const uniformLogProb = composite('uniform_log_prob', 'Log-density of a uniform distribution.', 'low, high, value', (k) => {
  const [low, high, value] = [k.tensor('low'), k.tensor('high'), k.tensor('value')];
  const inside = k.op('logical_and', [k.op('less_equal', [low, value]), k.op('greater', [high, value])]);
  return k.subtract(k.op('log', [k.op('to_float', [inside])]), k.op('log', [k.subtract(high, low)]));
});
