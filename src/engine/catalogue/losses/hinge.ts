import type { CatalogueEntry } from '../catalogue-entry';

/** Hinge loss. */
export const hinge: CatalogueEntry = {
  id: 'hinge',
  task: 'classification',
  name: { en: 'Hinge loss', zhCn: '合页损失' },
  definition: '# losswright: z in R; y in {-1, 1}; wrt z\nhinge(z, y) = max(0, 1 - y * z)',
  latex: '\\frac{1}{n}\\sum_i\\max(0,1-y_iz_i)',
  properties: { differentiability: 'kink', convexity: 'convex', lower: 0, upper: null },
  expects: { en: 'scores of any size and targets -1 or 1', zhCn: '任意大小的得分，目标为 -1 或 1' },
  use: { en: 'maximum-margin classification', zhCn: '最大间隔分类' },
  watch: {
    en: 'targets 0 and 1 run without an error and leave half the examples without a gradient',
    zhCn: '若目标为 0 和 1 仍能运行，但一半样本没有梯度',
  },
  code: {
    torch: 'F.relu(1 - y * z).mean()',
    jax: 'optax.hinge_loss(z, y).mean()',
    tensorflow: 'tf.keras.losses.Hinge()(y, z)',
    numpy: 'np.maximum(0, 1 - y * z).mean()',
  },
  calls: ['optax.hinge_loss', 'tensorflow.keras.losses.Hinge', 'keras.losses.Hinge', 'keras.losses.hinge'],
  references: ['Cortes and Vapnik, 1995'],
};
