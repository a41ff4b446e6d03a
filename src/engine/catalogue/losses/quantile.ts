import type { CatalogueEntry } from '../catalogue-entry';

/** Quantile (pinball) loss. */
export const quantile: CatalogueEntry = {
  id: 'quantile',
  task: 'regression',
  name: { en: 'Quantile (pinball) loss', zhCn: '分位数（pinball）损失' },
  definition: '# losswright: x in R; y in R; tau in (0, 1) = 0.9; wrt x\nquantile(x, y, tau) = max(tau * (y - x), (tau - 1) * (y - x))',
  latex: '\\frac{1}{n}\\sum_i\\max\\bigl(\\tau(y_i-x_i),(\\tau-1)(y_i-x_i)\\bigr)',
  properties: { differentiability: 'kink', convexity: 'convex', lower: 0, upper: null },
  expects: { en: 'one prediction for each quantile tau in (0, 1)', zhCn: '每个分位数 tau ∈ (0, 1) 对应一个预测' },
  use: { en: 'intervals and quantiles instead of a mean', zhCn: '需要区间和分位数而非均值时' },
  watch: { en: 'quantiles predicted apart can cross', zhCn: '分别预测的分位数可能交叉' },
  code: {
    torch: 'torch.maximum(tau * (y - x), (tau - 1) * (y - x)).mean()',
    jax: 'jnp.maximum(tau * (y - x), (tau - 1) * (y - x)).mean()',
    tensorflow: 'tf.reduce_mean(tf.maximum(tau * (y - x), (tau - 1) * (y - x)))',
    numpy: 'np.maximum(tau * (y - x), (tau - 1) * (y - x)).mean()',
  },
  calls: [],
  references: ['Koenker and Bassett, Econometrica 46(1), 1978'],
};
