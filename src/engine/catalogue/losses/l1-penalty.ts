import type { CatalogueEntry } from '../catalogue-entry';

/** L1 penalty (lasso). */
export const l1Penalty: CatalogueEntry = {
  id: 'l1-penalty',
  task: 'regularisation',
  name: { en: 'L1 penalty (lasso)', zhCn: 'L1 正则（Lasso）' },
  definition: '# losswright: w in R; lambda in [0, inf) = 0.01; wrt w\nl1_penalty(w, lambda) = lambda * abs(w)',
  latex: '\\lambda\\sum_i|w_i|',
  properties: { differentiability: 'kink', convexity: 'convex', lower: 0, upper: null },
  expects: { en: 'weights', zhCn: '权重' },
  use: { en: 'sparse weights', zhCn: '希望权重稀疏时' },
  watch: {
    en: 'the kink at 0 makes gradient descent hover around 0: use a proximal step for exact zeros',
    zhCn: '0 处的尖点使梯度下降在 0 附近来回：要得到精确的零应使用近端步',
  },
  code: {
    torch: 'lam * w.abs().sum()',
    jax: 'lam * jnp.abs(w).sum()',
    tensorflow: 'lam * tf.reduce_sum(tf.abs(w))',
    numpy: 'lam * np.abs(w).sum()',
  },
  calls: ['keras.regularizers.L1', 'tensorflow.keras.regularizers.L1'],
  references: ['Tibshirani, JRSS B 58, 1996'],
};
