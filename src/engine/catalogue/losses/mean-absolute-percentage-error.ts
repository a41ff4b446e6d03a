import type { CatalogueEntry } from '../catalogue-entry';

/** Mean absolute percentage error. */
export const meanAbsolutePercentageError: CatalogueEntry = {
  id: 'mean-absolute-percentage-error',
  task: 'regression',
  name: { en: 'Mean absolute percentage error', zhCn: '平均绝对百分比误差' },
  definition: '# losswright: x in R; y in [1, 1000]; wrt x\nmean_absolute_percentage_error(x, y) = 100 * abs((y - x) / y)',
  latex: '\\frac{100}{n}\\sum_i\\left|\\frac{y_i-x_i}{y_i}\\right|',
  properties: { differentiability: 'kink', convexity: 'convex', lower: 0, upper: null },
  expects: { en: 'targets away from 0', zhCn: '远离 0 的目标' },
  use: { en: 'reports where relative error is what counts', zhCn: '以相对误差为准的场合' },
  watch: {
    en: 'a target of 0 divides by 0; low predictions are favoured, since their error is at most 100 %',
    zhCn: '目标为 0 时除以 0；偏向低估，因为低估误差不超过 100%',
  },
  code: {
    torch: '((y - x).abs() / y.abs().clamp(min=1e-6)).mean() * 100',
    jax: '100 * jnp.mean(jnp.abs(y - x) / jnp.maximum(jnp.abs(y), 1e-6))',
    tensorflow: 'tf.keras.losses.MeanAbsolutePercentageError()(y, x)',
    numpy: '100 * np.mean(np.abs(y - x) / np.maximum(np.abs(y), 1e-6))',
  },
  calls: [
    'tensorflow.keras.losses.MeanAbsolutePercentageError',
    'keras.losses.MeanAbsolutePercentageError',
    'keras.losses.mean_absolute_percentage_error',
  ],
  references: [],
};
