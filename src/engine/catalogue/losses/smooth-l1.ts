import type { CatalogueEntry } from '../catalogue-entry';

/** Smooth L1 loss. */
export const smoothL1: CatalogueEntry = {
  id: 'smooth-l1',
  task: 'regression',
  name: { en: 'Smooth L1 loss', zhCn: 'Smooth L1 损失' },
  definition:
    '# losswright: x in R; y in R; beta in (0, inf) = 1; wrt x\nsmooth_l1(x, y, beta) = abs(x - y) < beta ? (x - y)^2 / (2 * beta) : abs(x - y) - beta / 2',
  ofResidual: true,
  latex: '\\begin{cases}\\frac{(x-y)^2}{2\\beta} & |x-y|<\\beta\\\\ |x-y|-\\frac{\\beta}{2} & \\text{otherwise}\\end{cases}',
  properties: { differentiability: 'C1', convexity: 'convex', lower: 0, upper: null },
  expects: { en: 'predictions and targets on the same scale; beta > 0', zhCn: '预测与目标在同一尺度上；beta > 0' },
  use: { en: 'box regression in detectors; the Huber loss divided by beta', zhCn: '检测器中的边框回归；等于 Huber 损失除以 beta' },
  watch: { en: 'beta = 0 makes it the absolute error, with its kink', zhCn: 'beta = 0 时退化为绝对误差，出现尖点' },
  code: {
    torch: 'F.smooth_l1_loss(x, y, beta=beta)',
    jax: 'optax.huber_loss(x, y, delta=beta).mean() / beta',
    tensorflow: 'tf.keras.losses.Huber(beta)(y, x) / beta',
    numpy: 'np.where(np.abs(x - y) < beta, 0.5 * (x - y) ** 2 / beta, np.abs(x - y) - 0.5 * beta).mean()',
  },
  calls: ['torch.nn.functional.smooth_l1_loss', 'torch.nn.SmoothL1Loss'],
  references: ['Girshick, Fast R-CNN, ICCV 2015, eq. (3)'],
};
