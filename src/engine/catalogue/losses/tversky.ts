import type { CatalogueEntry } from '../catalogue-entry';

/** Tversky loss. */
export const tversky: CatalogueEntry = {
  id: 'tversky',
  task: 'segmentation',
  name: { en: 'Tversky loss', zhCn: 'Tversky 损失' },
  definition:
    '# losswright: p in [0, 1]; y in [0, 1]; alpha in [0, 1] = 0.3; beta in [0, 1] = 0.7; smooth in (0, inf) = 1; wrt p\ntversky(p, y, alpha, beta, smooth) = 1 - (p * y + smooth) / (p * y + alpha * p * (1 - y) + beta * (1 - p) * y + smooth)',
  latex: '1-\\frac{\\mathrm{TP}+s}{\\mathrm{TP}+\\alpha\\,\\mathrm{FP}+\\beta\\,\\mathrm{FN}+s}',
  properties: { differentiability: 'smooth', convexity: 'unknown', lower: 0, upper: 1 },
  expects: {
    en: 'probabilities and masks of the same shape; alpha weighs false positives, beta false negatives',
    zhCn: '形状相同的概率与掩码；alpha 权衡假阳性，beta 权衡假阴性',
  },
  use: { en: 'segmentation where one kind of error costs more', zhCn: '某类错误代价更高的分割' },
  watch: { en: 'papers and libraries differ in which of alpha and beta is which', zhCn: '不同论文与库对 alpha、beta 的定义不同' },
  code: {
    torch: '1 - (tp + s) / (tp + alpha * fp + beta * fn + s)',
    jax: '1 - (tp + s) / (tp + alpha * fp + beta * fn + s)',
    tensorflow: '1 - (tp + s) / (tp + alpha * fp + beta * fn + s)',
    numpy: '1 - (tp + s) / (tp + alpha * fp + beta * fn + s)',
  },
  calls: ['keras.losses.Tversky'],
  references: ['Salehi et al., MLMI 2017, eq. (4)'],
};
