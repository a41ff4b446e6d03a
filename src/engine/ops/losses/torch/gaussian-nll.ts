import type { Signature } from '../../../numerics/signature';
import { composite } from '../composite';
import type { Kit } from '../kit';

/** `torch.nn.functional.gaussian_nll_loss`: the variance is raised to eps without cutting its gradient. */
export const gaussianNll = composite(
  'gaussian_nll',
  'Negative log-likelihood of a normal distribution.',
  "input, target, var, full=False, eps=1e-6, reduction='mean'",
  (k) => {
    const error = k.op('square', [k.subtract(k.tensor('input'), k.tensor('target'))]);
    const variance = raised(k, k.tensor('var'), error);
    const losses = k.multiply(0.5, k.add(k.op('log', [variance]), k.divide(error, variance)));
    return k.reduce(k.flag('full') ? k.add(losses, 0.5 * Math.log(2 * Math.PI)) : losses);
  },
);

/** The variance, at least eps; a variance for each sample gets a trailing axis. Its gradient passes as if it had not been raised. */
function raised<E extends Signature>(k: Kit<E>, given: E, error: E): E {
  const variance = given.shape.length > 0 && given.shape.length === error.shape.length - 1 ? k.unsqueeze(given, given.shape.length) : given;
  return k.op('surrogate', [k.op('maximum', [variance, k.number('eps', 1e-6)]), variance]);
}
