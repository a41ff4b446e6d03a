import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { isGrave, judge, type Judged } from './judge';

const HEAD = ['import torch', 'import torch.nn as nn', 'import torch.nn.functional as F'];

const gravesOf = async (...lines: readonly string[]): Promise<readonly Judged[]> =>
  (await judge(`${[...HEAD, ...lines].join('\n')}\n`)).findings.filter(isGrave);

const told = async (...lines: readonly string[]): Promise<string> =>
  (await gravesOf(...lines))
    .map(({ code, severity, arguments: { at } }) => `${severity} ${code.split('/')[1] ?? ''}: ${String(at)}`)
    .join('; ');

describe('the inputs that a search tries', () => {
  it('are also the numbers that the code compares them with', async () => {
    const masked = (mask: string): string[] => [
      'def masked_loss(x, labels):',
      `    mask = ${mask}`,
      '    return x[mask].sum() / mask.sum()',
    ];
    assert.equal(await told(...masked('labels != 255')), 'warning empty-mean: labels = 255, x = 0.5');
    assert.equal(await told(...masked('labels < 19')), 'warning empty-mean: labels = 19, x = 0.5');
    const ignored = ['def masked_loss(x, labels, ignored=777):', '    mask = labels != ignored', '    return x[mask].sum() / mask.sum()'];
    assert.equal(await told(...ignored), 'warning empty-mean: labels = 777, x = 0.5');
  });

  it('are so too where a clamp or the same comparison makes a class of them, and only then', async () => {
    const picked = (labels: string): string[] => [
      'def picked_loss(logits, labels):',
      '    mask = labels != 255',
      `    each = F.cross_entropy(logits, ${labels}, reduction="none") * mask`,
      '    return each.sum() / mask.sum()',
    ];
    assert.match(await told(...picked('labels.clamp(min=0, max=2)')), /^warning empty-mean: labels = 255/);
    assert.match(await told(...picked('labels * mask')), /^warning empty-mean: labels = 255/);
    assert.equal(await told(...picked('labels')), '');
    assert.equal(await told(...picked('labels.clamp(min=0)')), '');
  });

  it('are whole numbers within their ends for drawn ones, and orders for permutations', async () => {
    const drawn = (index: string): string[] => [
      'def picked_loss(pred, y):',
      `    at = ${index}`,
      '    return (pred[at] - y).square().mean()',
    ];
    assert.equal(await told(...drawn('torch.randint(len(pred), (3,))')), '');
    assert.equal(await told(...drawn('torch.randperm(len(pred))')), '');
    const apart = ['def apart_loss(pred):', '    at = torch.randperm(len(pred))', '    return (pred / (at[0] - at[1])).sum()'];
    assert.equal(await told(...apart), '');
  });

  it('take a weight for 1 beside what breaks', async () => {
    const weighted = ['def nll_loss(probs, mask):', '    return -(torch.log(probs) * mask).sum() / mask.sum().clamp(min=1)'];
    assert.match(await told(...weighted), /^error log-zero-prob: probs = 0/);
    const [found] = await gravesOf(...weighted);
    assert.deepEqual(
      found?.witness?.given.map(({ input, values }) => [input.name, values[0]]),
      [
        ['probs', 0],
        ['mask', 1],
      ],
    );
  });
});

describe('a witness of a logarithm of what is left of 1', () => {
  it('is 1 itself before what lies beyond', async () => {
    const rest = ['def bag_loss(pred, gamma):', '    return (pred**gamma * -(1 - pred).log()).sum()'];
    assert.match(await told(...rest), /log-one-minus-p: pred = 1\b/);
  });
});

describe('how grave a finding is', () => {
  const distance = (...body: string[]): string[] => [
    'import tensorflow as tf',
    'class CentreLoss(tf.keras.layers.Layer):',
    '    def build(self, shape):',
    '        self.w = self.add_weight(shape=(shape[-1],), initializer="zeros", trainable=True)',
    '    def call(self, inputs, other):',
    ...body.map((line) => `        ${line}`),
  ];

  it('is less where data must be exactly what is learnt', async () => {
    const severities = async (...body: string[]): Promise<string[]> =>
      (await gravesOf(...distance(...body))).map(({ severity }) => severity);
    assert.deepEqual(await severities('return tf.norm(inputs - self.w, axis=-1)'), ['warning']);
    assert.deepEqual(await severities('return tf.norm(inputs - other, axis=-1)'), ['error']);
  });

  it('is less where the gradient of a model must be 0', async () => {
    const norm = (name: string): string[] => [
      `def penalty_loss(${name}):`,
      `    return ((${name}.square().sum(1).sqrt() - 1) ** 2).mean()`,
    ];
    assert.match(await told(...norm('gradients')), /^warning norm-by-hand/);
    assert.match(await told(...norm('pred')), /^error norm-by-hand/);
  });
});

describe('what stands around a function', () => {
  it('is set up and not predicted', async () => {
    const around = [
      'width, height = torch.load("sizes")',
      'def size_loss(pred, target):',
      '    return ((pred - target) ** 2).sum() / (width * height)',
    ];
    const text = `${[...HEAD, ...around].join('\n')}\n`;
    const { findings, preconditions } = await judge(text);
    assert.deepEqual([findings.filter(isGrave).length, preconditions.length], [0, 1]);
  });
});

describe('what a model is given', () => {
  it('takes part in a gradient of the model', async () => {
    const penalty = [
      'def penalty_loss(D, real, fake):',
      '    x = torch.lerp(real, fake, torch.rand(len(real), 1)).requires_grad_(True)',
      '    g = torch.autograd.grad(D(x).sum(), x, create_graph=True)[0]',
      '    return ((g.norm(2, dim=1) - 1) ** 2).mean()',
    ];
    assert.equal(await told(...penalty), '');
  });
});

describe('a value that was not read', () => {
  it('leaves open which of inf and nan comes of a division by 0', async () => {
    const unread = ['import helper', 'def masked_loss(x, mask):', '    return helper.losses(x, mask).sum() / mask.sum()'];
    const [found] = await gravesOf(...unread);
    assert.equal(found?.arguments.got, 'inf/nan');
  });
});

describe('what trains nothing', () => {
  it('is a running total that goes on from itself', async () => {
    const step = (total: string): string[] => [
      'def train(model, loader, opt):',
      '    train_loss_reg = 0',
      '    for x, y in loader:',
      '        p = model(x)',
      '        loss = F.mse_loss(p, y)',
      '        loss.backward()',
      '        opt.step()',
      `        train_loss_reg = ${total}`,
    ];
    assert.equal(await told(...step('train_loss_reg + loss.item()')), '');
  });

  it('is what a trained model is asked for', async () => {
    const asked = ['import numpy as np', 'def calculate_losses(model, labels):', '    pred = np.array(list(model.predict(1)))'];
    assert.equal(await told(...asked, '    loss = ((pred - labels) ** 2).mean()', '    return pred, loss'), '');
  });
});

describe('a write in place', () => {
  it('is none where only the gradient is turned off, or where a copy was kept', async () => {
    const masked = [
      'def masked_loss(pred, target, mask):',
      '    target.requires_grad = False',
      '    return F.l1_loss(pred * mask, target * mask)',
    ];
    assert.equal(
      await told(
        'def all_loss(pred, mel, mask):',
        '    a = (pred * mel * mask).sum()',
        '    return a + masked_loss(pred, mel, mask)',
        ...masked,
      ),
      '',
    );
    const adapted = (kept: string): string[] => [
      'def adapted_loss(pred, target):',
      '    w = torch.ones(2)',
      '    w[0] = 2.0',
      `    first = ${kept} * pred.sum()`,
      '    w[1] = 3.0',
      '    return first + (w * (pred - target).sum()).sum()',
    ];
    assert.equal(await told(...adapted('w[0].clone()')), '');
  });
});
