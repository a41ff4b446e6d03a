import type { CatalogueEntry } from '../catalogue-entry';

/** Poisson negative log-likelihood. */
export const poissonNll: CatalogueEntry = {
  id: 'poisson-nll',
  task: 'likelihood',
  name: { en: 'Poisson negative log-likelihood', zhCn: '泊松负对数似然' },
  definition: '# losswright: x in R; y in [0, inf); wrt x\npoisson_nll(x, y) = exp(x) - y * x',
  latex: '\\frac{1}{n}\\sum_i(e^{x_i}-y_ix_i)',
  properties: { differentiability: 'smooth', convexity: 'convex', lower: null, upper: null },
  expects: { en: 'the logarithm of the rate, and counts', zhCn: '速率的对数与计数' },
  use: { en: 'counts', zhCn: '计数数据' },
  watch: {
    en: 'exp(x) overflows from 88.7 in float32; Keras takes the rate, not its logarithm',
    zhCn: 'exp(x) 在 float32 中 88.7 起溢出；Keras 输入的是速率而非其对数',
  },
  code: {
    torch: 'F.poisson_nll_loss(x, y)',
    jax: 'jnp.mean(jnp.exp(x) - y * x)',
    tensorflow: 'tf.reduce_mean(tf.nn.log_poisson_loss(y, x))',
    numpy: 'np.mean(np.exp(x) - y * x)',
  },
  calls: [
    'torch.nn.functional.poisson_nll_loss',
    'torch.nn.PoissonNLLLoss',
    'keras.losses.Poisson',
    'keras.losses.poisson',
    'tensorflow.keras.losses.Poisson',
    'tensorflow.nn.log_poisson_loss',
  ],
  references: [],
};
