import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { checkSource } from '../../../src/engine/check/check';
import { DEFAULT_OPTIONS } from '../../../src/engine/check/options';
import { isGrave, judge } from './judge';
import { testTools } from '../../support/tools';

const graveCodes = async (...lines: string[]): Promise<string[]> =>
  (await judge(lines.join('\n'))).findings.filter(isGrave).map(({ code }) => code);

describe('what is no fault of a loss', () => {
  it('is an exponential of what nothing tells of', async () => {
    const text = [
      'import torch',
      'def transport_cost(rho, a, f_aa, f_ba):',
      '    return (a * ((-f_aa / rho).exp() - (-f_ba / rho).exp())).sum()',
    ];
    assert.deepEqual(await graveCodes(...text), []);
    assert.deepEqual((await judge(text.join('\n'))).preconditions.includes(3), true);
  });

  it('is an exponent or a temperature that the caller gives', async () => {
    assert.deepEqual(
      await graveCodes(
        'import torch.nn.functional as F',
        'def attention_loss(g_s, g_t, p):',
        '    return (F.normalize(g_s.pow(p).mean(1)) - F.normalize(g_t.pow(p).mean(1))).abs().mean()',
      ),
      [],
    );
    assert.deepEqual(
      await graveCodes(
        'import torch.nn.functional as F',
        'def distillation_loss(pred, soft_label, T):',
        '    target = F.softmax(soft_label / T, dim=1)',
        "    return F.kl_div(F.log_softmax(pred / T, dim=1), target, reduction='none').mean() * (T * T)",
      ),
      [],
    );
  });

  it('is a count, an optional argument, or a collection without entries', async () => {
    assert.deepEqual(
      await graveCodes(
        'import numpy as np',
        'def jaccard_loss(preds, labels, C):',
        '    return sum(np.abs((preds == i) * 1.0 - (labels == i)).mean() for i in range(C))',
      ),
      [],
    );
    assert.deepEqual(await graveCodes('import torch', 'def square_loss(X, target, k=None):', '    return ((X - target) ** 2).mean()'), []);
  });

  it('is a measure that decides hard', async () => {
    assert.deepEqual(
      await graveCodes(
        'import torch',
        'def centroid_distance(y_true, y_pred, grid):',
        '    a = ((y_pred >= 0.5).float() * grid).sum()',
        '    b = ((y_true >= 0.5).float() * grid).sum()',
        '    return torch.sqrt((a - b) ** 2)',
      ),
      [],
    );
  });

  it('is a normal draw, which is never 0', async () => {
    assert.deepEqual(
      await graveCodes(
        'import torch',
        'def sketched_loss(z):',
        '    a = torch.randn(z.size(-1), 4)',
        '    return (z @ (a / a.norm(p=2, dim=0))).pow(2).mean()',
      ),
      [],
    );
  });

  it('is the logarithm of a factor of an entropy', async () => {
    assert.deepEqual(
      await graveCodes('import torch', 'def gate_loss(inputs):', '    return -(inputs * torch.log(inputs + 1e-6)).sum()'),
      [],
    );
  });

  it('is a part of a tuple that is no data, nor a target that is exponentiated', async () => {
    assert.deepEqual(
      await graveCodes(
        'import tensorflow as tf',
        'def box_loss(y_true, outputs):',
        '    num_positives, targets = y_true',
        '    return tf.reduce_sum(tf.abs(tf.exp(targets) - outputs)) / (num_positives * 4.0)',
      ),
      [],
    );
  });

  it('is an argument that the author lets go, or a coefficient', async () => {
    assert.deepEqual(
      await graveCodes('import jax.numpy as jnp', 'def q_loss(q, target, key):', '    del key', '    return jnp.mean((q - target) ** 2)'),
      [],
    );
    assert.deepEqual(
      await graveCodes('import jax.numpy as jnp', 'def policy_loss_coeff(q, v):', '    return jnp.heaviside(q - v, 0.0)'),
      [],
    );
  });

  it('is a squared distance whose negative rests are replaced', async () => {
    const text = [
      'import torch',
      'def spread_loss(emb):',
      '    dot = emb @ emb.t()',
      '    d = torch.diag(dot).unsqueeze(0) - 2.0 * dot + torch.diag(dot).unsqueeze(1)',
      '    d[d < 0] = 0',
      '    return d.mean()',
    ];
    assert.deepEqual(await graveCodes(...text), []);
    assert.deepEqual(await graveCodes(...text.filter((line) => !line.includes('< 0'))), ['stability/sqdist-expansion']);
  });

  it('is a sigmoid of Keras in a loss of Keras, which keeps the logits', async () => {
    const text = (sigmoid: string): string[] => [
      'import keras',
      'import tensorflow as tf',
      'def mask_loss(y_true, logits):',
      `    return keras.losses.binary_crossentropy(y_true, ${sigmoid}(logits))`,
    ];
    assert.deepEqual(await graveCodes(...text('keras.ops.sigmoid')), []);
    assert.deepEqual(await graveCodes(...text('tf.sigmoid')), ['stability/sigmoid-then-bce']);
  });
});

describe('one cause', () => {
  const report = async (text: string): Promise<{ loss: string | null; code: string }[]> =>
    checkSource({ path: 'losses.py', language: 'python', text }, await testTools(), DEFAULT_OPTIONS)
      .report.findings.filter(({ code, severity }) => code.startsWith('stability/') && severity !== 'information')
      .map(({ loss, code }) => ({ loss, code }));

  it('is told in the function, not again in what calls it', async () => {
    const text = [
      'import torch',
      'import torch.nn as nn',
      'class RootLoss(nn.Module):',
      '    def forward(self, pred, target):',
      '        return root_loss(pred, target)',
      'def root_loss(pred, target):',
      '    return torch.sqrt(((pred - target) ** 2).mean())',
    ].join('\n');
    assert.deepEqual(await report(text), [{ loss: 'root_loss', code: 'stability/sqrt-grad-zero' }]);
    const { losses } = checkSource({ path: 'losses.py', language: 'python', text }, await testTools(), DEFAULT_OPTIONS).report;
    assert.deepEqual(
      losses.map(({ name, verdicts }) => [name, verdicts?.stability.answer]),
      [
        ['RootLoss.forward', 'unknown'],
        ['root_loss', 'hazard'],
      ],
    );
  });

  it('is not told of a helper whose callers keep it from happening', async () => {
    const helper = [
      'import torch',
      'import torch.nn.functional as F',
      'def _focal(values):',
      '    return (1 - torch.exp(-values)) * values',
    ];
    const caller = (argument: string): string[] => ['def focal_loss(logits, labels):', `    return _focal(${argument}).mean()`];
    assert.deepEqual(await report([...helper, ...caller("F.cross_entropy(logits, labels, reduction='none')")].join('\n')), []);
    assert.deepEqual(await report([...helper, ...caller('logits')].join('\n')), [{ loss: '_focal', code: 'stability/exp-unbounded' }]);
  });

  it('is told in the caller where the function alone has no fault', async () => {
    const text = [
      'import torch',
      'def scaled(sigma):',
      '    return torch.log(sigma)',
      'def first_loss(logits):',
      '    return -scaled(torch.softmax(logits, -1)).mean()',
    ].join('\n');
    assert.deepEqual(await report(text), [{ loss: 'first_loss', code: 'stability/log-softmax-composed' }]);
  });
});
