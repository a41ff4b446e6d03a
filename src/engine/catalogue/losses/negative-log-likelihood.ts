import type { CatalogueEntry } from '../catalogue-entry';

/** Negative log-likelihood of log-probabilities. */
export const negativeLogLikelihood: CatalogueEntry = {
  id: 'negative-log-likelihood',
  task: 'classification',
  name: { en: 'Negative log-likelihood of log-probabilities', zhCn: '对数概率的负对数似然' },
  definition: '# losswright: lp in (-inf, 0]; wrt lp\nnegative_log_likelihood(lp) = -lp',
  latex: '-\\frac{1}{n}\\sum_i \\ell_{i,y_i}',
  properties: { differentiability: 'smooth', convexity: 'affine', lower: 0, upper: null },
  expects: { en: 'log-probabilities, as log_softmax gives them, and class indices', zhCn: 'log_softmax 给出的对数概率与类别序号' },
  use: { en: 'after log_softmax; together they are the cross-entropy', zhCn: '接在 log_softmax 之后；合起来就是交叉熵' },
  watch: {
    en: 'given probabilities instead of their logarithms it runs without an error and learns nothing sensible',
    zhCn: '若误传概率而非其对数，仍能运行却学不到东西',
  },
  code: {
    torch: 'F.nll_loss(lp, y)',
    jax: '-jnp.take_along_axis(lp, y[:, None], axis=1).mean()',
    tensorflow: '-tf.reduce_mean(tf.gather(lp, y, batch_dims=1))',
    numpy: '-lp[np.arange(len(y)), y].mean()',
  },
  calls: ['torch.nn.functional.nll_loss', 'torch.nn.NLLLoss'],
  references: [],
};
