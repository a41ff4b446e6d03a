import type { CatalogueEntry } from '../catalogue-entry';

/** Mean absolute error. */
export const meanAbsoluteError: CatalogueEntry = {
  id: 'mean-absolute-error',
  task: 'regression',
  name: { en: 'Mean absolute error', zhCn: '平均绝对误差' },
  definition: '# losswright: x in R; y in R; wrt x\nmean_absolute_error(x, y) = abs(x - y)',
  latex: '\\frac{1}{n}\\sum_i |x_i - y_i|',
  properties: { differentiability: 'kink', convexity: 'convex', lower: 0, upper: null },
  expects: { en: 'predictions and targets on the same scale', zhCn: '预测与目标在同一尺度上' },
  use: { en: 'regression with outliers; it estimates the median', zhCn: '存在异常值的回归；估计的是中位数' },
  watch: {
    en: 'a kink where prediction and target are equal: the slope does not shrink near the optimum',
    zhCn: '预测等于目标处有尖点：接近最优时斜率不减小',
  },
  code: {
    torch: 'F.l1_loss(x, y)',
    jax: 'jnp.mean(jnp.abs(x - y))',
    tensorflow: 'tf.reduce_mean(tf.abs(x - y))',
    numpy: 'np.mean(np.abs(x - y))',
  },
  calls: [
    'torch.nn.functional.l1_loss',
    'torch.nn.L1Loss',
    'tensorflow.keras.losses.MeanAbsoluteError',
    'tensorflow.keras.losses.mean_absolute_error',
    'keras.losses.MeanAbsoluteError',
    'keras.losses.mean_absolute_error',
  ],
  references: ['Laplace, 1774'],
};
