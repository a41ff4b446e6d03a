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
    'torch.where(ids > 0)[0].cpu().numpy().size',
    'torch.where(ids > 0)[0].numpy().size != 0',
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

  it('is code for an older version of a library', async () => {
    const gated = (test: string, older: string): readonly string[] => [
      'import torch',
      'from packaging.version import parse',
      `if ${test}:`,
      '    from torch.nn.functional import gaussian_nll_loss as first_loss',
      `${older}:`,
      '    def first_loss(pred, target):',
      '        return (target * torch.log(pred)).mean()',
    ];
    assert.deepEqual(await graveCodes(...gated('parse(torch.__version__) >= parse("1.8")', 'else')), []);
    assert.deepEqual(await graveCodes(...gated('torch.__version__[:3] >= "1.8"', 'else')), []);
    assert.deepEqual(await graveCodes(...gated('True', 'if torch.__version__ < "1.8"')), []);
    for (const [test, older] of [
      ['parse(torch.__version__) < parse("1.8")', 'else'],
      ['torch.cuda.is_available()', 'else'],
      ['True', 'if torch.__version__ > "1.8"'],
    ] as const)
      assert.deepEqual(await graveCodes(...gated(test, older)), ['stability/log-zero-prob'], test);
  });

  it('is nothing that it does not ask for', async () => {
    for (const guard of ['7 not in rows.size()', 'len(ids) > 0', 'list(picked.shape) != [3]'])
      assert.deepEqual(await graveCodes(...chosen(guard)), ['stability/empty-mean'], guard);
  });
});

describe('what a loss does not depend on', () => {
  const logged = (given: string): readonly string[] => [
    'import torch',
    `def watched_loss(pred, target, ${given}):`,
    '    seen = len(extra_losses)',
    '    return ((pred - target) ** 2).mean()',
  ];

  it('is a fault of a prediction, and none of a table or of functions', async () => {
    assert.deepEqual(await graveCodes(...logged('extra_losses: torch.Tensor')), ['gradient/unused-prediction']);
    for (const given of ['extra_losses: Dict[str, torch.Tensor]', 'extra_losses: typing.Callable', 'extra_losses: dict'])
      assert.deepEqual(await graveCodes(...logged(given)), [], given);
  });
});
