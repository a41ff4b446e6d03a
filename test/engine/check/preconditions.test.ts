import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { checkSource } from '../../../src/engine/check/check';
import { DEFAULT_OPTIONS } from '../../../src/engine/check/options';
import { testTools } from '../../support/tools';

describe('preconditions in the report', () => {
  it('stand at the operation that asks', async () => {
    const text = 'import torch\n\n\ndef scale_loss(pred, sigma):\n    half = 0.5 * pred\n    return (half + torch.log(sigma)).mean()\n';
    const { report } = checkSource({ path: 'losses.py', language: 'python', text }, await testTools(), DEFAULT_OPTIONS);
    assert.deepEqual(report.losses[0]?.preconditions, [{ text: 'sigma > 0', breaks: 'log(sigma) = -inf', line: 6 }]);
  });

  it('do not ask that neighbours differ: flat parts of an image are ordinary', async () => {
    const text = [
      'import torch',
      '',
      '',
      'def total_variation_loss(img):',
      '    dx = img[1:, :-1] - img[:-1, :-1]',
      '    dy = img[:-1, 1:] - img[:-1, :-1]',
      '    return torch.sqrt(dx ** 2 + dy ** 2).mean()',
      '',
    ].join('\n');
    const { report } = checkSource({ path: 'losses.py', language: 'python', text }, await testTools(), DEFAULT_OPTIONS);
    assert.deepEqual(report.losses[0]?.preconditions, []);
    assert.ok(report.findings.some(({ code, severity }) => code === 'stability/norm-by-hand' && severity === 'error'));
  });
});
