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
});
