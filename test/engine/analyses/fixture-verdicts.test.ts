import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkSource } from '../../../src/engine/check/check';
import { DEFAULT_OPTIONS } from '../../../src/engine/check/options';
import type { LossReport } from '../../../src/engine/check/report';
import type { Tools } from '../../../src/engine/check/tools';
import { testTools } from '../../support/tools';

/** Verdicts that follow from the mathematics of the fixtures: differentiability, convexity in the prediction, places of kinks. */
const EXPECTED: readonly (readonly [file: string, loss: string, smoothness: string, convexity: string, places?: readonly string[]])[] = [
  ['numpy/regression.py', 'mean_squared_error', 'smooth', 'convex'],
  ['numpy/regression.py', 'mean_absolute_error', 'kink', 'convex', ['y_pred = y_true']],
  ['numpy/classification.py', 'bce_on_sigmoid', 'smooth', 'convex'],
  ['numpy/classification.py', 'bce_clipped', 'kink', 'neither'],
  ['numpy/classification.py', 'focal', 'kink', 'neither'],
  ['torch/classification.py', 'focal', 'kink', 'neither'],
  ['torch/classification.py', 'bce_on_sigmoid', 'smooth', 'convex'],
  ['torch/classification.py', 'log_of_softmax_loss', 'smooth', 'convex'],
  ['torch/regression.py', 'huber', 'C1', 'convex'],
  ['torch/penalties.py', 'l1_penalty', 'kink', 'convex'],
  ['torch/penalties.py', 'l2_penalty', 'smooth', 'convex'],
  ['jax/penalties.py', 'l1_penalty', 'kink', 'convex'],
  ['tensorflow/penalties.py', 'l1_penalty', 'kink', 'convex'],
  ['numpy/penalties.py', 'l1_penalty', 'kink', 'convex'],
  ['numpy/penalties.py', 'l2_penalty', 'smooth', 'convex'],
  ['torch/picked.py', 'picked_loss', 'smooth', 'convex'],
  ['torch/picked.py', 'guarded_loss', 'smooth', 'convex'],
  ['torch/picked.py', 'chosen_log_loss', 'smooth', 'convex'],
  ['torch/picked.py', 'multiclass_hinge_loss', 'kink', 'convex'],
  ['note.md', 'mse_loss', 'smooth', 'convex'],
  ['note.md', 'huber_loss', 'C1', 'convex', ['y_pred = y_true + 1', 'y_pred = y_true - 1']],
  ['note.md', 'cross_entropy_loss', 'kink', 'neither', ['y_pred = 1e-15', 'y_pred = 0.999999999999999']],
  ['note.md', 'focal_loss', 'kink', 'neither'],
  ['note.md', 'l1_regularization', 'kink', 'convex', ['weights = 0']],
];

describe('verdicts on the fixtures', () => {
  let tools: Tools;
  before(async () => (tools = await testTools()));

  for (const [file, name, smoothness, convexity, places] of EXPECTED) {
    it(`${file} ${name}: ${smoothness}, ${convexity}`, () => {
      const loss = reportOf(file, name);
      assert.equal(loss.verdicts?.differentiability.answer, smoothness);
      assert.equal(loss.verdicts.convexity.answer, convexity);
      if (places)
        assert.deepEqual(
          loss.verdicts.differentiability.at
            .filter((p) => p.kind !== 'removable')
            .map((p) => p.where)
            .sort(),
          [...places].sort(),
        );
    });
  }

  it('a counterexample has numbers on both sides, also where one row of many was refuted', () => {
    const text = [
      'import torch',
      'def box_iou_loss(pred, target):',
      '    w = (torch.min(pred[:, 2], target[:, 2]) - torch.max(pred[:, 0], target[:, 0])).clamp(min=0)',
      '    h = (torch.min(pred[:, 3], target[:, 3]) - torch.max(pred[:, 1], target[:, 1])).clamp(min=0)',
      '    a = (pred[:, 2] - pred[:, 0]) * (pred[:, 3] - pred[:, 1])',
      '    b = (target[:, 2] - target[:, 0]) * (target[:, 3] - target[:, 1])',
      '    return -torch.log(w * h / (a + b - w * h)).mean()',
      '',
    ].join('\n');
    const { report } = checkSource({ path: 'boxes.py', language: 'python', text }, tools, DEFAULT_OPTIONS);
    const { evidence } = report.losses[0]?.verdicts?.convexity ?? {};
    assert.ok(evidence?.kind === 'counterexample' && evidence.againstConvex);
    const { fa, fb, fm } = evidence.againstConvex;
    assert.ok([fa, fb, fm].every(Number.isFinite) && fm > (fa + fb) / 2);
  });

  function reportOf(file: string, name: string): LossReport {
    const text = readFileSync(join(__dirname, '../../fixtures/losses', file), 'utf8');
    const language = file.endsWith('.md') ? 'markdown' : 'python';
    const { report } = checkSource({ path: file, language, text }, tools, { ...DEFAULT_OPTIONS, only: name });
    const [loss] = report.losses;
    assert.ok(loss, `${name} is found`);
    return loss;
  }
});
