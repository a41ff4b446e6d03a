import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { checkSource } from '../../../src/engine/check/check';
import { DEFAULT_OPTIONS } from '../../../src/engine/check/options';
import type { FormatName } from '../../../src/engine/numerics/format';
import { testTools } from '../../support/tools';

const HEAD = 'import torch\nimport torch.nn.functional as F\n';

/** The title of the first quick fix of a rule in a loss that returns this. */
async function fixOf(rule: string, line: string, format?: FormatName, head = HEAD): Promise<string | undefined> {
  const text = `${head}def some_loss(x, y, m):\n    # losswright: x: prediction; y: target; m in {0, 1}\n    return ${line}\n`;
  const formats = format ? [format] : [];
  const { report } = checkSource({ path: 'losses.py', language: 'python', text }, await testTools(), { ...DEFAULT_OPTIONS, formats });
  return report.findings.find(({ code }) => code === `stability/${rule}`)?.fixes[0]?.title;
}

const NUMPY = 'import numpy as np\n';
const JAX = 'import jax.numpy as jnp\n';
const TF = 'import tensorflow as tf\n';
const KERAS = 'from keras import ops\n';

const SCIPY = 'import numpy as np\nfrom scipy.special import softmax\n';

const CASES: readonly (readonly [rule: string, line: string, fix: string, format?: FormatName | undefined, head?: string])[] = [
  ['log-softmax-composed', '-np.mean(y * np.log(softmax(x)))', 'x - logsumexp(x)', undefined, SCIPY],
  [
    'eps-underflows',
    '1 - F.cosine_similarity(x.half(), y.half(), dim=-1).mean()',
    'F.cosine_similarity(x.half(), y.half(), dim=-1, eps=0.01)',
  ],
  ['half-sum-overflow', '(x - y).abs().sum() / x.numel()', 'torch.sum((x - y).abs().float())', 'float16'],
  ['half-square-overflow', '((x - y) ** 2).mean()', '(x - y).float() ** 2', 'float16'],
  ['half-square-overflow', 'F.mse_loss(x, y)', 'torch.mean(torch.square((x - y).float()))', 'float16'],
  [
    'half-square-overflow',
    'jnp.mean(jnp.square(x - y))',
    'jnp.square((x - y).astype(jnp.float32))',
    'float16',
    'import jax.numpy as jnp\n',
  ],
  [
    'half-square-overflow',
    'tf.reduce_mean(tf.square(x - y))',
    'tf.square(tf.cast(x - y, tf.float32))',
    'float16',
    'import tensorflow as tf\n',
  ],
  ['mask-fill-overflow', 'F.softmax(x.masked_fill(m > 0, -1e9), dim=-1)[..., 0].sum()', 'x.masked_fill(m > 0, -1e4)', 'float16'],
  ['sqrt-minus-one', '(torch.sqrt(1 + x ** 2) - 1).mean()', 'x ** 2 / (torch.sqrt(1 + x ** 2) + 1)'],
  ['handmade-maxshift-tie', '(torch.where(x > y, x, y) + torch.log1p(torch.exp(-(x - y).abs()))).mean()', 'y + F.softplus(x - y)'],
  [
    'logcosh-naive',
    'ops.mean(ops.log((ops.exp(x) + ops.exp(-x)) / 2))',
    'ops.abs(x) + ops.softplus(-2 * ops.abs(x)) - 0.6931471805599453',
    undefined,
    KERAS,
  ],
  ['log-softmax-composed', '-ops.sum(y * ops.log(ops.softmax(x)))', 'ops.log_softmax(x, axis=-1)', undefined, KERAS],
  [
    'sigmoid-then-bce',
    'tf.reduce_mean(tf.keras.losses.binary_crossentropy(y, tf.math.sigmoid(x)))',
    'tf.keras.losses.binary_crossentropy(y, x, from_logits=True)',
    undefined,
    TF,
  ],
  [
    'sigmoid-then-bce',
    'tf.keras.losses.BinaryCrossentropy()(y, tf.math.sigmoid(x * 2))',
    'tf.keras.losses.BinaryCrossentropy(from_logits=True)(y, x * 2)',
    undefined,
    TF,
  ],
  ['std-grad-zero', 'tf.math.reduce_std(x)', 'tf.sqrt(tf.math.reduce_variance(x) + 1e-6)', undefined, TF],
  ['inf-times-zero', 'F.binary_cross_entropy_with_logits(x.masked_fill(m == 0, -torch.inf), y)', 'torch.where(m == 0, -1e+30, x)'],
  ['half-square-overflow', '((x.half() - y.half()) ** 2).mean()', '(x.half() - y.half()).float() ** 2'],
  ['ctc-inf', 'F.ctc_loss(x, y, (4,), (2,), blank=0)', 'F.ctc_loss(x, y, (4,), (2,), blank=0, zero_infinity=True)'],
  ['empty-mean', 'x[m > 0].mean()', '(x[m > 0].sum() / (m > 0).sum().clamp(min=1))'],
  ['empty-mean', '((x - y) ** 2)[m > 0].mean()', '(((x - y) ** 2)[m > 0].sum() / (m > 0).sum().clamp(min=1))'],
  ['empty-mean', 'torch.mean(x[m > 0])', '(torch.sum(x[m > 0]) / (m > 0).sum().clamp(min=1))'],
  ['empty-mean', 'np.mean((x[m > 0] - y[m > 0]) ** 2)', '(np.sum((x[m > 0] - y[m > 0]) ** 2) / max((m > 0).sum(), 1))', undefined, NUMPY],
  ['empty-mean', 'jnp.mean(jnp.abs(x)[m > 0])', '(jnp.sum(jnp.abs(x)[m > 0]) / (m > 0).sum().clip(1))', undefined, JAX],
  [
    'empty-mean',
    'tf.reduce_mean(x[m > 0])',
    'tf.math.divide_no_nan(tf.reduce_sum(x[m > 0]), tf.cast(tf.math.count_nonzero(m > 0), tf.reduce_sum(x[m > 0]).dtype))',
    undefined,
    TF,
  ],
  [
    'empty-mean',
    'F.cross_entropy(x, y, ignore_index=-100)',
    "(F.cross_entropy(x, y, ignore_index=-100, reduction='sum') / (y != -100).sum().clamp(min=1))",
  ],
];

describe('texts of quick fixes', () => {
  it('go where a part of a module is made', async () => {
    const text = [
      'import torch',
      'class SpeechLoss(torch.nn.Module):',
      '    def __init__(self):',
      '        super().__init__()',
      '        self.ctc = torch.nn.CTCLoss(blank=0)',
      '    def forward(self, log_probs, targets, input_lengths, target_lengths):',
      '        return self.ctc(log_probs, targets, input_lengths, target_lengths)',
    ].join('\n');
    const { report } = checkSource({ path: 'losses.py', language: 'python', text }, await testTools(), DEFAULT_OPTIONS);
    const found = report.findings.find(({ code }) => code === 'stability/ctc-inf');
    assert.equal(found?.range.start.line, 6);
    assert.deepEqual(
      found.fixes[0]?.edits.map(({ range, newText }) => [range.start.line, newText]),
      [[4, 'torch.nn.CTCLoss(blank=0, zero_infinity=True)']],
    );
  });

  it('give a cross entropy of Keras the logits that a sigmoid was taken of before', async () => {
    const fixed = async (...lines: string[]): Promise<string | undefined> => {
      const text = ['import tensorflow as tf', 'from tensorflow import keras', 'def some_loss(y_true, logits):', ...lines].join('\n');
      const { report } = checkSource({ path: 'losses.py', language: 'python', text }, await testTools(), DEFAULT_OPTIONS);
      return report.findings.find(({ code }) => code === 'stability/sigmoid-then-bce')?.fixes[0]?.edits[0]?.newText;
    };
    const squash = '    p = tf.sigmoid(logits)';
    assert.equal(
      await fixed(squash, '    return keras.losses.binary_crossentropy(y_true, p)'),
      'keras.losses.binary_crossentropy(y_true, logits, from_logits=True)',
    );
    assert.equal(
      await fixed('    bce = keras.losses.BinaryCrossentropy(from_logits=False)', squash, '    return bce(y_true, p)'),
      `from_logits=True)\n${squash}\n    return bce(y_true, logits)`,
    );
    assert.equal(await fixed(squash, '    logits = logits * 2', '    return keras.losses.binary_crossentropy(y_true, p)'), undefined);
  });

  it('are not made where the text has another shape than the expression', async () => {
    assert.equal(await fixOf('empty-mean', 'F.l1_loss(x[m > 0], y[m > 0])'), undefined);
  });

  for (const [rule, line, fix, format, head] of CASES) {
    it(`${rule}: ${line}`, async () => assert.equal(await fixOf(rule, line, format, head), fix));
  }
});
