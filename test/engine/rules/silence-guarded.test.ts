import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { isGrave, judge } from './judge';

const graveCodes = async (...lines: readonly string[]): Promise<string[]> =>
  (await judge(lines.join('\n'))).findings.filter(isGrave).map(({ code }) => code);

describe('what a guard keeps away', () => {
  const chosen = (guard: string): readonly string[] => [
    'import torch',
    'import torch.nn.functional as F',
    'def matched_loss(pred, target, ids):',
    '    rows = torch.nonzero(ids > 0)',
    '    picked = pred[ids > 0]',
    `    if ${guard}:`,
    '        return F.smooth_l1_loss(picked, target[ids > 0])',
    '    return pred.sum() * 0',
  ];

  for (const guard of [
    '0 not in rows.size()',
    'not 0 in picked.shape',
    'rows.numel() > 0',
    'torch.nonzero(ids > 0).numel()',
    'not len(rows) == 0',
    'picked.shape[0] > 0',
    'list(picked.shape) != [0]',
    'not picked.shape == (0,)',
    '(ids > 0).any()',
    '(ids > 0).sum() > 0',
    'True in (ids > 0)',
  ])
    it(`is that nothing is selected: ${guard}`, async () => assert.deepEqual(await graveCodes(...chosen(guard)), []));

  it('is a constructor that cannot run', async () => {
    const made = (named: string): readonly string[] => [
      'import torch',
      'class FirstLoss(torch.nn.Module):',
      '    def __init__(self):',
      `        super(${named}, self).__init__()`,
      '    def forward(self, pred, target):',
      '        return (target * torch.log(pred)).mean()',
    ];
    assert.deepEqual(await graveCodes(...made('SecondLoss')), []);
    assert.deepEqual(await graveCodes(...made('FirstLoss')), ['stability/log-zero-prob']);
  });

  it('is nothing that it does not ask for', async () => {
    for (const guard of ['7 not in rows.size()', 'len(ids) > 0', 'list(picked.shape) != [3]'])
      assert.deepEqual(await graveCodes(...chosen(guard)), ['stability/empty-mean'], guard);
  });
});
