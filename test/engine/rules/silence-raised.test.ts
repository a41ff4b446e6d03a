import assert from 'node:assert/strict';
import { isGrave, judge } from './judge';

const graveCodes = async (...lines: readonly string[]): Promise<string[]> =>
  (await judge(lines.join('\n'))).findings.filter(isGrave).map(({ code }) => code);

const torch = (name: string, signature: string, ...lines: readonly string[]): readonly string[] => [
  'import torch',
  'import torch.nn.functional as F',
  `def ${name}(${signature}):`,
  ...lines.map((line) => `    ${line}`),
];

describe('what raises an exception', () => {
  it('is no nan: a quotient of two numbers of Python, to which nothing was added', async () => {
    const counted = (zero: string): readonly string[] =>
      torch(
        'mean_loss',
        'pred, target, keep',
        `total, count = ${zero}, ${zero}`,
        'for i in range(3):',
        '    if keep[i].sum() > 0:',
        '        total = total + ((pred[i] - target[i]) ** 2 * keep[i]).sum()',
        '        count = count + keep[i].sum()',
        'return total / count',
      );
    assert.deepEqual(await graveCodes(...counted('0')), []);
    assert.deepEqual(await graveCodes(...counted('torch.zeros(())')), ['stability/ratio-both-zero']);
  });

  it('is no value: a matrix without an inverse', async () => {
    const divergence = (other: string): readonly string[] =>
      torch('gap_loss', 'cov, other', `return torch.log(torch.det(cov)) + (${other} * other).sum()`);
    assert.deepEqual(await graveCodes(...divergence('torch.inverse(cov)')), []);
    assert.deepEqual(await graveCodes(...divergence('cov')), ['stability/log-det-naive']);
  });

  it('is no distribution: one whose scale is 0', async () => {
    const entropy = (body: string): readonly string[] => torch('entropy_loss', 'x', `return ${body}`);
    assert.deepEqual(await graveCodes(...entropy('torch.distributions.Normal(x.mean(), x.std()).entropy()')), []);
    assert.deepEqual(await graveCodes(...entropy('torch.log(x.std())')), ['stability/log-zero-prob']);
  });
});

describe('what nobody trains with', () => {
  it('is a copy that a script logs, and not one that it trains with', async () => {
    const script = (after: string): readonly string[] => [
      'import torch',
      'def train(net, batches):',
      '    for x, target in batches:',
      '        pred = net(x)',
      '        kept_loss = ((pred - target) ** 2).mean().clone().detach()',
      '        kept_loss = kept_loss / 2',
      `        ${after}`,
    ];
    assert.deepEqual(await graveCodes(...script('print(kept_loss.item())')), []);
    assert.deepEqual(await graveCodes(...script('kept_loss.backward()')), ['gradient/detached']);
  });

  it('is the quality of a picture, which is infinite where it is perfect', async () => {
    const quality = (name: string): readonly string[] =>
      torch(name, 'pred, target', 'return -10 * torch.log10(((pred - target) ** 2).mean())');
    assert.deepEqual(await graveCodes(...quality('psnr')), []);
    assert.deepEqual(await graveCodes(...quality('psnr_loss')), ['stability/log-zero-prob']);
  });

  it('is an argument that every call cuts off', async () => {
    const distilled = (given: string): readonly string[] => [
      ...torch(
        'similar_loss',
        'student, other',
        'away = torch.sqrt((other ** 2).sum(1, keepdim=True))',
        'return ((student - other / (away + 1e-6)) ** 2).mean()',
      ),
      'def step(model, guide, x):',
      `    return similar_loss(model(x), ${given})`,
    ];
    assert.deepEqual(await graveCodes(...distilled('guide(x).detach()')), []);
    assert.deepEqual(await graveCodes(...distilled('guide(x)')), ['stability/eps-outside-root']);
  });
});

describe('what a setting is taken for', () => {
  it('is a scale where an epsilon divides, and a whole number where it counts', async () => {
    const assigned = torch(
      'assign_loss',
      'scores, epsilon',
      'q = torch.exp(F.normalize(scores, dim=1) / epsilon)',
      'return (q / q.sum(1, keepdim=True)).mean()',
    );
    assert.deepEqual(await graveCodes(...assigned), []);
    const halved = torch(
      'part_loss',
      'pred, target, args',
      'half = int(args.batch_size * 0.5)',
      'return ((pred[:half] - target[:half]) ** 2).mean()',
    );
    assert.deepEqual(await graveCodes(...halved), []);
  });

  it('is no box without a height, which is extraordinary', async () => {
    const { findings } = await judge(
      torch(
        'shape_loss',
        'boxes, target',
        'size = torch.clamp(boxes[..., 2:] - boxes[..., :2], min=0)',
        'return ((size[..., 0] / size[..., 1] - target) ** 2).mean()',
      ).join('\n'),
    );
    assert.deepEqual(
      findings.filter(isGrave).map(({ code, severity }) => [code, severity]),
      [['stability/div-unguarded', 'warning']],
    );
  });
});
