import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { isGrave, judge } from './judge';

const graveCodes = async (...lines: string[]): Promise<string[]> =>
  (await judge(lines.join('\n'))).findings.filter(isGrave).map(({ code }) => code);

const NO_NAN = [
  'import torch',
  'def divided(a, b):',
  '    ratio = a / b',
  '    ratio[ratio != ratio] = 0.0',
  '    ratio[ratio == float("inf")] = 0.0',
  '    return ratio',
];

describe('what a name says of a quantity', () => {
  it('is that a depth is not negative', async () => {
    const silog = (name: string): string[] => [
      'import torch',
      `def silog_loss(${name}, target):`,
      '    valid = target > 0',
      `    d = torch.log(${name}[valid] + 0.001) - torch.log(target[valid] + 0.001)`,
      '    return (d ** 2).sum()',
    ];
    assert.deepEqual(await graveCodes(...silog('depth_pred')), []);
    assert.deepEqual(await graveCodes(...silog('pred')), ['stability/log-negative']);
  });

  it('is that an alignment gives each row something', async () => {
    const binarised = (name: string): string[] => [
      'import torch',
      `def binarisation_loss(${name}, soft):`,
      `    return -torch.log(soft[${name} == 1].clamp(min=1e-6)).sum() / ${name}.sum()`,
    ];
    assert.deepEqual(await graveCodes(...binarised('hard_attention')), []);
    assert.deepEqual(await graveCodes(...binarised('chosen')), ['stability/ratio-both-zero']);
  });

  it('is that a sequence of tokens is not empty, as a picture may be', async () => {
    const masked = (...before: string[]): string[] => [
      'import torch',
      'import torch.nn.functional as F',
      ...before,
      'def masked_loss(logits, labels, mask):',
      "    nll = F.cross_entropy(logits.transpose(1, 2), labels, reduction='none')",
      '    return (nll * mask).sum() / mask.sum()',
      'def following_loss(logits, labels):',
      "    nll = F.nll_loss(F.log_softmax(logits, -1), labels, reduction='none', ignore_index=-1)",
      '    kept = labels != -1',
      '    return nll[kept].sum() / kept.sum()',
    ];
    assert.deepEqual(await graveCodes(...masked('PAD_ID = 0', 'vocab_size = 100')), []);
    assert.deepEqual(await graveCodes(...masked()), ['stability/empty-mean', 'stability/empty-mean']);
    const areas = [
      'import torch',
      'seq_len = 8',
      'def video_loss(pred, target, labels):',
      '    seen = (labels != 255)[:, None]',
      '    return ((pred - target) ** 2 * seen).sum() / seen.sum()',
    ];
    assert.deepEqual(await graveCodes(...areas), ['stability/empty-mean']);
  });

  it('is that what a likelihood takes for logarithms of probabilities is not above 0', async () => {
    const entropy = (likelihood: string): string[] => [
      'import torch',
      'import torch.nn.functional as F',
      'def spread_loss(inputs, classes):',
      '    plogp = torch.exp(inputs) * inputs',
      `    return plogp.sum() + F.${likelihood}(inputs, classes)`,
    ];
    assert.deepEqual(await graveCodes(...entropy('nll_loss')), []);
    assert.deepEqual(await graveCodes(...entropy('cross_entropy')), ['stability/exp-unbounded']);
  });

  it('is what its documentation says of it', async () => {
    const ratio = (about: string): string[] => [
      'import torch',
      'def prior_loss(outputs, target):',
      '    """How far a target is from what is seen.',
      '',
      '    Args:',
      `        outputs: ${about}`,
      '        target: what is due',
      '    """',
      '    return (torch.log(outputs + 1.5) - target).pow(2).mean()',
    ];
    for (const about of [
      'probabilities of the classes, of shape (N, C)',
      'how likely each is, in [0, 1]',
      'shares between 0 and 1',
      'values in the range (0, 10)',
      'non-negative counts',
    ])
      assert.deepEqual(await graveCodes(...ratio(about)), [], about);
    for (const about of ['any numbers', 'scores in [-2, 2]', 'class logits, before the probabilities are made', 'one of 0 to 9'])
      assert.deepEqual(await graveCodes(...ratio(about)), ['stability/log-negative'], about);
  });

  it('is that nothing trains the past of a series', async () => {
    const scaled = (name: string): string[] => [
      ...NO_NAN,
      `def mase_loss(${name}, forecast, target, mask):`,
      `    scale = (${name}[:, 1:] - ${name}[:, :-1]).abs().mean(1)`,
      '    return ((target - forecast).abs() * divided(mask, scale[:, None])).mean()',
    ];
    assert.deepEqual(await graveCodes(...scaled('insample')), []);
    assert.deepEqual(await graveCodes(...scaled('features')), ['stability/nan-to-num-grad']);
  });
});
