import type { CatalogueEntry } from '../catalogue-entry';

/** L2 penalty (ridge). */
export const l2Penalty: CatalogueEntry = {
  id: 'l2-penalty',
  task: 'regularisation',
  name: { en: 'L2 penalty (ridge)', zhCn: 'L2 正则（Ridge）' },
  definition: '# losswright: w in R; lambda in [0, inf) = 0.01; wrt w\nl2_penalty(w, lambda) = lambda * w^2',
  latex: '\\lambda\\sum_iw_i^2',
  properties: { differentiability: 'smooth', convexity: 'convex', lower: 0, upper: null },
  expects: { en: 'weights', zhCn: '权重' },
  use: {
    en: 'small weights everywhere; the same as weight decay for plain gradient descent',
    zhCn: '希望权重整体较小；对普通梯度下降等同于权重衰减',
  },
  watch: { en: 'for Adam it is not weight decay: use AdamW', zhCn: '对 Adam 它不等于权重衰减：使用 AdamW' },
  code: {
    torch: 'lam * w.square().sum()',
    jax: 'lam * jnp.sum(w ** 2)',
    tensorflow: 'lam * tf.reduce_sum(tf.square(w))',
    numpy: 'lam * np.sum(w ** 2)',
  },
  calls: ['keras.regularizers.L2', 'tensorflow.keras.regularizers.L2', 'tensorflow.nn.l2_loss'],
  references: ['Hoerl and Kennard, Technometrics 12, 1970'],
};
