import type { CatalogueEntry } from '../catalogue-entry';

/** Binary cross-entropy on logits. */
export const binaryCrossEntropyWithLogits: CatalogueEntry = {
  id: 'binary-cross-entropy-with-logits',
  task: 'classification',
  name: { en: 'Binary cross-entropy on logits', zhCn: 'logits 上的二元交叉熵' },
  definition: '# losswright: z in R; y in [0, 1]; wrt z\nbinary_cross_entropy_with_logits(z, y) = softplus(z) - y * z',
  latex: '\\frac{1}{n}\\sum_i\\bigl[\\operatorname{softplus}(z_i)-y_iz_i\\bigr]',
  properties: { differentiability: 'smooth', convexity: 'convex', lower: 0, upper: null },
  expects: { en: 'logits: the output before a sigmoid; targets in [0, 1]', zhCn: 'logits，即 sigmoid 之前的输出；目标在 [0, 1]' },
  use: { en: 'binary and multi-label classification', zhCn: '二分类与多标签分类' },
  watch: {
    en: 'no sigmoid before it: applied twice it still runs, and trains badly',
    zhCn: '不要先做 sigmoid：做两次仍能运行，但训练很差',
  },
  code: {
    torch: 'F.binary_cross_entropy_with_logits(z, y)',
    jax: 'optax.sigmoid_binary_cross_entropy(z, y).mean()',
    tensorflow: 'tf.reduce_mean(tf.nn.sigmoid_cross_entropy_with_logits(labels=y, logits=z))',
    numpy: 'np.mean(np.logaddexp(0, z) - y * z)',
  },
  calls: [
    'torch.nn.functional.binary_cross_entropy_with_logits',
    'torch.nn.BCEWithLogitsLoss',
    'optax.sigmoid_binary_cross_entropy',
    'tensorflow.nn.sigmoid_cross_entropy_with_logits',
    'tensorflow.keras.losses.BinaryCrossentropy(from_logits=True)',
    'tensorflow.keras.losses.binary_crossentropy(from_logits=True)',
    'keras.losses.BinaryCrossentropy(from_logits=True)',
    'keras.losses.binary_crossentropy(from_logits=True)',
  ],
  references: ['Berkson, JASA 39, 1944'],
};
