import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { checkSource } from '../../../src/engine/check/check';
import { DEFAULT_OPTIONS } from '../../../src/engine/check/options';
import type { LossReport } from '../../../src/engine/check/report';
import { curvatureAt, stepLines } from '../../../src/engine/report/curvature-steps';
import { evidence } from '../../../src/engine/report/evidence/evidence';
import { testTools } from '../../support/tools';

async function reportOf(text: string): Promise<LossReport> {
  const [loss] = checkSource({ path: 'a.py', language: 'python', text }, await testTools(), DEFAULT_OPTIONS).report.losses;
  assert.ok(loss);
  return loss;
}

describe('the steps of a convexity answer', () => {
  it('are the places of the code that the composition rule sees, in its order', async () => {
    const loss = await reportOf(`import torch

def cross_entropy_loss(z, y):
    p = torch.sigmoid(z)
    gain = y * torch.log(p) + (1 - y) * torch.log(1 - p)
    return -gain.mean()
`);
    assert.equal(loss.verdicts?.convexity.answer, 'convex');
    assert.deepEqual(stepLines(loss, 'en'), [
      'torch.log(p) (line 5) is concave',
      'y * torch.log(p) (line 5) is concave',
      'torch.log(1 - p) (line 5) is concave',
      '(1 - y) * torch.log(1 - p) (line 5) is concave',
      'y * torch.log(p) + (1 - y) * torch.log(1 - p) (line 5) is concave',
      'gain.mean() (line 6) is concave',
      '-gain.mean() (line 6) is convex',
    ]);
    const at = { start: { line: 4, character: 15 }, end: { line: 4, character: 27 } };
    assert.equal(curvatureAt(loss, at, 'en'), 'concave in z');
    assert.equal(curvatureAt(loss, { ...at, end: at.start }, 'en'), null);
  });

  it('give what the composition rule does not reach its own proof, and go on from there', async () => {
    const loss = await reportOf(`import torch

def huber_loss(pred, target):
    d = pred - target
    part = torch.where(d.abs() < 1, 0.5 * d ** 2, d.abs() - 0.5)
    return part.mean()
`);
    const steps = stepLines(loss, 'en');
    assert.match(steps.at(-2) ?? '', /^torch\.where\(.* \(line 5\) is convex: .*slopes that do not fall/);
    assert.equal(steps.at(-1), 'part.mean() (line 6) is convex');
    assert.match(stepLines(loss, 'zh-cn').at(-2) ?? '', /（第 5 行）是凸的：.*斜率/);
  });

  it('give the result the proof of the whole where nothing inside is convex by itself', async () => {
    const loss = await reportOf(`import torch

def pair_loss(pred, logits):
    return pred ** 4 + 2 * pred ** 2 * logits ** 2 + logits ** 4
`);
    assert.equal(loss.verdicts?.convexity.answer, 'convex');
    assert.match(stepLines(loss, 'en').at(-1) ?? '', /\+ logits \*\* 4 \(line 4\) is convex: ./);
  });

  it('are told for each variable by itself', async () => {
    const loss = await reportOf('import torch\n\ndef saddle_loss(pred, logits):\n    return (pred ** 2 * logits.exp()).sum()\n');
    assert.equal(loss.verdicts?.convexity.answer, 'neither');
    const evidence = loss.verdicts?.convexity.each['pred']?.evidence;
    assert.deepEqual(evidence?.kind === 'proof' && evidence.steps?.map((step) => `${step.code}: ${step.curvature}`), [
      'pred ** 2: convex',
      'pred ** 2 * logits.exp(): convex',
      '(pred ** 2 * logits.exp()).sum(): convex',
    ]);
  });

  it('take the squares and products of a quadratic together', async () => {
    const loss = await reportOf(
      'import torch\n\ndef form_loss(pred, logits):\n    return torch.exp(pred**2 + pred*logits + logits**2).sum()\n',
    );
    assert.equal(loss.verdicts?.convexity.answer, 'convex');
    const saddle = await reportOf(
      'import torch\n\ndef form_loss(pred, logits):\n    return torch.exp(pred**2 + 3*pred*logits + logits**2).sum()\n',
    );
    assert.equal(saddle.verdicts?.convexity.answer, 'neither');
  });

  it('stay at their places when a helper makes them, and are those of the tensors that move with the prediction', async () => {
    const loss = await reportOf(`import torch

def distance(a, b):
    return (a - b).abs()

def robust_loss(pred, target):
    return distance(pred, target).mean() + target.exp().sum()
`);
    assert.deepEqual(stepLines(loss, 'en').slice(0, 3), [
      'a - b (line 4) is affine',
      '(a - b).abs() (line 4) is convex',
      'distance(pred, target).mean() (line 7) is convex',
    ]);
  });

  it('name where an open answer stopped', async () => {
    const loss = await reportOf(`import torch

def spread_loss(pred, logits):
    high = torch.maximum(pred, logits)
    low = torch.minimum(pred, logits)
    return (high ** 2 + low ** 2).sum()
`);
    assert.equal(loss.verdicts?.convexity.answer, 'unknown');
    assert.deepEqual(stepLines(loss, 'en'), [
      'torch.maximum(pred, logits) (line 4) is convex',
      'torch.minimum(pred, logits) (line 5) is concave',
      'high ** 2 (line 6) is where the composition rule stops',
    ]);
  });

  it('says what a loss asks of a tensor once for all its elements', async () => {
    const loss = await reportOf('import torch\n\ndef depth_loss(pred, logits):\n    return (logits - torch.log(2 * pred - 1)).sum()\n');
    assert.equal(loss.verdicts?.convexity.condition, 'pred > 0.5, where it is defined');
  });

  it('says at which sizes a loss was proved whose elements meet', async () => {
    const alone = await reportOf('import torch\n\ndef mean_loss(z, y):\n    return ((z - y) ** 2).mean()\n');
    assert.equal(alone.verdicts?.convexity.condition, undefined);
    const meeting = await reportOf(
      'import torch\n\ndef fit_loss(w, X, y):\n    # losswright: wrt w\n    return ((X @ w - y) ** 2).mean()\n',
    );
    assert.equal(meeting.verdicts?.convexity.condition, 'at the sizes w: [3]');
  });
});

describe('an open question of stability', () => {
  it('names the operation at which the proof stopped, in both languages', async () => {
    const loss = await reportOf(`import torch

def dice_loss(pred, target, smooth=1e-8):
    overlap = (pred * target).sum()
    return 1 - (2 * overlap + smooth) / (pred.sum() + target.sum() + smooth)
`);
    const { answer, evidence: why } = loss.verdicts?.stability ?? {};
    assert.equal(answer, 'unknown');
    assert.match(why ?? '', /: stopped at \(2 \* overlap \+ smooth\) \/ .* \(line 5\)$/);
    assert.match(evidence('zh-cn', why ?? ''), /停在 .*（第 5 行）$/);
  });
});
