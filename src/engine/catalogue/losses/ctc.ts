import type { CatalogueEntry } from '../catalogue-entry';

/** Connectionist temporal classification. */
export const ctc: CatalogueEntry = {
  id: 'ctc',
  task: 'sequence',
  name: { en: 'Connectionist temporal classification', zhCn: 'CTC 损失' },
  definition: null,
  latex: '-\\log\\sum_{\\pi\\in\\mathcal{B}^{-1}(y)}\\prod_tp_t(\\pi_t)',
  properties: { differentiability: 'smooth', convexity: 'unknown', lower: 0, upper: null },
  expects: {
    en: 'log-probabilities for each time step, and label sequences that are shorter',
    zhCn: '每个时间步的对数概率，以及更短的标签序列',
  },
  use: { en: 'speech and handwriting, where input and labels are not aligned', zhCn: '输入与标签未对齐的语音与手写识别' },
  watch: {
    en: 'a target longer than its input is impossible: the loss is inf and its gradient nan unless zero_infinity=True',
    zhCn: '目标长于输入时不可能对齐：损失为 inf、梯度为 nan，除非 zero_infinity=True',
  },
  code: {
    torch: 'F.ctc_loss(lp, y, input_lengths, target_lengths, zero_infinity=True)',
    jax: 'optax.ctc_loss(z, z_pad, y, y_pad).mean()',
    tensorflow: 'tf.reduce_mean(tf.nn.ctc_loss(y, z, y_len, z_len, logits_time_major=False, blank_index=0))',
  },
  calls: ['torch.nn.functional.ctc_loss', 'torch.nn.CTCLoss', 'optax.ctc_loss', 'tensorflow.nn.ctc_loss', 'keras.losses.CTC'],
  references: ['Graves et al., ICML 2006, eq. (3)'],
};
