import type { CatalogueEntry } from '../catalogue-entry';

/** Soft Dice loss. */
export const softDice: CatalogueEntry = {
  id: 'soft-dice',
  task: 'segmentation',
  name: { en: 'Soft Dice loss', zhCn: '软 Dice 损失' },
  definition:
    '# losswright: p in [0, 1]; y in [0, 1]; smooth in (0, inf) = 1; wrt p\nsoft_dice(p, y, smooth) = 1 - (2 * p * y + smooth) / (p + y + smooth)',
  latex: '1-\\frac{2\\sum_ip_iy_i+s}{\\sum_ip_i+\\sum_iy_i+s}',
  properties: { differentiability: 'smooth', convexity: 'unknown', lower: 0, upper: 1 },
  expects: { en: 'probabilities and masks of the same shape', zhCn: '形状相同的概率与掩码' },
  use: { en: 'segmentation with small foreground', zhCn: '前景很小的分割' },
  watch: {
    en: 'without the smoothing term in numerator and denominator an empty mask with an empty prediction is 0/0',
    zhCn: '分子分母都没有平滑项时，空掩码配空预测为 0/0',
  },
  code: {
    torch: '1 - (2 * (p * y).sum() + s) / (p.sum() + y.sum() + s)',
    jax: '1 - (2 * (p * y).sum() + s) / (p.sum() + y.sum() + s)',
    tensorflow: '1 - (2 * tf.reduce_sum(p * y) + s) / (tf.reduce_sum(p) + tf.reduce_sum(y) + s)',
    numpy: '1 - (2 * (p * y).sum() + s) / (p.sum() + y.sum() + s)',
  },
  calls: ['keras.losses.Dice'],
  references: ['Milletari et al., V-Net, 3DV 2016'],
};
