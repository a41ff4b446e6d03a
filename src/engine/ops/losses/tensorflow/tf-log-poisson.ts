import { composite } from '../composite';

/** `tf.nn.log_poisson_loss`. */
export const tfLogPoisson = composite(
  'tf_log_poisson',
  'Negative log-likelihood of a Poisson distribution with the logarithm of its rate.',
  'target, input, full=False',
  (k) => {
    const input = k.tensor('input');
    const target = k.tensor('target');
    const loss = k.subtract(k.op('exp', [input]), k.multiply(input, target));
    if (!k.flag('full')) return loss;
    const half = k.multiply(0.5, k.op('log', [k.multiply(2 * Math.PI, target)]));
    const sum = k.add(k.subtract(k.multiply(target, k.op('log', [target])), target), half);
    const small = k.op('logical_and', [k.op('greater_equal', [target, 0]), k.op('less_equal', [target, 1])]);
    return k.add(loss, k.op('where', [small, 0, sum]));
  },
);
