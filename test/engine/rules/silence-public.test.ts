import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { checkSource } from '../../../src/engine/check/check';
import { DEFAULT_OPTIONS } from '../../../src/engine/check/options';
import { isGrave, judge } from './judge';
import { testTools } from '../../support/tools';

const graveCodes = async (...lines: string[]): Promise<string[]> =>
  (await judge(lines.join('\n'))).findings.filter(isGrave).map(({ code }) => code);

describe('what is no fault of a loss, as libraries write it', () => {
  it('is a tally of what losses came to', async () => {
    const epoch = (line: string): readonly string[] => [
      'import torch.nn.functional as F',
      'def train(model, loader, optimizer):',
      '    total_loss = 0',
      '    for x, y in loader:',
      '        loss = F.mse_loss(model(x), y)',
      '        loss.backward()',
      `        total_loss += ${line} * x.size(0)`,
      '    return total_loss / len(loader)',
    ];
    for (const line of ['float(loss)', 'loss.item()']) assert.deepEqual(await graveCodes(...epoch(line)), [], line);
  });

  it('is a count below 0, or a scale that a distribution refuses', async () => {
    assert.deepEqual(
      await graveCodes(
        'import torch',
        'def count_loss(x, mu, theta):',
        '    nll = torch.lgamma(x + 1) - x * torch.log(torch.nn.functional.softplus(mu) + 1e-8)',
        '    return ((x > 0).float() * nll).mean() + theta.mean()',
      ),
      [],
    );
    assert.deepEqual(
      await graveCodes(
        'import torch',
        'from torch.distributions import Normal, kl_divergence',
        'def latent_loss(pred_mean, pred_scale):',
        '    return kl_divergence(Normal(pred_mean, pred_scale), Normal(0, 1)).sum()',
      ),
      [],
    );
  });

  it('is a step between bounds that were only chosen, or a power that the function around takes', async () => {
    assert.deepEqual(
      await graveCodes(
        'import torch',
        'class AtomLoss(torch.nn.Module):',
        '    def __init__(self, count: int, low: int, high: int):',
        '        super().__init__()',
        '        self.step = (high - low) / (count - 1)',
        '    def forward(self, pred, target):',
        '        return ((pred - target).abs() / self.step).mean()',
      ),
      [],
    );
    assert.deepEqual(
      await graveCodes(
        'import torch',
        'def power_loss(p: float):',
        '    def inner(preds, target):',
        '        return ((preds - target) / (1 - p)).mean()',
        '    return inner',
      ),
      [],
    );
  });

  it('is an infinity that is repaired, where only a negative zero would make another', async () => {
    assert.deepEqual(
      await graveCodes(
        'import torch',
        'import numpy as np',
        'def percent_loss(forecast, target, mask):',
        '    w = mask / target',
        '    w[w != w] = 0.0',
        '    w[w == np.inf] = 0.0',
        '    return ((forecast - target) * w).abs().mean()',
      ),
      [],
    );
  });

  it('is the one of several results that a prediction has no part in, or an array of another library', async () => {
    const { report } = checkSource(
      {
        path: 'losses.py',
        language: 'python',
        text: [
          'import numpy as np',
          'import torch',
          'import torch.nn.functional as F',
          'def fused_loss(pred0, pred1, target):',
          '    if isinstance(pred0, np.ndarray):',
          '        pred0 = torch.from_numpy(pred0)',
          '    first = F.mse_loss(pred0, target)',
          '    return first, first + F.mse_loss(pred1, target)',
        ].join('\n'),
      },
      await testTools(),
      { ...DEFAULT_OPTIONS, minSeverity: 'warning' },
    );
    assert.deepEqual(report.findings, []);
  });

  it('is a negative mean where an epsilon keeps it from 0 in a logarithm', async () => {
    const text = [
      'import torch',
      'def count_loss(x, mu, theta):',
      '    return -(x * (torch.log(mu + 1e-8) - torch.log(theta + mu + 1e-8))).mean()',
    ];
    assert.deepEqual(await graveCodes(...text), []);
    const masked = text.map((line) =>
      line.replace('-(x', '-((x < eps).float() * x').replace('theta)', 'theta, eps=1e-8)').replaceAll('+ 1e-8', '+ eps'),
    );
    assert.deepEqual(await graveCodes(...masked), []);
    const named = text.map((line) => line.replaceAll('1e-8', 'eps').replace('theta)', 'theta, eps=1e-8)'));
    assert.deepEqual(await graveCodes(...named), []);
    assert.deepEqual(await graveCodes(...text.map((line) => line.replaceAll('1e-8', '1.0'))), ['stability/log-negative']);
  });

  it('is the radius of a loss, which multiplies the logarithm that it divides in', async () => {
    const text = ['import torch', 'def cauchy_loss(x, radius):', '    return (torch.log((x.abs() + radius) / radius) * radius).mean()'];
    assert.deepEqual(await graveCodes(...text), []);
    assert.deepEqual((await judge(text.join('\n'))).preconditions.includes(3), true);
  });

  it('is a sum in a script whose diagonal was filled before', async () => {
    const script = (...between: readonly string[]): readonly string[] => [
      'import torch',
      'def train(model, loader):',
      '    for x, y in loader:',
      '        probs = model(x)',
      '        q = torch.mm(probs, probs.t()) ** 2',
      ...between,
      '        q = q / q.sum(1, keepdim=True)',
      '        loss = ((q - y) ** 2).mean()',
      '        loss.backward()',
    ];
    assert.deepEqual(await graveCodes(...script('        q.fill_diagonal_(1)')), []);
    assert.equal((await graveCodes(...script())).length, 1);
  });

  it('is what the code asserts to be otherwise', async () => {
    const lines = (demand: string): readonly string[] => [
      'import torch',
      'def pair_loss(features, targets):',
      '    same = targets.repeat(targets.shape[0], 1) == targets.reshape(targets.shape[0], 1)',
      '    n = same.sum(dim=1) - 1',
      `    ${demand}`,
      '    return (features.mean() - torch.log(n.float())).mean()',
    ];
    assert.deepEqual(await graveCodes(...lines('assert (n == 0).sum().item() == 0')), []);
    assert.deepEqual(await graveCodes(...lines('assert n.dim() == 1')), ['stability/log-zero-prob']);
  });

  it('is a temperature or a spread that a module holds as a logarithm', async () => {
    assert.deepEqual(
      await graveCodes(
        'import torch',
        'def tempered_loss(activations, labels, t1):',
        '    p = torch.softmax(activations, -1)',
        '    return (labels * ((p + 1e-10).pow(1.0 - t1) - 1.0) / (1.0 - t1)).sum(-1).mean()',
      ),
      [],
    );
  });

  it('is an advantage, which nobody trains', async () => {
    assert.deepEqual(
      await graveCodes(
        'import jax.numpy as jnp',
        'def policy_loss(new_scores, mb_advantages):',
        '    a = (mb_advantages - mb_advantages.mean()) / (mb_advantages.std() + 1e-8)',
        '    return -(new_scores * a).mean()',
      ),
      [],
    );
  });

  it('is a class that no weight is left of', async () => {
    const text = [
      'import torch',
      'def weighted_loss(logits, share):',
      '    return torch.log((torch.exp(logits - logits.max()) * share).sum())',
    ];
    assert.deepEqual(await graveCodes(...text), []);
    assert.equal((await judge(text.join('\n'))).preconditions.length, 1);
  });

  it('is the logarithm of a scale far from 0: that is out of the ordinary', async () => {
    const { findings } = await judge(
      ['import torch', 'def scaled_loss(x, means, log_scales):', '    return (torch.exp(-log_scales) * (x - means)).abs().mean()'].join(
        '\n',
      ),
    );
    assert.deepEqual(
      findings.filter(isGrave).map(({ severity }) => severity),
      ['warning'],
    );
  });

  it('is a mean of what was selected, behind a question whether anything was', async () => {
    const text = [
      'import torch',
      'def train_step(model, x, y, limit, optimizer):',
      '    pred = model(x)',
      '    loss = (pred - y).abs()',
      '    loss = loss[loss > limit]',
      '    if loss.nelement() > 0:',
      '        loss = loss.mean()',
      '        loss.backward()',
      '    return loss',
    ];
    assert.deepEqual(await graveCodes(...text), []);
    assert.deepEqual(await graveCodes(...text.map((line) => line.replace('loss.nelement() > 0', 'limit > 0'))), ['stability/empty-mean']);
  });

  it('is a length, which is no prediction and is not 0', async () => {
    assert.deepEqual(
      await graveCodes(
        'import torch',
        'def attention_loss(attention, input_lengths):',
        '    places = torch.arange(3) / input_lengths.view(-1, 1)',
        '    inside = torch.arange(3) < input_lengths.view(-1, 1)',
        '    return (attention * torch.where(inside, 1 - torch.exp(-places ** 2), 0.0)).mean()',
      ),
      [],
    );
  });

  it('is a decomposition of which the values alone are kept', async () => {
    const loss = (kept: string): readonly string[] => ['import torch', 'def spectral_loss(x):', `    return ${kept}.sum()`];
    assert.deepEqual(await graveCodes(...loss('torch.linalg.eigh(x @ x.T)[0]')), []);
    assert.deepEqual(await graveCodes(...loss('torch.linalg.svd(x).S')), []);
    assert.deepEqual(await graveCodes(...loss('(torch.linalg.eigh(x @ x.T)[1] ** 3)')), ['stability/svd-eigh-degenerate']);
  });

  it('is a number that the annotation asks for, where it is 0', async () => {
    const loss = (annotation: string): readonly string[] => [
      'import torch',
      `def contrast_loss(x, y, k1${annotation}):`,
      '    return 1 - (2 * x.mean() * y.mean() + k1 ** 2) / (x.mean() ** 2 + y.mean() ** 2 + k1 ** 2)',
    ];
    assert.deepEqual(await graveCodes(...loss(': float')), []);
  });

  it('is a nan that the author answers', async () => {
    const loss = (otherwise: string): readonly string[] => [
      'import torch',
      'def overlap_loss(y_pred, y):',
      '    both, either = (y * y_pred).sum(1), (y + y_pred - y * y_pred).sum(1)',
      `    return torch.where(y.sum(1) > 0, both / either, ${otherwise})`,
    ];
    assert.deepEqual(await graveCodes(...loss('torch.tensor(float("nan"))')), []);
    assert.deepEqual(await graveCodes(...loss('both / either')), ['stability/ratio-both-zero']);
  });
});
