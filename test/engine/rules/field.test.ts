import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { isGrave, judge } from './judge';

const graveCodes = async (text: string): Promise<string[]> => (await judge(text)).findings.filter(isGrave).map(({ code }) => code);

describe('findings on code as people write it', () => {
  it('asks of a number of the configuration, rather than blames the loss for it', async () => {
    const text = [
      'import torch',
      'def focal_loss(logits, labels, gamma):',
      '    p = torch.sigmoid(logits)',
      '    return (labels * (1 - p) ** gamma * torch.nn.functional.softplus(-logits)).mean()',
    ].join('\n');
    const { findings, preconditions } = await judge(text);
    assert.deepEqual(findings.filter(isGrave), []);
    assert.deepEqual(preconditions, [4]);
  });

  it('still finds what breaks at an everyday value of the configuration', async () => {
    const text = [
      'import torch',
      'def soft_loss(logits, temperature):',
      '    e = torch.exp(logits / temperature)',
      '    return -torch.log(e / e.sum(-1, keepdim=True)).mean()',
    ].join('\n');
    assert.notDeepEqual(await graveCodes(text), []);
  });

  it('looks for no gradient through the forward of a hand-written function', async () => {
    const body = ['    @staticmethod', '    def forward(ctx, x, y):', '        return torch.sqrt((x - y) ** 2).sum()'];
    const written = ['import torch', 'class RootLoss(torch.autograd.Function):', ...body].join('\n');
    assert.deepEqual(await graveCodes(written), []);
    assert.deepEqual(await graveCodes(written.replace('autograd.Function', 'nn.Module')), ['stability/sqrt-grad-zero']);
  });

  it('takes an index chosen with one argument of a loss that trains another for what it is', async () => {
    const text = [
      'import jax.numpy as jnp',
      'def q_loss(q, pred_next, reward):',
      '    best = jnp.argmax(pred_next)',
      '    return (reward - q[best]) ** 2',
    ].join('\n');
    const found = (await judge(text)).findings.filter(({ code }) => code === 'gradient/argmax');
    assert.deepEqual(
      found.map(({ severity }) => severity),
      ['information'],
    );
  });

  it('lets a measure decide hard', async () => {
    const measure = [
      'import torch',
      'def dice_score(pred, target):',
      '    hit = (pred > 0.5).float()',
      '    return 2 * (hit * target).sum() / (hit.sum() + target.sum() + 1)',
    ].join('\n');
    assert.deepEqual(await graveCodes(measure), []);
    assert.deepEqual(await graveCodes(measure.replace('dice_score', 'dice_loss')), ['gradient/comparison']);
  });

  it('warns of a row that is masked away as a whole, which is no everyday row', async () => {
    const text = [
      'import torch',
      'def list_loss(scores, mask):',
      "    s = scores.masked_fill(mask == 0, float('-inf'))",
      '    return torch.softmax(s, 1).square().sum()',
    ].join('\n');
    const found = (await judge(text)).findings.filter(isGrave);
    assert.deepEqual(
      found.map(({ code, severity }) => [code, severity]),
      [['stability/fully-masked-softmax', 'warning']],
    );
  });

  it('does not take a gradient that the author stops for one lost at a tie', async () => {
    const text = [
      'import jax',
      'import jax.numpy as jnp',
      'def td_loss(value, reward):',
      '    d = jnp.abs(jax.lax.stop_gradient(reward) - value)',
      '    return jnp.sum(jnp.maximum(d, 0.5))',
    ].join('\n');
    assert.deepEqual(await graveCodes(text), []);
  });

  it('takes the base of a likelihood for a probability', async () => {
    const text = [
      'import jax.numpy as jnp',
      'def coin_loss(pred, y):',
      '    return -jnp.log(pred ** y * (1 - pred) ** (1 - y) + 1e-6)',
    ].join('\n');
    assert.equal((await graveCodes(text)).includes('stability/log-negative'), false);
  });

  it('asks for a divisor of which nothing is known', async () => {
    const text = ['import torch', 'def gain_loss(G, D):', '    return (G / D).mean()'].join('\n');
    const { findings, preconditions } = await judge(text);
    assert.deepEqual([findings.filter(isGrave), preconditions], [[], [3]]);
  });

  it('takes a function that is marked as one that does not train at its word', async () => {
    const text = [
      'import torch',
      '@torch.no_grad()',
      'def count_loss(pred, target):',
      '    return ((pred > 0.5).float() - target).abs().mean()',
    ].join('\n');
    assert.deepEqual(await graveCodes(text), []);
  });

  it('asks for boxes with a height, rather than blames the aspect ratio', async () => {
    const text = [
      'import torch',
      'def aspect_loss(pred, target):',
      '    w, h = pred[:, 2] - pred[:, 0], pred[:, 3] - pred[:, 1]',
      '    return torch.atan(w / h).square().mean()',
    ].join('\n');
    const { findings, preconditions } = await judge(text);
    assert.deepEqual([findings.filter(isGrave), preconditions], [[], [4]]);
  });

  it('takes logarithms of targets for targets', async () => {
    const text = [
      'import jax.numpy as jnp',
      'def kl_loss(log_predictions, log_targets):',
      '    return jnp.sum(jnp.exp(log_targets) * (log_targets - log_predictions))',
    ].join('\n');
    assert.deepEqual(await graveCodes(text), []);
  });

  it('asks for grades that a power can hold', async () => {
    const text = [
      'import torch',
      'def gain_loss(scores, labels):',
      '    return -((2.0 ** labels - 1) * torch.log_softmax(scores, 1)).mean()',
    ].join('\n');
    assert.deepEqual(await graveCodes(text), []);
  });

  it('takes a logarithm of probabilities for no probability', async () => {
    const text = [
      'import torch',
      'def distil_loss(student_log_probs, teacher_log_probs):',
      '    return (teacher_log_probs.exp() * (teacher_log_probs - student_log_probs)).sum(-1).mean()',
    ].join('\n');
    assert.deepEqual(await graveCodes(text), []);
  });

  it('calls only the distance from a target a percent error', async () => {
    const text = [
      'import torch',
      'def box_loss(a_width, b_width, hull_pred):',
      '    hull = (hull_pred * hull_pred).sum()',
      '    return (hull - a_width.sum()) / hull',
    ].join('\n');
    assert.equal((await graveCodes(text)).includes('stability/percent-error'), false);
  });

  const asks = async (lines: readonly string[], line: number): Promise<void> => {
    const { findings, preconditions } = await judge(lines.join('\n'));
    assert.deepEqual(findings.filter(isGrave), []);
    assert.deepEqual(preconditions, [line]);
  };

  it('asks of what nothing tells the role of', async () => {
    await asks(['import torch', 'def weigh_loss(gain, discount):', '    return gain / discount'], 3);
    await asks(['import torch', 'def ranked_loss(total, discount):', '    return (total * torch.abs(discount) ** -1).sum()'], 3);
  });

  it('asks of the width of boxes that no author draws', async () => {
    const body = [
      'import torch',
      'def area(b):',
      '    return (b[:, 2] - b[:, 0] + 1) * (b[:, 3] - b[:, 1] + 1)',
      'def iou_loss(pred, target):',
      '    wh = (torch.min(pred[:, 2:], target[:, 2:]) - torch.max(pred[:, :2], target[:, :2]) + 1).clamp(min=0)',
      '    overlap = wh[:, 0] * wh[:, 1]',
      '    return (1 - overlap / (area(pred) + area(target) - overlap)).mean()',
    ];
    await asks(body, 7);
  });

  it('asks of the state of a module', async () => {
    const text = [
      'import torch',
      'class Scaled(torch.nn.Module):',
      '    def __init__(self):',
      '        super().__init__()',
      '        self.logit_scale = torch.nn.Parameter(torch.ones([]))',
      '    def forward(self, logits, target):',
      '        return torch.nn.functional.cross_entropy(logits * self.logit_scale.exp(), target)',
    ].join('\n');
    assert.deepEqual(await graveCodes(text), []);
  });

  it('knows a probability by the target that picks it for a logarithm', async () => {
    const picked = [
      'import torch',
      'def focal_loss(output, target):',
      '    hot = torch.nn.functional.one_hot(target, 3)',
      '    pt = (hot * output).sum(1) + 1e-5',
      '    return (-(1 - pt) ** 2 * pt.log()).mean()',
    ].join('\n');
    assert.deepEqual(await graveCodes(picked), []);
    const weighed = ['import torch', 'def cross_loss(y_true, y_pred):', '    return -(y_true * torch.log(y_pred + 1e-6)).mean()'].join(
      '\n',
    );
    assert.deepEqual(await graveCodes(weighed), []);
    assert.deepEqual(await graveCodes(weighed.replace(' + 1e-6', '')), ['stability/log-zero-prob']);
  });

  it('leaves alone what is only reported', async () => {
    const loop = (use: string): string =>
      [
        'import torch',
        'for x, y in loader:',
        '    yhat = model(x)',
        '    loss = ((yhat - y) ** 2).mean()',
        '    loss.backward()',
        '    scaled_loss = torch.abs(torch.round(yhat) - y).mean()',
        `    ${use}`,
      ].join('\n');
    assert.deepEqual(await graveCodes(loop('total += scaled_loss.item()')), []);
    assert.deepEqual(await graveCodes(loop('scaled_loss.backward()')), ['gradient/round']);
  });

  it('does not ask a helper without a prediction for a gradient', async () => {
    const kernel = ['import torch', 'def box_kernel_loss(x, width):', '    return torch.where(x <= width, 1.0, 0.0)'].join('\n');
    assert.deepEqual(await graveCodes(kernel), []);
  });

  it('blames a mask only where it takes something away', async () => {
    const text = [
      'import torch',
      'def heat_loss(output, target):',
      '    hit = target.eq(1).float()',
      '    return -(torch.log(output) * (1 - output) * hit).sum()',
    ].join('\n');
    assert.equal((await graveCodes(text)).length, 1);
  });

  it('tells the inputs that the operation to blame depends on', async () => {
    const text = [
      'import torch',
      'def ratio_loss(pred, target, other_pred):',
      '    return torch.log((pred - target) ** 2).mean() + other_pred.mean()',
    ];
    const [found] = (await judge(text.join('\n'))).findings.filter(isGrave);
    assert.doesNotMatch(String(found?.arguments['at']), /other/);
  });

  it('looks for no gradient in NumPy, nor through what was not read', async () => {
    const quantile = ['import numpy as np', 'def quantile_loss(y_true, preds):', '    return np.mean((preds < y_true) * 1.0)'].join('\n');
    assert.deepEqual(await graveCodes(quantile), []);
  });

  it('lets singular values alone that stand without their vectors', async () => {
    const spectrum = (names: string): string =>
      ['import torch', 'def spectral_loss(features):', `    ${names} = torch.svd(features)`, '    return (s ** 2).sum()'].join('\n');
    assert.deepEqual(await graveCodes(spectrum('_, s, _')), []);
  });

  it('asks for the temperature of a teacher', async () => {
    const text = [
      'import torch',
      'def distil_loss(teacher_logits, student_logits, teacher_temp):',
      '    p = (teacher_logits / teacher_temp).softmax(-1)',
      '    return -(p * student_logits.log_softmax(-1)).sum(-1).mean()',
    ].join('\n');
    assert.deepEqual(await graveCodes(text), []);
  });
});
