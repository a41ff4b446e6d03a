import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { isGrave, judge } from './judge';

const graveCodes = async (...lines: string[]): Promise<string[]> =>
  (await judge(lines.join('\n'))).findings.filter(isGrave).map(({ code }) => code);

describe("what is the caller's to see to", () => {
  it('is a total of probabilities that a name says are those of a distribution', async () => {
    const loss = (name: string): readonly string[] => [
      'import torch',
      `def sharpen_loss(${name}, temp):`,
      `    mean = torch.mean(torch.exp(${name}), dim=2) ** (1.0 / temp)`,
      '    return torch.mean((mean / torch.sum(mean, dim=1, keepdim=True)) ** 2)',
    ];
    assert.deepEqual(await graveCodes(...loss('logps')), []);
    assert.notDeepEqual(await graveCodes(...loss('scores')), []);
  });

  it('is a matrix of shares, of which nothing is known, where it is all 0', async () => {
    const loss = (shares: string): readonly string[] => [
      'import torch',
      'import torch.nn.functional as F',
      'def forward_loss(logits, labels, shares):',
      `    return F.nll_loss(torch.log(F.softmax(logits, dim=1)${shares}), labels)`,
    ];
    assert.deepEqual(await graveCodes(...loss(' @ shares')), []);
    assert.deepEqual(await graveCodes(...loss('')), ['stability/log-softmax-composed']);
  });

  it('is an adjacency that is compared with 1, where only a gradient breaks', async () => {
    assert.deepEqual(
      await graveCodes(
        'import torch',
        'def edge_weight_loss(adj):',
        '    pos_weight = (adj.shape[0] * adj.shape[0] - adj.sum()) / adj.sum()',
        '    weights = torch.ones(adj.numel())',
        '    weights[adj.view(-1) == 1] = pos_weight',
        '    return weights',
      ),
      [],
    );
  });

  it('is a count, an interval or another number of the settings, where it is 0', async () => {
    const loss = (divisor: string): readonly string[] => [
      'import numpy as np',
      'import torch',
      'class Engine:',
      '    def loss(self, pred, target, args, config):',
      `        return torch.mean((pred - target) ** 2) / ${divisor}`,
    ];
    for (const divisor of ['self.gradient_interval', '(np.sum(args.nmb_crops) - 1)', 'config["weights"].sum()', 'self.meta_data["share"]'])
      assert.deepEqual(await graveCodes(...loss(divisor)), [], divisor);
    assert.notDeepEqual(await graveCodes(...loss('(target.sum() - target.sum())')), []);
  });

  it('is a column that the settings name, divided by', async () => {
    assert.deepEqual(
      await graveCodes(
        'import torch',
        'class Model:',
        '    def __init__(self, config):',
        '        self.SEQ = config["SEQ_FIELD"]',
        '        self.SEQ_LEN = config["LENGTH_FIELD"]',
        '    def loss(self, batch, pred, target):',
        '        return torch.mean((pred - target) ** 2 / batch[self.SEQ_LEN])',
      ),
      [],
    );
  });

  it('is a shape of a distribution next to 0 under an exponential', async () => {
    assert.deepEqual(
      await graveCodes(
        'import tensorflow as tf',
        'def weibull_loss(a_shape, b_scale):',
        '    return tf.exp(tf.math.lgamma(1.0 / a_shape + 1.0)) * tf.exp(-b_scale)',
      ),
      [],
    );
  });

  it('is a library that normalises what is all 0', async () => {
    assert.deepEqual(
      await graveCodes(
        'import distrax',
        'def categorical_loss(labels, logits):',
        '    return distrax.Categorical(probs=labels).cross_entropy(distrax.Categorical(logits=logits))',
      ),
      [],
    );
  });

  it('is a part that ends before its array begins, which larger arrays have', async () => {
    assert.deepEqual(
      await graveCodes(
        'import torch',
        'import torch.nn.functional as F',
        'class QueueLoss(torch.nn.Module):',
        '    def __init__(self, k=8192):',
        '        super().__init__()',
        '        self.k = k',
        '    def forward(self, features, labels, logits):',
        '        size = features.shape[0] - self.k',
        '        return F.cross_entropy(logits, labels[:size].squeeze())',
      ),
      [],
    );
  });

  it('is a scale or a covariance that nothing but a letter tells', async () => {
    const text = (line: string): readonly string[] => [
      'import torch',
      'def evidence_loss(y, gamma, v, b1, b2, p_var, t_var):',
      `    return torch.mean(${line})`,
    ];
    for (const line of ['torch.log(3.14 / v) + (y - gamma) ** 2', 'y * b1 / b2', 'torch.log(torch.det(t_var) / torch.det(p_var))'])
      assert.deepEqual(
        (await graveCodes(...text(line))).filter((code) => code.startsWith('stability/')),
        [],
        line,
      );
  });

  it('is a scale of which the labels pick some', async () => {
    assert.deepEqual(
      await graveCodes(
        'import torch',
        'def score_loss(samples, labels, sigmas, scores):',
        '    used = sigmas[labels].view(samples.shape[0], 1)',
        '    return ((scores + torch.randn_like(samples) / used) ** 2).mean()',
      ),
      [],
    );
  });

  it('is a probability, or a count, that the code fills up where there is none', async () => {
    const focal = (eps: string): readonly string[] => [
      'import tensorflow as tf',
      'def focal_loss(y_true, y_pred):',
      '    pt_1 = tf.where(tf.equal(y_true, 1), y_pred, tf.ones_like(y_pred))',
      '    pt_0 = tf.where(tf.equal(y_true, 0), y_pred, tf.zeros_like(y_pred))',
      `    return -tf.reduce_mean(tf.math.log(pt_1 + ${eps})) - tf.reduce_mean(pt_0 ** 2 * tf.math.log(1. - pt_0 + ${eps}))`,
    ];
    assert.deepEqual(await graveCodes(...focal('1e-7')), []);
    assert.notDeepEqual(await graveCodes(...focal('0.')), []);
    assert.deepEqual(
      await graveCodes(
        'import tensorflow as tf',
        'def poisson_loss(y_true, y_pred):',
        '    y_true = tf.where(tf.math.is_nan(y_true), tf.zeros_like(y_true), y_true)',
        '    return tf.reduce_sum(y_pred - y_true * tf.math.log(y_pred + 1e-10) + tf.math.lgamma(y_true + 1.0))',
      ),
      [],
    );
  });

  it('is what loops that train added up for a report', async () => {
    const epoch = (last: string): readonly string[] => [
      'import torch',
      'def train(model, loader, optimizer, criterion):',
      '    total_loss = torch.zeros(2)',
      '    for x, y in loader:',
      '        loss = criterion(model(x), y)',
      '        loss.backward()',
      '        optimizer.step()',
      '        total_loss[0] += loss * x.size(0)',
      '        total_loss[1] += x.size(0)',
      `    train_loss = ${last}`,
      '    return train_loss',
    ];
    assert.deepEqual(await graveCodes(...epoch('total_loss[0] / total_loss[1]')), []);
  });

  it('is the -inf that a choice between 1 and 0 is made for', async () => {
    const loss = (chosen: string): readonly string[] => [
      'import torch',
      'def point_kl(loc1, loc2, slack):',
      `    return -torch.log(torch.where(torch.abs(loc1 - loc2) <= slack, ${chosen}))`,
    ];
    assert.deepEqual(await graveCodes(...loss('1., 0.')), []);
    assert.notDeepEqual(await graveCodes(...loss('1., loc1 - loc1')), []);
  });

  it('is the sigmoid that a library takes itself', async () => {
    const loss = (given: string): readonly string[] => [
      'from mmcv.ops import sigmoid_focal_loss',
      'def detection_loss(pred, target):',
      `    return sigmoid_focal_loss(${given}, target, 2.0, 0.25, None, "none").sum()`,
    ];
    assert.deepEqual(await graveCodes(...loss('pred')), []);
  });

  it('is the height of a box below 0, a count that a letter names, or a length of 0', async () => {
    assert.deepEqual(
      await graveCodes(
        'import tensorflow as tf',
        'def overlap_distance(height, width, min_iou=0.7):',
        '    height, width = tf.math.ceil(height), tf.math.ceil(width)',
        '    b, c = -2 * (height + width), (1 - min_iou) * width * height',
        '    return (tf.sqrt(b ** 2 - 16 * c + 1) - b) / 2',
      ),
      [],
    );
    assert.deepEqual(
      await graveCodes(
        'import torch',
        'def transport_loss(x, y, n):',
        '    mu = 1.0 / n * torch.ones_like(x)',
        '    return (torch.log(mu) * (x - y) ** 2).sum()',
      ),
      [],
    );
    assert.deepEqual(
      await graveCodes(
        'import torch',
        'def mean_loss(source, estimate, source_lengths):',
        '    mask = torch.ones_like(source)',
        '    for i in range(source.shape[0]):',
        '        mask[i, source_lengths[i]:] = 0',
        '    return (((source - estimate) * mask).sum(1) / source_lengths.float()).mean()',
      ),
      [],
    );
  });

  it('is a slope of what is only ever called without gradients', async () => {
    const text = (decorator: string): readonly string[] => [
      'import torch',
      'def center_distance(boxes, priors):',
      '    return (boxes[:, None, :] - priors[None, :, :]).pow(2).sum(-1).sqrt()',
      'class Assigner:',
      `    ${decorator}`,
      '    def forward(self, boxes, priors):',
      '        return center_distance(boxes, priors).sum(1)',
    ];
    assert.deepEqual(await graveCodes(...text('@torch.no_grad()')), []);
    assert.deepEqual(await graveCodes(...text('# with gradients')), ['stability/norm-by-hand']);
    const through = (decorator: string): readonly string[] => [
      ...text(decorator).slice(0, 3),
      'def nearest(boxes, priors):',
      '    return center_distance(boxes, priors).sum(1)',
      decorator,
      'def assign(boxes, priors):',
      '    return nearest(boxes, priors)',
    ];
    assert.deepEqual(await graveCodes(...through('@torch.no_grad()')), []);
    assert.deepEqual(await graveCodes(...through('# with gradients')), ['stability/norm-by-hand']);
  });

  it('is the width of an interval, a covariance below 0, a count that a letter names, or an argument far out', async () => {
    const loss = (signature: string, ...lines: readonly string[]): readonly string[] => [
      'import tensorflow as tf',
      `def kl_loss(${signature}):`,
      ...lines.map((line) => `    ${line}`),
    ];
    assert.deepEqual(await graveCodes(...loss('bounds', 'low, high = bounds', 'return tf.reduce_mean(tf.math.log(high - low) + low)')), []);
    const power = 'return tf.reduce_sum(tf.math.log(cov_p ** 0.5) - tf.math.log(cov_q ** 0.5) + mean ** 2)';
    assert.deepEqual(await graveCodes(...loss('mean, cov_p, cov_q', power)), []);
    assert.deepEqual(await graveCodes(...loss('y, logits, m', 'return tf.reduce_mean((y - logits) ** 2 + 1e-3 * (1 / m))')), []);
    assert.deepEqual(await graveCodes(...loss('psnr', 'return tf.exp(-0.23 * psnr)')), []);
    assert.deepEqual(await graveCodes(...loss('psnr', 'return tf.exp(-psnr)')), ['stability/exp-unbounded']);
  });

  it('is a batch without a pair to add up: no overflow, and rarer than one', async () => {
    const { findings } = await judge(
      [
        'import torch',
        'def pairs_loss(sim, targets):',
        '    other = ~torch.eye(sim.size(0), dtype=torch.bool)',
        '    pairs = (targets.unsqueeze(0) == targets.unsqueeze(1)) & other',
        '    total = torch.where(pairs, torch.exp(-torch.sigmoid(sim)), torch.zeros_like(sim)).sum(1)',
        '    return torch.log(total).mean()',
      ].join('\n'),
    );
    assert.deepEqual(
      findings.filter(isGrave).map(({ code, severity }) => [code, severity]),
      [['stability/log-zero-prob', 'warning']],
    );
  });

  it('is a loss that is handed out as a number of NumPy', async () => {
    const loss = (result: string): readonly string[] => ['import torch', 'def told_loss(x, y):', `    return ${result}`];
    assert.deepEqual(await graveCodes(...loss('((x - y) ** 2).mean().detach().cpu().numpy()')), []);
    assert.deepEqual(await graveCodes(...loss('((x - y).detach() ** 2).mean()')), ['gradient/detached']);
  });
});
