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
