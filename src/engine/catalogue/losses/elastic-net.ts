import type { CatalogueEntry } from '../catalogue-entry';

/** Elastic net. */
export const elasticNet: CatalogueEntry = {
  id: 'elastic-net',
  task: 'regularisation',
  name: { en: 'Elastic net', zhCn: '弹性网络' },
  definition: '# losswright: w in R; alpha in [0, 1] = 0.5; wrt w\nelastic_net(w, alpha) = alpha * abs(w) + (1 - alpha) * w^2',
  latex: '\\alpha\\sum_i|w_i|+(1-\\alpha)\\sum_iw_i^2',
  properties: { differentiability: 'kink', convexity: 'convex', lower: 0, upper: null },
  expects: { en: 'weights; alpha in [0, 1] shares between L1 and L2', zhCn: '权重；alpha ∈ [0, 1] 在 L1 与 L2 之间分配' },
  use: { en: 'sparse weights when features are correlated', zhCn: '特征相关时的稀疏权重' },
  watch: { en: 'kept kink at 0, as for L1', zhCn: '与 L1 一样在 0 处有尖点' },
  code: {
    torch: 'alpha * w.abs().sum() + (1 - alpha) * w.square().sum()',
    jax: 'alpha * jnp.abs(w).sum() + (1 - alpha) * jnp.sum(w ** 2)',
    tensorflow: 'alpha * tf.reduce_sum(tf.abs(w)) + (1 - alpha) * tf.reduce_sum(tf.square(w))',
    numpy: 'alpha * np.abs(w).sum() + (1 - alpha) * np.sum(w ** 2)',
  },
  calls: ['keras.regularizers.L1L2', 'tensorflow.keras.regularizers.L1L2'],
  references: ['Zou and Hastie, JRSS B 67, 2005'],
};
