import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { checkSource } from '../../../src/engine/check/check';
import { DEFAULT_OPTIONS } from '../../../src/engine/check/options';
import { testTools } from '../../support/tools';

describe('a loss that is too large to be tried out', () => {
  for (const [what, text] of [
    [
      'draws millions of numbers',
      'import torch\n\ndef loss(x):\n    noise = torch.randn((10, 840, 840, 10))\n    return (noise * x).sum()\n',
    ],
    [
      'is a network of sums of sums',
      [
        'import torch',
        'from torch import nn',
        'import torch.nn.functional as F',
        '',
        'class PathLoss(nn.Module):',
        '    def __init__(self, channels=4):',
        '        super().__init__()',
        ...[1, 2, 3].flatMap((i) => [
          `        self.conv${i} = nn.Conv2d(channels, channels, kernel_size=3, padding=1, bias=False)`,
          `        self.norm${i} = nn.BatchNorm2d(channels)`,
        ]),
        '',
        '    def forward(self, x, target):',
        ...[1, 2, 3].map((i) => `        x = F.relu(self.norm${i}(self.conv${i}(x)))`),
        '        return F.mse_loss(x, target)',
        '',
      ].join('\n'),
    ],
  ] as const)
    it(`ends where it ${what}`, async () => {
      const { losses } = checkSource({ path: 'losses.py', language: 'python', text }, await testTools(), DEFAULT_OPTIONS).report;
      assert.equal(losses.length, 1);
    });
});
