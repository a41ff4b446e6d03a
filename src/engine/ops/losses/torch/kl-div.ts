import { composite } from '../composite';

/** `torch.nn.functional.kl_div`; `batchmean` divides by the first dimension only. */
export const klDiv = composite(
  'kl_div',
  'Kullback-Leibler divergence of log-probabilities from a target distribution.',
  "input, target, reduction='mean', log_target=False",
  (k) => {
    const input = k.tensor('input');
    const target = k.tensor('target');
    const losses = k.flag('log_target')
      ? k.multiply(k.op('exp', [target]), k.subtract(target, input))
      : k.subtract(k.op('xlogy', [target, target]), k.multiply(target, input));
    if (k.word('reduction') !== 'batchmean') return k.reduce(losses);
    return k.divide(k.sum(losses), k.extent(input.shape[0] ?? 1));
  },
);
