import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { isGrave, judge } from './judge';

const graveCodes = async (...lines: string[]): Promise<string[]> =>
  (await judge(lines.join('\n'))).findings.filter(isGrave).map(({ code }) => code);

describe('what is no fault of a loss, by what stands around it', () => {
  it('is what hangs on a number that was not read', async () => {
    const loss = (bound: string): readonly string[] => [
      'import torch',
      'from somewhere import limits',
      'def smooth_loss(pred, target):',
      '    d = (pred - target).abs()',
      `    return torch.where(d <= ${bound}, torch.log1p(-(d ** 2) / 6), d).mean()`,
    ];
    assert.deepEqual(await graveCodes(...loss('40 * limits.largest(3)')), []);
    assert.deepEqual(await graveCodes(...loss('40')), ['stability/log-negative']);
  });

  it('is a slope that a rule says, or a length of 0', async () => {
    const loss = (decorator: string): readonly string[] => [
      'import tensorflow as tf',
      'def _smooth_loss(x):',
      '    return tf.where(x > 0, tf.math.log(x), tf.zeros_like(x))',
      ...(decorator === '' ? [] : [decorator]),
      'def entry(x):',
      '    return _smooth_loss(x)',
    ];
    assert.deepEqual(await graveCodes(...loss('@tf.custom_gradient')), []);
    assert.deepEqual(await graveCodes(...loss('')), ['stability/where-nan-grad']);
    assert.deepEqual(
      await graveCodes(
        'import torch',
        'def signal_loss(audio_gen, audio_real, audio_len):',
        '    mean = audio_gen.sum(-1) / audio_len',
        '    return ((audio_gen - mean[:, None] - audio_real) ** 2).mean()',
      ),
      [],
    );
  });

  it('is a probability above 1, whose logarithm and that of what is left are taken', async () => {
    assert.deepEqual(
      await graveCodes(
        'import jax.numpy as jnp',
        'def coin_loss(out, seen):',
        '    return -(seen * jnp.log(out) + (1.0 - seen) * jnp.log1p(-out)).mean()',
      ),
      ['stability/log-zero-prob', 'stability/log-one-minus-p'],
    );
  });

  it('is a divisor whose quotient, not itself, is compared', async () => {
    const loss = (tested: string): readonly string[] => [
      'import jax',
      'import jax.numpy as jnp',
      'def smooth_max_loss(x, mass):',
      '    z = x / mass',
      `    return jnp.sum(z * (${tested} > 0))`,
    ];
    const { preconditions } = await judge(loss('z').join('\n'));
    assert.deepEqual(preconditions, [4]);
    assert.deepEqual(await graveCodes(...loss('z')), []);
  });

  it('is a mask that is neither true nor false, a normalisation of what is left, or a slope in a table', async () => {
    assert.deepEqual(
      await graveCodes(
        'import torch',
        'class AttentionLoss(torch.nn.Module):',
        '    def forward(self, scores, masks):',
        '        return torch.mean(scores.masked_select(masks))',
      ),
      ['stability/empty-mean'],
    );
    assert.deepEqual(
      await graveCodes(
        'import jax.numpy as jnp',
        'def negatives_loss(logits, labels, beta=0.0):',
        '    ws = (1 - labels) * jnp.exp(beta * (logits - logits.max()))',
        '    return ((3 - 1) * ws / jnp.sum(ws, axis=-1, keepdims=True)).mean()',
      ),
      ['stability/empty-mean'],
    );
    assert.deepEqual(await graveCodes('import math', 'def focal_length(fov):', '    return 3 / math.tan(fov / 2)'), []);
  });

  it('is what comes out where gradients are off, told twice', async () => {
    const codes = await graveCodes(
      'import torch',
      'def pairwise_distance(x, y):',
      '    with torch.no_grad():',
      '        inner = -2 * torch.matmul(x, y.transpose(2, 1))',
      '        return (x * x).sum(-1, keepdim=True) + inner + (y * y).sum(-1, keepdim=True).transpose(2, 1)',
    );
    assert.deepEqual(
      codes.filter((code) => code.startsWith('stability/')),
      ['stability/sqdist-expansion'],
    );
  });
});
