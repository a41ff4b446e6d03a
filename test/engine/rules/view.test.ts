import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { judge } from './judge';

describe('a loss as rules read it', () => {
  it('is read in as many steps as it has nodes, however often each is used', async () => {
    const { losses } = await judge(
      [
        'import torch',
        'def relaxed_loss(pred, target):',
        '    p = torch.zeros(4)',
        '    for _ in range(40):',
        '        p = ((pred - target) + torch.roll(p, 1) + torch.roll(p, -1)) / 2',
        '    return ((pred - 0.5 * (torch.roll(p, -1) - torch.roll(p, 1))) ** 2).mean()',
      ].join('\n'),
    );
    assert.equal(losses, 1);
  });

  it('is no deeper where each step is a fraction of those before it', async () => {
    const { losses } = await judge(
      [
        'import torch',
        'def balanced_loss(x):',
        '    u = 1.0',
        '    for _ in range(4):',
        '        v = 1 / (x * u + 2 * u)',
        '        u = 1 / (x * v + 3 * v)',
        '    return u * x',
      ].join('\n'),
      undefined,
      { shape: true },
    );
    assert.equal(losses, 1);
  });
});
