import type { CatalogueEntry } from '../catalogue-entry';

/** Gaussian negative log-likelihood. */
export const gaussianNll: CatalogueEntry = {
  id: 'gaussian-nll',
  task: 'likelihood',
  name: { en: 'Gaussian negative log-likelihood', zhCn: '高斯负对数似然' },
  definition: '# losswright: x in R; y in R; s in R; wrt x, s\ngaussian_nll(x, y, s) = (s + (x - y)^2 * exp(-s)) / 2',
  latex: '\\frac{1}{2}\\Bigl(\\log\\sigma^2+\\frac{(x-y)^2}{\\sigma^2}\\Bigr)',
  properties: { differentiability: 'smooth', convexity: 'neither', lower: null, upper: null },
  expects: { en: 'a mean and a log-variance (or variance) for each target', zhCn: '每个目标一个均值与一个对数方差（或方差）' },
  use: { en: 'regression that also says how sure it is', zhCn: '同时给出不确定度的回归' },
  watch: {
    en: 'a variance that underflows to 0 divides by 0, a log-variance that runs negative overflows exp(-s): clamp it',
    zhCn: '方差下溢到 0 会除以 0，对数方差过负会使 exp(-s) 溢出：加以截断',
  },
  code: {
    torch: 'F.gaussian_nll_loss(x, y, var)',
    jax: '0.5 * jnp.mean(s + (x - y) ** 2 * jnp.exp(-s))',
    tensorflow: '0.5 * tf.reduce_mean(s + tf.square(x - y) * tf.exp(-s))',
    numpy: '0.5 * np.mean(s + (x - y) ** 2 * np.exp(-s))',
  },
  calls: ['torch.nn.functional.gaussian_nll_loss', 'torch.nn.GaussianNLLLoss'],
  references: ['Nix and Weigend, ICNN 1994'],
};
