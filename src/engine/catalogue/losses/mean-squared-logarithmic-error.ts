import type { CatalogueEntry } from '../catalogue-entry';

/** Mean squared logarithmic error. */
export const meanSquaredLogarithmicError: CatalogueEntry = {
  id: 'mean-squared-logarithmic-error',
  task: 'regression',
  name: { en: 'Mean squared logarithmic error', zhCn: '均方对数误差' },
  definition: '# losswright: x in [0, inf); y in [0, inf); wrt x\nmean_squared_logarithmic_error(x, y) = (log1p(x) - log1p(y))^2',
  latex: '\\frac{1}{n}\\sum_i\\bigl(\\log(1+x_i)-\\log(1+y_i)\\bigr)^2',
  properties: { differentiability: 'smooth', convexity: 'neither', lower: 0, upper: null },
  expects: { en: 'predictions and targets that are not negative', zhCn: '非负的预测与目标' },
  use: { en: 'targets over several orders of magnitude, where ratios matter', zhCn: '目标跨多个数量级、比值更重要时' },
  watch: { en: 'a prediction at or below -1 is nan: make the output non-negative first', zhCn: '预测小于等于 -1 时为 nan：先保证输出非负' },
  code: {
    torch: 'F.mse_loss(torch.log1p(x), torch.log1p(y))',
    jax: 'jnp.mean((jnp.log1p(x) - jnp.log1p(y)) ** 2)',
    tensorflow: 'tf.keras.losses.MeanSquaredLogarithmicError()(y, x)',
    numpy: 'np.mean((np.log1p(x) - np.log1p(y)) ** 2)',
  },
  calls: [
    'tensorflow.keras.losses.MeanSquaredLogarithmicError',
    'keras.losses.MeanSquaredLogarithmicError',
    'keras.losses.mean_squared_logarithmic_error',
  ],
  references: [],
};
