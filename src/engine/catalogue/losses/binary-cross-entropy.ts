import type { CatalogueEntry } from '../catalogue-entry';

/** Binary cross-entropy on probabilities. */
export const binaryCrossEntropy: CatalogueEntry = {
  id: 'binary-cross-entropy',
  task: 'classification',
  name: { en: 'Binary cross-entropy on probabilities', zhCn: '概率上的二元交叉熵' },
  definition: '# losswright: p in (0, 1); y in [0, 1]; wrt p\nbinary_cross_entropy(p, y) = -(y * log(p) + (1 - y) * log(1 - p))',
  latex: '-\\frac{1}{n}\\sum_i\\bigl[y_i\\log p_i+(1-y_i)\\log(1-p_i)\\bigr]',
  properties: { differentiability: 'smooth', convexity: 'convex', lower: 0, upper: null },
  expects: { en: 'probabilities in (0, 1) and targets in [0, 1]', zhCn: '(0, 1) 内的概率与 [0, 1] 内的目标' },
  use: { en: 'binary and multi-label classification when only probabilities are at hand', zhCn: '只有概率可用的二分类与多标签分类' },
  watch: {
    en: '0 and 1 are reached by a float sigmoid: give logits to the with-logits form instead; torch caps the log at -100, Keras clips at 1e-7',
    zhCn: '浮点 sigmoid 会到达 0 和 1：改用 logits 形式；torch 将对数截断在 -100，Keras 在 1e-7 处截断',
  },
  code: {
    torch: 'F.binary_cross_entropy_with_logits(z, y)',
    jax: 'optax.sigmoid_binary_cross_entropy(z, y).mean()',
    tensorflow: 'tf.reduce_mean(tf.nn.sigmoid_cross_entropy_with_logits(labels=y, logits=z))',
    numpy: 'np.mean(np.logaddexp(0, z) - y * z)',
  },
  calls: [
    'torch.nn.functional.binary_cross_entropy',
    'torch.nn.BCELoss',
    'tensorflow.keras.losses.BinaryCrossentropy',
    'tensorflow.keras.losses.binary_crossentropy',
    'keras.losses.BinaryCrossentropy',
    'keras.losses.binary_crossentropy',
  ],
  references: [],
};
