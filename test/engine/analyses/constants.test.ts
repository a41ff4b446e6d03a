import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { checkSource } from '../../../src/engine/check/check';
import { DEFAULT_OPTIONS } from '../../../src/engine/check/options';
import { testTools } from '../../support/tools';

/** Lipschitz and smoothness constants of the sum over as many elements as the analysis looks at, in the prediction. */
async function constantsOf(expression: string): Promise<{ n: number; lipschitz: number | null; smoothness: number | null }> {
  const text = `import torch\nimport torch.nn.functional as F\n\ndef some_loss(pred, y):\n    return (${expression}).sum()\n`;
  const [loss] = checkSource({ path: 'a.py', language: 'python', text }, await testTools(), DEFAULT_OPTIONS).report.losses;
  assert.ok(loss?.verdicts);
  const shape = loss.shapes['pred'] as readonly number[];
  return { n: shape.reduce((a, b) => a * b, 1), lipschitz: loss.verdicts.lipschitz, smoothness: loss.verdicts.smoothness };
}

/** By element: a sum of n functions of one element each is √n times as steep, and no sharper. */
const CASES: readonly (readonly [expression: string, lipschitz: number | null, smoothness: number | null])[] = [
  ['(pred - y) ** 2', null, 2],
  ['(3 * pred - y) ** 2', null, 18],
  ['(pred - y).abs()', 1, null],
  ['torch.where((pred - y).abs() < 2, 0.5 * (pred - y) ** 2, 2 * ((pred - y).abs() - 1))', 2, 1],
  ["F.binary_cross_entropy_with_logits(pred, y, reduction='none')", 1, 0.25],
  ['torch.sqrt(1 + (pred - y) ** 2)', 1, 1],
  ['F.relu(1 - pred)', 1, null],
  ['(pred - y) ** 4', null, null],
];

describe('constants of a loss of many elements', () => {
  for (const [expression, lipschitz, smoothness] of CASES) {
    it(`${expression}: ${lipschitz}, ${smoothness}`, async () => {
      const found = await constantsOf(expression);
      assert.ok(found.n > 1);
      const steepest = lipschitz === null ? null : lipschitz * Math.sqrt(found.n);
      assert.deepEqual([found.lipschitz, found.smoothness].map(rounded), [steepest, smoothness].map(rounded));
    });
  }

  it('are not told where elements meet', async () => {
    const found = await constantsOf('torch.logsumexp(pred, -1)');
    assert.deepEqual([found.lipschitz, found.smoothness], [null, null]);
  });
});

function rounded(x: number | null): number | null {
  return x === null ? null : Number(x.toPrecision(9));
}
