import type { CatalogueEntry } from '../catalogue-entry';

/** Focal loss. */
export const focal: CatalogueEntry = {
  id: 'focal',
  task: 'classification',
  name: { en: 'Focal loss', zhCn: 'Focal 损失' },
  definition:
    '# losswright: p in (0, 1); alpha in [0, 1] = 0.25; gamma in [0, inf) = 2; wrt p\nfocal(p, alpha, gamma) = -alpha * (1 - p)^gamma * log(p)',
  latex: '-\\alpha(1-p)^\\gamma\\log p',
  properties: { differentiability: 'smooth', convexity: 'convex', lower: 0, upper: null },
  expects: { en: 'the probability p given to the true class', zhCn: '真实类别的概率 p' },
  use: { en: 'detection and other tasks with very many easy examples', zhCn: '检测等易样本极多的任务' },
  watch: {
    en: 'log(p) at p = 0, and (1 - p)^gamma at p = 1 when gamma < 1: compute both from logits',
    zhCn: 'p = 0 处的 log(p)；gamma < 1 时 p = 1 处的 (1 - p)^gamma：都从 logits 计算',
  },
  code: {
    torch: '(alpha * torch.exp(gamma * F.logsigmoid(-z)) * -F.logsigmoid(z)).mean()',
    jax: '(alpha * jnp.exp(gamma * jax.nn.log_sigmoid(-z)) * -jax.nn.log_sigmoid(z)).mean()',
    tensorflow: 'tf.reduce_mean(alpha * tf.exp(gamma * tf.math.log_sigmoid(-z)) * -tf.math.log_sigmoid(z))',
    numpy: 'np.mean(alpha * np.exp(-gamma * np.logaddexp(0, z)) * np.logaddexp(0, -z))',
  },
  calls: [
    'optax.sigmoid_focal_loss',
    'tensorflow.keras.losses.BinaryFocalCrossentropy',
    'keras.losses.BinaryFocalCrossentropy',
    'keras.losses.CategoricalFocalCrossentropy',
    'torchvision.ops.sigmoid_focal_loss',
  ],
  references: ['Lin et al., ICCV 2017, eq. (5)'],
};
