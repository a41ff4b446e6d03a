import type { CatalogueEntry } from '../catalogue-entry';

/** Soft IoU (Jaccard) loss. */
export const softIou: CatalogueEntry = {
  id: 'soft-iou',
  task: 'segmentation',
  name: { en: 'Soft IoU (Jaccard) loss', zhCn: '软 IoU（Jaccard）损失' },
  definition:
    '# losswright: p in [0, 1]; y in [0, 1]; smooth in (0, inf) = 1; wrt p\nsoft_iou(p, y, smooth) = 1 - (p * y + smooth) / (p + y - p * y + smooth)',
  latex: '1-\\frac{\\sum_ip_iy_i+s}{\\sum_ip_i+\\sum_iy_i-\\sum_ip_iy_i+s}',
  properties: { differentiability: 'smooth', convexity: 'unknown', lower: 0, upper: 1 },
  expects: { en: 'probabilities and masks of the same shape', zhCn: '形状相同的概率与掩码' },
  use: { en: 'segmentation judged by intersection over union', zhCn: '以交并比为评价指标的分割' },
  watch: { en: 'not convex; needs the smoothing term for empty masks', zhCn: '非凸；空掩码需要平滑项' },
  code: {
    torch: '1 - ((p * y).sum() + s) / (p.sum() + y.sum() - (p * y).sum() + s)',
    jax: '1 - ((p * y).sum() + s) / (p.sum() + y.sum() - (p * y).sum() + s)',
    tensorflow: '1 - (tf.reduce_sum(p * y) + s) / (tf.reduce_sum(p) + tf.reduce_sum(y) - tf.reduce_sum(p * y) + s)',
    numpy: '1 - ((p * y).sum() + s) / (p.sum() + y.sum() - (p * y).sum() + s)',
  },
  calls: [],
  references: ['Rahman and Wang, ISVC 2016'],
};
