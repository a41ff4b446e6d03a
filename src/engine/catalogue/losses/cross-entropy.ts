import type { CatalogueEntry } from '../catalogue-entry';

/** Softmax cross-entropy. */
export const crossEntropy: CatalogueEntry = {
  id: 'cross-entropy',
  task: 'classification',
  name: { en: 'Softmax cross-entropy', zhCn: 'softmax 交叉熵' },
  definition: '# losswright: z: [3]; z in R; y: [3]; y in simplex; wrt z\ncross_entropy(z, y) = logsumexp(z) - sum(y * z)',
  latex: '-\\frac{1}{n}\\sum_i\\log\\operatorname{softmax}(z_i)_{y_i}',
  properties: { differentiability: 'smooth', convexity: 'convex', lower: 0, upper: null },
  expects: {
    en: 'one row of logits an example; a class index, or a row of class probabilities',
    zhCn: '每个样本一行 logits；目标为类别序号或一行类别概率',
  },
  use: { en: 'classification into classes that exclude one another', zhCn: '互斥类别的分类' },
  watch: {
    en: 'logits, not probabilities; the class axis is 1 in torch and the last in JAX and TensorFlow',
    zhCn: '输入 logits 而非概率；类别维在 torch 中是第 1 维，在 JAX 和 TensorFlow 中是最后一维',
  },
  code: {
    torch: 'F.cross_entropy(z, y)',
    jax: 'optax.softmax_cross_entropy_with_integer_labels(z, y).mean()',
    tensorflow: 'tf.reduce_mean(tf.nn.sparse_softmax_cross_entropy_with_logits(labels=y, logits=z))',
    numpy: 'np.mean(scipy.special.logsumexp(z, axis=1) - z[np.arange(len(y)), y])',
  },
  calls: [
    'torch.nn.functional.cross_entropy',
    'torch.nn.CrossEntropyLoss',
    'optax.softmax_cross_entropy',
    'optax.softmax_cross_entropy_with_integer_labels',
    'tensorflow.nn.softmax_cross_entropy_with_logits',
    'tensorflow.nn.sparse_softmax_cross_entropy_with_logits',
    'tensorflow.keras.losses.CategoricalCrossentropy',
    'tensorflow.keras.losses.SparseCategoricalCrossentropy',
    'keras.losses.CategoricalCrossentropy',
    'keras.losses.SparseCategoricalCrossentropy',
  ],
  references: [],
};
