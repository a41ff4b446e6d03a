import type { CatalogueEntry } from '../catalogue-entry';

/** Logistic (soft-margin) loss. */
export const softMargin: CatalogueEntry = {
  id: 'soft-margin',
  task: 'classification',
  name: { en: 'Logistic (soft-margin) loss', zhCn: '逻辑斯谛（soft-margin）损失' },
  definition: '# losswright: z in R; y in {-1, 1}; wrt z\nsoft_margin(z, y) = softplus(-y * z)',
  latex: '\\frac{1}{n}\\sum_i\\log(1+e^{-y_iz_i})',
  properties: { differentiability: 'smooth', convexity: 'convex', lower: 0, upper: null },
  expects: { en: 'scores of any size and targets -1 or 1', zhCn: '任意大小的得分，目标为 -1 或 1' },
  use: { en: 'logistic regression with signed targets', zhCn: '带符号目标的逻辑回归' },
  watch: {
    en: 'log(1 + exp(-y z)) written out overflows from 88.7 in float32',
    zhCn: '直接写 log(1 + exp(-y z)) 在 float32 中 88.7 起溢出',
  },
  code: {
    torch: 'F.softplus(-y * z).mean()',
    jax: 'jax.nn.softplus(-y * z).mean()',
    tensorflow: 'tf.reduce_mean(tf.nn.softplus(-y * z))',
    numpy: 'np.logaddexp(0, -y * z).mean()',
  },
  calls: ['torch.nn.functional.soft_margin_loss', 'torch.nn.SoftMarginLoss'],
  references: [],
};
