import type { CatalogueEntry } from '../catalogue-entry';

/** Triplet margin loss. */
export const tripletMargin: CatalogueEntry = {
  id: 'triplet-margin',
  task: 'metric learning',
  name: { en: 'Triplet margin loss', zhCn: '三元组间隔损失' },
  definition:
    '# losswright: a in R; p in R; n in R; margin in (0, inf) = 1; wrt a\ntriplet_margin(a, p, n, margin) = max(0, abs(a - p) - abs(a - n) + margin)',
  latex: '\\max\\bigl(0,\\|a-p\\|-\\|a-n\\|+m\\bigr)',
  properties: { differentiability: 'kink', convexity: 'neither', lower: 0, upper: null },
  expects: { en: 'embeddings of an anchor, of one like it, and of one unlike it', zhCn: '锚点、正样本与负样本的嵌入' },
  use: { en: 'embeddings compared by distance', zhCn: '按距离比较的嵌入' },
  watch: {
    en: 'the distance written as a root of squares has an infinite slope where two embeddings are equal',
    zhCn: '把距离写成平方和开方时，两个嵌入相等处斜率无穷大',
  },
  code: {
    torch: 'F.triplet_margin_loss(a, p, n)',
    jax: 'jnp.maximum(0, optax.safe_norm(a - p, 1e-6, axis=-1) - optax.safe_norm(a - n, 1e-6, axis=-1) + m).mean()',
    tensorflow:
      'tf.reduce_mean(tf.nn.relu(tf.sqrt(tf.reduce_sum((a - p) ** 2, -1) + 1e-12) - tf.sqrt(tf.reduce_sum((a - n) ** 2, -1) + 1e-12) + m))',
    numpy: 'np.maximum(0, np.linalg.norm(a - p, axis=-1) - np.linalg.norm(a - n, axis=-1) + m).mean()',
  },
  calls: ['torch.nn.functional.triplet_margin_loss', 'torch.nn.TripletMarginLoss', 'optax.losses.triplet_margin_loss'],
  references: ['Schroff et al., FaceNet, CVPR 2015'],
};
