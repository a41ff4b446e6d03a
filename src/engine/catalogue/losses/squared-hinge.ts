import type { CatalogueEntry } from '../catalogue-entry';

/** Squared hinge loss. */
export const squaredHinge: CatalogueEntry = {
  id: 'squared-hinge',
  task: 'classification',
  name: { en: 'Squared hinge loss', zhCn: '平方合页损失' },
  definition: '# losswright: z in R; y in {-1, 1}; wrt z\nsquared_hinge(z, y) = max(0, 1 - y * z)^2',
  latex: '\\frac{1}{n}\\sum_i\\max(0,1-y_iz_i)^2',
  properties: { differentiability: 'C1', convexity: 'convex', lower: 0, upper: null },
  expects: { en: 'scores of any size and targets -1 or 1', zhCn: '任意大小的得分，目标为 -1 或 1' },
  use: { en: 'margins with a gradient that fades as the margin is met', zhCn: '满足间隔时梯度逐渐减小的间隔损失' },
  watch: { en: 'sensitive to outliers, as every squared error is', zhCn: '与所有平方误差一样对异常值敏感' },
  code: {
    torch: 'F.relu(1 - y * z).square().mean()',
    jax: 'jnp.mean(jax.nn.relu(1 - y * z) ** 2)',
    tensorflow: 'tf.keras.losses.SquaredHinge()(y, z)',
    numpy: '(np.maximum(0, 1 - y * z) ** 2).mean()',
  },
  calls: ['tensorflow.keras.losses.SquaredHinge', 'keras.losses.SquaredHinge', 'keras.losses.squared_hinge'],
  references: [],
};
