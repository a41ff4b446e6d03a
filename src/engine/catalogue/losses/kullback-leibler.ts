import type { CatalogueEntry } from '../catalogue-entry';

/** Kullback–Leibler divergence. */
export const kullbackLeibler: CatalogueEntry = {
  id: 'kullback-leibler',
  task: 'classification',
  name: { en: 'Kullback–Leibler divergence', zhCn: 'KL 散度' },
  definition: '# losswright: p in (0, 1); q in (0, 1); wrt q\nkullback_leibler(p, q) = p * log(p / q)',
  latex: '\\sum_i p_i\\log\\frac{p_i}{q_i}',
  properties: { differentiability: 'smooth', convexity: 'convex', lower: null, upper: null },
  expects: { en: 'two distributions; torch wants the logarithm of the second', zhCn: '两个分布；torch 要求第二个取对数' },
  use: { en: 'distillation, variational inference', zhCn: '蒸馏、变分推断' },
  watch: {
    en: 'p = 0 makes 0 · log 0 = nan unless xlogy is used; torch averages over elements unless reduction="batchmean"',
    zhCn: 'p = 0 时 0·log 0 = nan，需用 xlogy；torch 默认对元素平均，应设 reduction="batchmean"',
  },
  code: {
    torch: 'F.kl_div(log_q, p, reduction="batchmean")',
    jax: 'optax.kl_divergence(log_q, p).mean()',
    tensorflow: 'tf.reduce_mean(tf.reduce_sum(tf.math.xlogy(p, p) - p * log_q, axis=-1))',
    numpy: 'np.sum(scipy.special.rel_entr(p, q), axis=-1).mean()',
  },
  calls: [
    'torch.nn.functional.kl_div',
    'torch.nn.KLDivLoss',
    'optax.kl_divergence',
    'tensorflow.keras.losses.KLDivergence',
    'keras.losses.KLDivergence',
    'keras.losses.kl_divergence',
  ],
  references: ['Kullback and Leibler, 1951'],
};
