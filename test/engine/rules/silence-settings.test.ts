import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { isGrave, judge, type Judged } from './judge';

const grave = async (...lines: string[]): Promise<readonly Judged[]> => (await judge(lines.join('\n'))).findings.filter(isGrave);
const graveCodes = async (...lines: string[]): Promise<string[]> => (await grave(...lines)).map(({ code }) => code);
const given = ({ witness }: Judged, name: string): number[] => [...(witness?.given.find(({ input }) => input.name === name)?.values ?? [])];

describe('settings, draws and weights in witnesses', () => {
  it('asks of what a loss object is built with, rather than blames the loss for it', async () => {
    const counts = [
      'import torch',
      'import torch.nn.functional as F',
      'class BalancedLoss(torch.nn.Module):',
      '    def __init__(self, class_counts):',
      '        super().__init__()',
      '        self.class_weights = torch.FloatTensor(class_counts)',
      '    def forward(self, logits, labels):',
      '        return F.cross_entropy(logits + self.class_weights.log(), labels)',
    ];
    assert.deepEqual(await graveCodes(...counts), []);
  });

  it('takes the class weights of a factory for everyday ones, and still finds the empty masks', async () => {
    const dice = [
      'import tensorflow as tf',
      'def weighted_dice(class_weights):',
      '    class_weights = tf.constant(class_weights)',
      '    def loss(y_true, y_pred):',
      '        both = tf.reduce_sum(y_true * y_pred * class_weights, axis=[1, 2])',
      '        return 1 - 2 * both / tf.reduce_sum((y_true + y_pred) * class_weights, axis=[1, 2])',
      '    return loss',
    ];
    const [finding, ...others] = await grave(...dice);
    assert.equal(finding?.code, 'stability/ratio-both-zero');
    assert.deepEqual(others, []);
    assert.ok(!given(finding, 'class_weights').includes(0));
  });

  it('takes a matrix that stands around a loss of predictions and targets for a setting', async () => {
    const forward = (matrix: string): readonly string[] => [
      'import tensorflow as tf',
      'def forward(P):',
      '    P = tf.constant(P)',
      '    def loss(y_true, y_pred):',
      '        y_pred = tf.clip_by_value(y_pred, 1e-6, 1 - 1e-6)',
      `        return -tf.reduce_sum(y_true * tf.math.log(${matrix}), axis=-1)`,
      '    return loss',
    ];
    assert.deepEqual(await graveCodes(...forward('tf.matmul(y_pred, P)')), []);
    assert.deepEqual(await graveCodes(...forward('tf.matmul(y_pred - 1e-6, P)')), ['stability/log-zero-prob']);
  });

  it('shows an empty selection by labels to leave out before weights of 0', async () => {
    const [finding] = await grave(
      'import torch.nn.functional as F',
      'def masked_loss(logits, labels, weights, ignore=255):',
      '    return F.cross_entropy(logits, labels, weight=weights, ignore_index=ignore)',
    );
    assert.equal(finding?.code, 'stability/empty-mean');
    assert.deepEqual([...new Set(given(finding, 'labels'))], [255]);
  });

  it('takes the weights of classes for such as leave one in', async () => {
    const loss = (more: string): readonly string[] => [
      'import torch.nn.functional as F',
      'def class_loss(logits, labels, weights):',
      `    return F.cross_entropy(logits, labels, weight=weights${more})`,
    ];
    assert.deepEqual(await graveCodes(...loss('')), []);
    assert.deepEqual(await graveCodes(...loss(', ignore_index=2')), ['stability/empty-mean']);
  });

  it('draws no two numbers alike', async () => {
    const direction = (drawn: string): readonly string[] => [
      'import torch',
      'def sliced_loss(x, y):',
      `    along = ${drawn}`,
      '    along = along / along.norm()',
      '    return ((x @ along - y @ along) ** 2).mean()',
    ];
    assert.deepEqual(await graveCodes(...direction('torch.rand(x.shape[1]) - 0.5')), []);
    assert.deepEqual(await graveCodes(...direction('torch.randn(x.shape[1])')), []);
    assert.deepEqual(await graveCodes(...direction('x.mean(0)')), ['stability/div-by-norm']);
  });

  it('knows a draw in a shape that is not known', async () => {
    const lines = ['import torch', 'def noisy_loss(x, n):', '    return (x * torch.log(torch.rand(size_of(n)))).mean()'];
    assert.deepEqual(await graveCodes(...lines), ['stability/log-zero-prob']);
  });

  it('takes a prediction that is part of a whole in a logarithm for a number that is not negative', async () => {
    const found = await graveCodes(
      'import torch',
      'def contrast_loss(pred, targets, noise: float = 0.25):',
      '    own = torch.log(pred[:, 0] / (pred[:, 0] + noise))',
      '    others = torch.log(noise / (pred[:, 1:] + noise))',
      '    return -own.mean() - others.mean() + 0 * targets.sum()',
    );
    assert.deepEqual(found, []);
  });

  it('takes no bias of a layer for 0', async () => {
    const layer = (rows: string): readonly string[] => [
      'import torch',
      'class EmbedLoss(torch.nn.Module):',
      '    def __init__(self):',
      '        super().__init__()',
      '        self.linear = torch.nn.Linear(4, 3)',
      '    def forward(self, pred, target):',
      `        rows = ${rows}`,
      '        return ((rows / rows.pow(2).sum(1, keepdim=True).sqrt() - target) ** 2).mean()',
    ];
    assert.deepEqual(await graveCodes(...layer('self.linear(pred)')), []);
    assert.deepEqual(await graveCodes(...layer('pred')), ['stability/div-by-norm']);
  });
});

describe('one finding for one cause', () => {
  it('tells a power of an exponential by the exponential', async () => {
    const found = await graveCodes(
      'import torch',
      'def kl_loss(mu, log_sigma):',
      '    return (-log_sigma + 0.5 * (torch.exp(log_sigma) ** 2 + mu ** 2)).mean()',
    );
    assert.deepEqual(found, ['stability/exp-logvar']);
  });

  it('tells logarithms of scales that run away once, a ratio of them among them', async () => {
    const found = await graveCodes(
      'import torch',
      'def normal_kl(pred_mean, logvar1, mean2, logvar2):',
      '    ratio = torch.exp(logvar1 - logvar2)',
      '    gap = (pred_mean - mean2) ** 2 * torch.exp(-logvar2)',
      '    return 0.5 * (logvar2 - logvar1 + ratio + gap - 1).mean()',
    );
    assert.deepEqual(found, ['stability/exp-logvar']);
  });

  it('tells a logarithm of what is negative by that, and one of what is put together by the part that is 0', async () => {
    const sums = ['import torch', 'def return_loss(pred):', '    return torch.log(1 + (torch.exp(pred) - 1).sum(-1)).mean()'];
    assert.ok((await graveCodes(...sums)).includes('stability/log-negative'));
    const parts = [
      'import torch',
      'def average_loss(snr, pred):',
      '    return torch.log(torch.stack([torch.exp(-0.1 * snr), pred])).mean().exp()',
    ];
    assert.ok(!(await graveCodes(...parts)).includes('stability/log-of-underflowed-product'));
  });

  it('speaks of a choice only where the code makes one', async () => {
    const median = ['import torch', 'def scale_loss(x, y):', '    return torch.median(torch.sqrt(((x - y) ** 2).sum(-1)))'];
    assert.deepEqual(await graveCodes(...median), ['stability/norm-by-hand']);
  });

  it('warns of logarithms of scales whose difference is exponentiated', async () => {
    const [finding] = await grave(
      'import torch',
      'def divergence(p, q):',
      '    return (torch.exp(2 * (p.log_scale - q.log_scale)) + q.log_scale - p.log_scale).mean()',
    );
    assert.equal(finding?.severity, 'warning');
  });
});

describe('what two things cover together', () => {
  it('is 0 only where both are nothing, which is no everyday pair', async () => {
    const [finding, ...others] = await grave(
      'import torch',
      'def overlap_loss(pred, target):',
      '    both = torch.minimum(pred, target).clamp(min=0).prod(-1)',
      '    return 1 - (both / (pred.prod(-1) + target.prod(-1) - both)).mean()',
    );
    assert.equal(finding?.severity, 'warning');
    assert.deepEqual(others, []);
  });
});

describe('a write in place', () => {
  it('destroys nothing that the same expression gave elsewhere', async () => {
    const loss = (kept: string): readonly string[] => [
      'import torch',
      'def focal_loss(pred, target):',
      '    loss = (pred - target) ** 2',
      `    loss *= 2 * torch.sigmoid(torch.abs(${kept})) - 1`,
      '    return loss.mean()',
    ];
    assert.deepEqual(await graveCodes(...loss('(pred - target) ** 2')), []);
    assert.deepEqual(await graveCodes(...loss('loss')), ['gradient/in-place']);
  });
});

describe('what needs no gradient', () => {
  it('is a decomposition in NumPy', async () => {
    const aligned = [
      'import numpy as np',
      'def align_loss(a, b):',
      '    u, s, v = np.linalg.svd(a.T @ b)',
      '    return ((a @ u @ v - b) ** 2).sum()',
    ];
    assert.deepEqual(await graveCodes(...aligned), []);
  });

  it('is a derivative by rows where the loss is a mean of elements: there is one column', async () => {
    const written = (count: string): readonly string[] => [
      'import numpy as np',
      'class SquareLoss:',
      '    def __call__(self, y, y_pred):',
      '        return np.mean((y - y_pred) ** 2)',
      '    def grad(self, y, y_pred):',
      `        return -2 / ${count} * (y - y_pred)`,
    ];
    assert.deepEqual(await graveCodes(...written('len(y)')), []);
    assert.deepEqual(await graveCodes(...written('(3 * y.size)')), ['gradient/handwritten-wrong']);
  });
});
