import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { isGrave, judge } from './judge';

const graveCodes = async (text: string): Promise<string[]> => (await judge(text)).findings.filter(isGrave).map(({ code }) => code);

describe('what losses need of their callers, on code as people write it', () => {
  it('asks for numbers that are not negative where an epsilon shows that they are taken for such', async () => {
    const body = (last: string): string =>
      [
        'import tensorflow as tf',
        'def kappa_loss(y_true, y_pred):',
        '    c = tf.constant([[0.0, 1.0, 4.0], [1.0, 0.0, 1.0], [4.0, 1.0, 0.0]])',
        '    worst = tf.reduce_sum(tf.matmul(y_true, c) * y_pred)',
        '    total = tf.reduce_sum(y_true) * tf.reduce_sum(tf.matmul(c, y_pred, transpose_b=True))',
        `    return tf.math.log(${last})`,
      ].join('\n');
    assert.deepEqual(await graveCodes(body('tf.math.divide_no_nan(worst, total) + 1e-6')), []);
    assert.notDeepEqual(await graveCodes(body('tf.math.divide_no_nan(worst, total) - 1e-6')), []);
    assert.notDeepEqual(await graveCodes(body('worst - total + 1e-6')), []);
  });

  it('asks for what is picked out of an argument to be divided by', async () => {
    const text = [
      'import torch',
      'def rank_loss(gain, discount):',
      '    places = torch.arange(1, gain.shape[1] + 1)',
      '    gap = torch.abs(places[:, None] - places[None, :])',
      '    near = torch.pow(torch.abs(discount[0, gap - 1]), -1.0)',
      '    return near[None, :, :] * torch.abs(gain[:, :, None] - gain[:, None, :])',
    ].join('\n');
    const { findings, preconditions } = await judge(text);
    assert.deepEqual(findings.filter(isGrave), []);
    assert.deepEqual(preconditions, [5]);
  });

  it('asks of exponents that the configuration gives for each class', async () => {
    const text = [
      'import tensorflow as tf',
      'def focal_loss(y_true, y_pred, gamma):',
      '    # losswright: y_pred in [0, 1]; y_true in {0, 1}; y_pred: [4, 3]; gamma: [3]',
      '    return tf.reduce_mean((1 - y_pred) ** gamma * (y_true - y_pred))',
    ].join('\n');
    const { findings, preconditions } = await judge(text);
    assert.deepEqual(findings.filter(isGrave), []);
    assert.deepEqual(preconditions, [4]);
  });

  it('takes for a probability what 1 is less by in a logarithm that is kept finite', async () => {
    const text = (eps: string): string =>
      `import torch\ndef gan_loss(pred, target):\n    return torch.mean(torch.log(target + 1e-8) + torch.log(1 - pred${eps}))`;
    assert.deepEqual(await graveCodes(text(' + 1e-8')), []);
    assert.deepEqual(await graveCodes(text('')), ['stability/log-one-minus-p']);
  });

  it('asks for boxes that have an area', async () => {
    const text = (union: string): string =>
      [
        'import torch',
        'def iou_loss(gt_boxes, boxes):',
        '    a = (gt_boxes[:, 2] - gt_boxes[:, 0]) * (gt_boxes[:, 3] - gt_boxes[:, 1])',
        '    b = (boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1])',
        '    low = torch.max(gt_boxes[:, :2], boxes[:, :2])',
        '    wh = (torch.min(gt_boxes[:, 2:], boxes[:, 2:]) - low + 1).clamp(min=0)',
        '    inter = wh[:, 0] * wh[:, 1]',
        `    return (1 - inter / (${union})).mean()`,
      ].join('\n');
    assert.deepEqual(await graveCodes(text('a + b - inter')), []);
    assert.notDeepEqual(await graveCodes(text('inter')), []);
  });

  it('takes a cutoff for one that what is cut off can reach', async () => {
    const text = [
      'import torch',
      'class GraphLoss(torch.nn.Module):',
      '    def forward(self, probs, scores):',
      '        q = torch.mm(probs, probs.t())',
      '        q.fill_diagonal_(1)',
      '        q = q * (q >= self.pair_cutoff).float()',
      '        q = q / q.sum(1, keepdim=True)',
      '        return -(torch.log_softmax(scores, -1) * q).sum(1).mean()',
    ].join('\n');
    assert.deepEqual(await graveCodes(text), []);
  });

  it('asks for numbered letters whose logarithm can be taken', async () => {
    const text = [
      'import numpy as np',
      'def transport_loss(w1, cost):',
      '    u = np.log(w1) - cost.sum()',
      '    return np.sum(np.exp(u - np.max(u)))',
    ].join('\n');
    const { findings, preconditions } = await judge(text);
    assert.deepEqual(findings.filter(isGrave), []);
    assert.deepEqual(preconditions, [3]);
  });

  it('takes what JAX draws numbers with for no prediction', async () => {
    const text = (line: string): string =>
      `import jax\nimport jax.numpy as jnp\ndef noise_loss(params, x, key):\n    noise = ${line}\n    return jnp.mean((x - noise) ** 2)`;
    assert.deepEqual(await graveCodes(text('jax.random.normal(key, x.shape)')), []);
    assert.deepEqual(await graveCodes(text('0.5')), ['gradient/unused-prediction']);
  });

  it('tells no gradient of a selection that is empty', async () => {
    const body = (write: string): string =>
      [
        'import torch',
        'def smooth_loss(pred, gt, valid):',
        '    diff = (gt - pred) ** 2 * valid',
        `    ${write}`,
        '    return diff.sum() / valid.sum().clamp(min=1)',
      ].join('\n');
    assert.deepEqual(await graveCodes(body('diff[diff > 400] = diff[diff > 400].pow(0.1) * 400 ** 0.9')), []);
    assert.notDeepEqual(await graveCodes(body('diff = torch.where(diff > 400, diff.pow(0.1) * 400 ** 0.9, diff)')), []);
    assert.notDeepEqual(await graveCodes(body('diff[diff < 400] = diff[diff < 400].pow(0.1) * 400 ** 0.9')), []);
  });
});
