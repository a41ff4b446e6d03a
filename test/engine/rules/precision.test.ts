import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { isGrave, judge } from './judge';

const torchLoss = (parameters: string, ...lines: string[]): string =>
  ['import torch', 'import torch.nn.functional as F', `def loss(${parameters}):`, ...lines.map((line) => `    ${line}`)].join('\n');

describe('digits and gradients that are lost', () => {
  for (const [rule, line] of [
    ['expm1-missing', 'return (torch.exp(x) - 1).sum()'],
    ['one-minus-exp', 'return (1 - torch.exp(x)).sum()'],
    ['log1p-missing', 'return torch.log(1 + x).clamp(min=-5).sum()'],
    ['sqrt-minus-one', 'return (torch.sqrt(1 + x ** 2) - 1).sum()'],
  ] as const) {
    it(`${rule} is worth knowing, not a fault`, async () => {
      const { findings } = await judge(torchLoss('x', line));
      const found = findings.find(({ code }) => code === `stability/${rule}`);
      assert.equal(found?.severity, 'information');
      assert.match(String(found.arguments.error), /%$/);
    });
  }

  it('finds a cosine that is spelled out as the product of unit vectors', async () => {
    const text = [
      'import jax.numpy as jnp',
      'def cosine_loss(a, b):',
      '    u = a / jnp.sqrt(jnp.sum(a ** 2, -1, keepdims=True) + 1e-6)',
      '    v = b / jnp.sqrt(jnp.sum(b ** 2, -1, keepdims=True) + 1e-6)',
      '    return jnp.mean(1 - jnp.sum(u * v, -1))',
    ];
    const { findings } = await judge(text.join('\n'));
    assert.equal(findings.find(({ code }) => code === 'stability/one-minus-cos')?.severity, 'information');
  });

  it('says nothing of them in double precision, where nothing is lost', async () => {
    const { findings } = await judge(torchLoss('x', 'return (torch.exp(x) - 1).sum()'), 'float64');
    assert.equal(
      findings.some(({ code }) => code === 'stability/expm1-missing'),
      false,
    );
  });

  it('finds the gradient that a hand-made maximum gets wrong at a tie, with the tie as witness', async () => {
    const { findings } = await judge(
      torchLoss('a, b', 'return (torch.clamp(a - b, min=0) + b + torch.log1p(torch.exp(-(a - b).abs()))).sum()'),
    );
    const found = findings.find(({ code }) => code === 'stability/handmade-maxshift-tie');
    assert.equal(found?.severity, 'error');
    assert.deepEqual(
      found.witness?.given.map(({ values }) => values[0]),
      [1, 1],
    );
  });

  it('finds a total that leaves half precision, with a batch that does it', async () => {
    const { findings } = await judge(torchLoss('x, y', 'return (x - y).abs().sum() / x.numel()'), 'float16');
    const found = findings.find(({ code }) => code === 'stability/half-sum-overflow');
    assert.ok(found?.witness?.given.every(({ values, shape }) => values.length === 70_000 && shape[0] === 70_000));
  });

  it('leaves alone what the author declares of a total', async () => {
    const lines = ['l = (pred - target).abs() * mask', 'return l.sum() / mask.sum()'];
    assert.deepEqual(
      (await judge(torchLoss('pred, target, mask', ...lines))).findings.filter(isGrave).map(({ code }) => code),
      ['stability/empty-mean'],
    );
    assert.deepEqual((await judge(torchLoss('pred, target, mask', '# losswright: sum(mask) > 0', ...lines))).findings.filter(isGrave), []);
  });
});

describe('what is told of a divisor', () => {
  const said = async (...lines: string[]): Promise<readonly string[]> =>
    (await judge(lines.join('\n'))).findings.filter(isGrave).map(({ messageId }) => messageId);

  it('is that its epsilon is too small, where an epsilon keeps it from 0', async () => {
    assert.deepEqual(
      await said(
        'import jax.numpy as jnp',
        'def accept_loss(accept_prob, jump):',
        '    return (jump * (accept_prob / jnp.sum(accept_prob + 1e-20))).mean()',
      ),
      ['eps-reciprocal-overflow.gradient'],
    );
    const scaled = (eps: string, times: number): readonly string[] => [
      'import torch',
      'def scaling_loss(cost):',
      '    p = cost',
      `    for _ in range(${times}):`,
      `        p = p / p.sum(dim=1, keepdim=True).clamp(min=${eps})`,
      '    return p.sum()',
    ];
    assert.deepEqual(await said(...scaled('1e-10', 6)), ['eps-reciprocal-overflow.value']);
    assert.deepEqual(await said(...scaled('1e-10', 1)), []);
  });

  it('is that it is near 0, where it is and nothing keeps it from that', async () => {
    const messages = await said('import torch', 'def inverse_loss(pred):', '    return (pred / torch.exp(-pred ** 2)).sum()');
    assert.deepEqual(messages, ['div-near-zero.value']);
  });
});

describe('the operation to blame for a gradient', () => {
  it('is one that a trained input goes into', async () => {
    const { findings } = await judge(
      [
        'import torch',
        'def dice_loss(pred, target):',
        '    volume = target.sum(1)',
        '    w = 1 / (volume * volume)',
        '    w = torch.where(torch.isinf(w), torch.zeros_like(w), w)',
        '    score = (pred * target).sum(1) * w / ((pred.sum(1) + volume) * w)',
        '    return torch.where(volume > 0, score, torch.ones_like(score)).sum()',
      ].join('\n'),
    );
    assert.deepEqual(
      findings.filter(isGrave).map(({ line }) => line),
      [6],
    );
  });

  it('is the one that made an infinity that divides, not what comes of its reciprocal', async () => {
    const { findings } = await judge(
      [
        'import numpy as np',
        'import math',
        'def masked_psnr_loss(x, y, mask):',
        '    mse = np.mean((x - y) ** 2) / mask.sum()',
        '    return 20 * math.log10(1.0 / math.sqrt(mse + 1e-3))',
      ].join('\n'),
    );
    assert.deepEqual(
      findings.filter(isGrave).map(({ line, severity }) => [line, severity]),
      [[4, 'warning']],
    );
  });
});

describe('how grave a hazard is', () => {
  it('is no error where a part of what a model gives is the logarithm of a scale far beyond one', async () => {
    const { findings } = await judge(
      [
        'import torch',
        'def mixture_loss(y_hat, y):',
        '    log_scales = torch.clamp(y_hat[:, 2], min=-7)',
        '    return ((y_hat[:, 1] - y) ** 2 / torch.exp(log_scales) + log_scales).mean()',
      ].join('\n'),
    );
    assert.deepEqual(
      findings.filter(isGrave).map(({ severity }) => severity),
      ['warning'],
    );
  });
});

describe('a total that divides', () => {
  it('counts what a mask selects only where the mask weighs something else', async () => {
    const { findings } = await judge(
      ['import numpy as np', 'def entropy(p):', '    q = 1.0 * p / np.sum(p)', '    return -np.sum(q ** 2)'].join('\n'),
    );
    assert.deepEqual(
      findings.filter(isGrave).map(({ code }) => code),
      ['stability/ratio-both-zero'],
    );
  });
});

describe('a construct of several operations', () => {
  it('is told once, where the first of them breaks', async () => {
    const { findings } = await judge(
      [
        'import torch',
        'def assignment_loss(out, epsilon=0.05):',
        '    q = torch.exp(out / epsilon).t()',
        '    return q / torch.sum(q)',
      ].join('\n'),
    );
    assert.deepEqual(
      findings.filter(isGrave).map(({ code, line }) => [code, line]),
      [['stability/softmax-no-max-shift', 3]],
    );
  });
});
