import type { CatalogueEntry } from '../catalogue-entry';

/** Margin ranking loss. */
export const marginRanking: CatalogueEntry = {
  id: 'margin-ranking',
  task: 'metric learning',
  name: { en: 'Margin ranking loss', zhCn: '间隔排序损失' },
  definition:
    '# losswright: a in R; b in R; y in {-1, 1}; margin in [0, inf) = 0; wrt a, b\nmargin_ranking(a, b, y, margin) = max(0, -y * (a - b) + margin)',
  latex: '\\max\\bigl(0,-y(a-b)+m\\bigr)',
  properties: { differentiability: 'kink', convexity: 'convex', lower: 0, upper: null },
  expects: { en: 'two scores and which of them should be higher (y = 1: the first)', zhCn: '两个得分以及哪个应更高（y = 1：第一个）' },
  use: { en: 'ranking from pairs', zhCn: '成对排序' },
  watch: {
    en: 'with margin 0 equal scores cost nothing: everything may collapse to one value',
    zhCn: '间隔为 0 时得分相等没有代价：可能全部坍缩为一个值',
  },
  code: {
    torch: 'F.margin_ranking_loss(a, b, y, margin=m)',
    jax: 'jnp.maximum(0, -y * (a - b) + m).mean()',
    tensorflow: 'tf.reduce_mean(tf.nn.relu(-y * (a - b) + m))',
    numpy: 'np.maximum(0, -y * (a - b) + m).mean()',
  },
  calls: ['torch.nn.functional.margin_ranking_loss', 'torch.nn.MarginRankingLoss'],
  references: [],
};
