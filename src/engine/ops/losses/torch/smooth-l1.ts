import { composite } from '../composite';

/** `torch.nn.functional.smooth_l1_loss`: the kernel takes one branch for each element, so neither poisons the other. */
export const smoothL1 = composite(
  'smooth_l1',
  'Quadratic up to beta, then linear with slope 1.',
  "input, target, reduction='mean', beta=1.0",
  (k) => {
    const error = k.subtract(k.tensor('input'), k.tensor('target'));
    const size = k.op('abs', [error]);
    if (k.isNumber('beta', 0)) return k.reduce(size);
    const beta = k.tensor('beta');
    const quadratic = k.divide(k.multiply(0.5, k.op('square', [error])), beta);
    const linear = k.subtract(size, k.multiply(0.5, beta));
    return k.reduce(k.op('select', [k.op('less', [size, beta]), quadratic, linear]));
  },
);
