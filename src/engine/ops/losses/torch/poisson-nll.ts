import { composite } from '../composite';
import { stirling } from './stirling';

/** `torch.nn.functional.poisson_nll_loss`. */
export const poissonNll = composite(
  'poisson_nll',
  'Negative log-likelihood of a Poisson distribution.',
  "input, target, log_input=True, full=False, eps=1e-8, reduction='mean'",
  (k) => {
    const input = k.tensor('input');
    const target = k.tensor('target');
    const losses = k.flag('log_input')
      ? k.subtract(k.op('exp', [input]), k.multiply(target, input))
      : k.subtract(input, k.multiply(target, k.op('log', [k.add(input, k.number('eps', 1e-8))])));
    return k.reduce(k.flag('full') ? k.add(losses, stirling(k, target)) : losses);
  },
);
