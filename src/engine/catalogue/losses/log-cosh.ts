import type { CatalogueEntry } from '../catalogue-entry';

/** Log-cosh loss. */
export const logCosh: CatalogueEntry = {
  id: 'log-cosh',
  task: 'regression',
  name: { en: 'Log-cosh loss', zhCn: 'Log-cosh 损失' },
  definition: '# losswright: x in R; y in R; wrt x\nlog_cosh(x, y) = abs(x - y) + softplus(-2 * abs(x - y)) - log(2)',
  ofResidual: true,
  latex: '\\frac{1}{n}\\sum_i \\log\\cosh(x_i-y_i)',
  properties: { differentiability: 'smooth', convexity: 'convex', lower: 0, upper: null },
  expects: { en: 'predictions and targets on the same scale', zhCn: '预测与目标在同一尺度上' },
  use: { en: 'a smooth compromise between squared and absolute error', zhCn: '平方误差与绝对误差之间的光滑折中' },
  watch: {
    en: 'log(cosh(d)) written out overflows from |d| = 89.4 in float32: use the form with softplus',
    zhCn: '直接写 log(cosh(d)) 在 float32 中 |d| ≥ 89.4 时溢出：改用 softplus 形式',
  },
  code: {
    torch: '((x - y).abs() + F.softplus(-2 * (x - y).abs()) - math.log(2)).mean()',
    jax: 'optax.log_cosh(x, y).mean()',
    tensorflow: 'tf.keras.losses.LogCosh()(y, x)',
    numpy: '(np.logaddexp(x - y, y - x) - np.log(2)).mean()',
  },
  calls: ['optax.log_cosh', 'tensorflow.keras.losses.LogCosh', 'keras.losses.LogCosh', 'keras.losses.log_cosh'],
  references: ['Green, IEEE Trans. Med. Imaging 9(1), 1990'],
};
