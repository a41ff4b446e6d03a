import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { checkSource } from '../../../src/engine/check/check';
import { DEFAULT_OPTIONS } from '../../../src/engine/check/options';
import { testTools } from '../../support/tools';
import { lift, lifted } from './lifted';

const FILES = [
  'torch/reach.py',
  'torch/sized.py',
  'torch/matched.py',
  'torch/chosen.py',
  'jax/reach.py',
  'tensorflow/reach.py',
  'numpy/told.py',
  'jax/told.py',
  'tensorflow/told.py',
  'jax/networks.py',
  'tensorflow/networks.py',
];

describe('losses at the edge of what is read', () => {
  FILES.forEach((path) => {
    it(`reads ${path} wholly, as it is`, async () => {
      const { losses } = await lift(readFileSync(`test/fixtures/losses/${path}`, 'utf8'), { path, packages: (await testTools()).packages });
      const gaps = losses.flatMap((loss) => loss.missing.map(({ what, why }) => `${loss.name}: ${what}: ${why}`));
      assert.deepEqual(gaps, []);
    });
  });

  it('analyses a loss of selected elements without an internal error', async () => {
    const text =
      'import torch\ndef chosen_loss(x, y, weight):\n    chosen = y > 0\n    return (torch.exp(x[chosen]) * weight[chosen]).sum() / chosen.sum()\n';
    const { problem } = checkSource({ path: 'chosen.py', language: 'python', text }, await testTools(), DEFAULT_OPTIONS);
    assert.equal(problem, null);
  });

  it('leaves the derivative of a function whose parts are known unread', async () => {
    const loss = await lifted(
      'import jax\nimport jax.numpy as jnp\ndef slope_loss(x, y):\n    return jnp.sum(jax.grad(lambda z: jnp.sum(z ** 3))(x) - y)\n',
    );
    assert.equal(loss.status, 'partial');
    assert.match(loss.missing[0]?.why ?? '', /derivative inside a loss/);
  });

  it('takes sizes below zero for sizes that do not fit', async () => {
    const loss = await lifted(
      'import torch\ndef queued_loss(x):\n    n = (x.shape[0] - 64) // 2\n    return (x.sum() * torch.ones(n, 3)).mean()\n',
    );
    assert.match(loss.missing[0]?.why ?? '', /a tensor of shape \(-\d+, 3\)/);
  });

  it('joins what has fewer axes than the one it is joined along', async () => {
    const loss = await lifted('import torch\ndef joined_loss(a, b):\n    return torch.cat([a.mean(), b.sum(0)], dim=1).mean()\n');
    assert.notEqual(loss.status, 'full');
  });

  it('refuses positions among chosen elements that are used among all', async () => {
    const head = 'import torch\ndef sorted_loss(x, y):\n    best, order = torch.sort(x[y > 0], descending=True)\n';
    for (const use of ['(best * y[order]).sum()', '(best * order).sum()']) {
      const { status } = await lifted(`${head}    return ${use}\n`);
      assert.equal(status, 'partial', use);
    }
  });

  it('refuses the backward of many outputs', async () => {
    const loss = await lifted(
      'import torch\nclass Twice(torch.autograd.Function):\n    @staticmethod\n    def forward(ctx, x):\n        return x * 2\n    @staticmethod\n    def backward(ctx, g):\n        return g * 2\ndef twice_loss(x):\n    n, c, h, w = x.shape\n    return Twice.apply(x).sum()\n',
    );
    assert.equal(loss.status, 'partial');
    assert.match(loss.missing[0]?.why ?? '', /backward of Twice for 120 outputs/);
  });
});
