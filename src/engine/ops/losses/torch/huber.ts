import { composite } from '../composite';

/** `torch.nn.functional.huber_loss`. A weight does not enter the divisor of the mean. */
export const huber = composite(
  'huber',
  'Quadratic up to delta, then linear with slope delta.',
  "input, target, reduction='mean', delta=1.0, weight=None",
  (k) => {
    const error = k.subtract(k.tensor('input'), k.tensor('target'));
    const size = k.op('abs', [error]);
    const delta = k.tensor('delta');
    const quadratic = k.multiply(0.5, k.op('square', [error]));
    const linear = k.multiply(delta, k.subtract(size, k.multiply(0.5, delta)));
    const losses = k.op('select', [k.op('less_equal', [size, delta]), quadratic, linear]);
    const weight = k.optional('weight');
    return k.reduce(weight ? k.multiply(losses, weight) : losses);
  },
);
