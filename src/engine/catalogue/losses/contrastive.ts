import type { CatalogueEntry } from '../catalogue-entry';

/** Contrastive loss. */
export const contrastive: CatalogueEntry = {
  id: 'contrastive',
  task: 'metric learning',
  name: { en: 'Contrastive loss', zhCn: '对比损失' },
  definition:
    '# losswright: d in [0, inf); y in {0, 1}; margin in (0, inf) = 1; wrt d\ncontrastive(d, y, margin) = y * d^2 + (1 - y) * max(0, margin - d)^2',
  latex: 'y\\,d^2+(1-y)\\max(0,m-d)^2',
  properties: { differentiability: 'C1', convexity: 'convex', lower: 0, upper: null },
  expects: { en: 'the distance of a pair and whether it belongs together', zhCn: '一对样本的距离以及是否同类' },
  use: { en: 'siamese networks', zhCn: '孪生网络' },
  watch: {
    en: 'some authors use y = 1 for pairs that differ; the distance has no gradient at 0 unless guarded',
    zhCn: '有的作者以 y = 1 表示不同类；距离在 0 处需加保护才有梯度',
  },
  code: {
    torch: '(y * d ** 2 + (1 - y) * F.relu(m - d) ** 2).mean()',
    jax: 'jnp.mean(y * d ** 2 + (1 - y) * jax.nn.relu(m - d) ** 2)',
    tensorflow: 'tf.reduce_mean(y * d ** 2 + (1 - y) * tf.nn.relu(m - d) ** 2)',
    numpy: 'np.mean(y * d ** 2 + (1 - y) * np.maximum(0, m - d) ** 2)',
  },
  calls: [],
  references: ['Hadsell, Chopra and LeCun, CVPR 2006'],
};
