import type { CatalogueEntry } from '../catalogue-entry';

/** Huber loss. */
export const huber: CatalogueEntry = {
  id: 'huber',
  task: 'regression',
  name: { en: 'Huber loss', zhCn: 'Huber 损失' },
  definition:
    '# losswright: x in R; y in R; delta in (0, inf) = 1; wrt x\nhuber(x, y, delta) = abs(x - y) <= delta ? (x - y)^2 / 2 : delta * abs(x - y) - delta^2 / 2',
  ofResidual: true,
  latex: '\\begin{cases}\\frac{1}{2}(x-y)^2 & |x-y|\\le\\delta\\\\ \\delta|x-y|-\\frac{1}{2}\\delta^2 & \\text{otherwise}\\end{cases}',
  properties: { differentiability: 'C1', convexity: 'convex', lower: 0, upper: null },
  expects: {
    en: 'predictions and targets on the same scale; delta > 0 is the error beyond which growth is linear',
    zhCn: '预测与目标在同一尺度上；delta > 0，误差超过它后线性增长',
  },
  use: { en: 'regression where a few targets may be far off', zhCn: '少数目标可能偏差很大的回归' },
  watch: { en: 'delta is in units of the target: choose it after scaling the data', zhCn: 'delta 与目标同单位：先缩放数据再选取' },
  code: {
    torch: 'F.huber_loss(x, y, delta=delta)',
    jax: 'optax.huber_loss(x, y, delta=delta).mean()',
    tensorflow: 'tf.keras.losses.Huber(delta)(y, x)',
    numpy: 'np.where(np.abs(x - y) <= delta, 0.5 * (x - y) ** 2, delta * np.abs(x - y) - 0.5 * delta ** 2).mean()',
  },
  calls: [
    'torch.nn.functional.huber_loss',
    'torch.nn.HuberLoss',
    'optax.huber_loss',
    'tensorflow.keras.losses.Huber',
    'tensorflow.keras.losses.huber',
    'keras.losses.Huber',
    'keras.losses.huber',
  ],
  references: ['Huber, Annals of Mathematical Statistics 35, 1964, eq. (10)'],
};
