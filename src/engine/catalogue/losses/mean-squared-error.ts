import type { CatalogueEntry } from '../catalogue-entry';

/** Mean squared error. */
export const meanSquaredError: CatalogueEntry = {
  id: 'mean-squared-error',
  task: 'regression',
  name: { en: 'Mean squared error', zhCn: '均方误差' },
  definition: '# losswright: x in R; y in R; wrt x\nmean_squared_error(x, y) = (x - y)^2',
  latex: '\\frac{1}{n}\\sum_i (x_i - y_i)^2',
  properties: { differentiability: 'smooth', convexity: 'convex', lower: 0, upper: null },
  expects: { en: 'predictions and targets on the same scale', zhCn: '预测与目标在同一尺度上' },
  use: { en: 'regression with errors that are roughly Gaussian', zhCn: '误差大致服从高斯分布的回归' },
  watch: {
    en: 'one outlier dominates; on a sigmoid or softmax output the gradient vanishes where the answer is confidently wrong',
    zhCn: '单个异常值会主导损失；接在 sigmoid 或 softmax 之后，自信地出错处梯度消失',
  },
  code: {
    torch: 'F.mse_loss(x, y)',
    jax: 'jnp.mean((x - y) ** 2)',
    tensorflow: 'tf.reduce_mean(tf.square(x - y))',
    numpy: 'np.mean((x - y) ** 2)',
  },
  calls: [
    'torch.nn.functional.mse_loss',
    'torch.nn.MSELoss',
    'optax.squared_error',
    'optax.l2_loss',
    'tensorflow.keras.losses.MeanSquaredError',
    'tensorflow.keras.losses.mean_squared_error',
    'keras.losses.MeanSquaredError',
    'keras.losses.mean_squared_error',
  ],
  references: ['Gauss, Theoria motus, 1809'],
};
