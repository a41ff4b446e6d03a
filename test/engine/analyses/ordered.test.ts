import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { checkSource } from '../../../src/engine/check/check';
import { DEFAULT_OPTIONS } from '../../../src/engine/check/options';
import { testTools } from '../../support/tools';

type Row = readonly [parameters: string, expression: string, convexity: string, wrt: string, smoothness: string];

/** Losses of the largest, the smallest and the middle elements, and of what comes before each. */
const ROWS: readonly Row[] = [
  ['pred, y', '((pred - y) ** 2).flatten().topk(2).values.mean()', 'convex', 'pred', 'kink'],
  ['pred, y', 'torch.sort((pred - y).abs().flatten(), descending=True).values[:2].mean()', 'convex', 'pred', 'kink'],
  ['pred, y', '((pred - y) ** 2).flatten().sort().values[:2].mean()', 'neither', 'pred', 'kink'],
  ['pred, y', '(pred - y).abs().median()', 'neither', 'pred', 'kink'],
  ['pred', 'pred.std()', 'convex', 'pred', 'kink'],
  ['log_h, events', '-((log_h - torch.logcumsumexp(log_h, 0)) * events).sum()', 'convex', 'log_h', 'smooth'],
  ['scores, relevance', '-(torch.softmax(relevance, -1) * torch.log_softmax(scores, -1)).sum()', 'convex', 'scores', 'smooth'],
  ['ratio, advantage', '-torch.min(ratio * advantage, ratio.clamp(0.8, 1.2) * advantage).mean()', 'convex', 'ratio', 'kink'],
];

describe('losses that put their elements in order', () => {
  for (const [parameters, expression, convexity, wrt, smoothness] of ROWS)
    it(`${expression} is ${convexity} in ${wrt}`, async () => {
      const text = `import torch\n\ndef some_loss(${parameters}):\n    return ${expression}\n`;
      const [loss] = checkSource({ path: 'a.py', language: 'python', text }, await testTools(), DEFAULT_OPTIONS).report.losses;
      assert.ok(loss?.verdicts);
      const { convexity: found, differentiability } = loss.verdicts;
      assert.deepEqual([found.answer, found.wrt, differentiability.answer], [convexity, [wrt], smoothness]);
    });
});
