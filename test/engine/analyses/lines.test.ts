import assert from 'node:assert/strict';
import { checkSource } from '../../../src/engine/check/check';
import { DEFAULT_OPTIONS } from '../../../src/engine/check/options';
import { testTools } from '../../support/tools';

const CASES = [
  [
    'a softmax is below 1, so that clipping it at 1 adds nothing',
    'z, y',
    'torch.softmax(z, -1).clamp(1e-10, 1.0).log().mul(y).sum()',
    'kink',
  ],
  ['a value put where a quotient has none', 'z, y', 'torch.where(z == 0, torch.zeros_like(z), y / z).sum()', 'jump'],
  ['a floor so far out that doubles are too coarse there', 'z', 'torch.logsumexp(z.clamp(min=-8.5e37), dim=0)', 'unknown'],
  ['a jump around a small ball', 'z, y', 'torch.where((z ** 2).sum(1) > 0.25, (z ** 2).sum(1), torch.ones(2)).sqrt().sum()', 'jump'],
] as const;

describe('functions of several variables along straight lines', () => {
  for (const [what, parameters, body, answer] of CASES) {
    it(what, async () => {
      const text = `import torch\n\n\ndef loss(${parameters}):\n    return ${body}\n`;
      const { report } = checkSource({ path: 'x.py', language: 'python', text }, await testTools(), DEFAULT_OPTIONS);
      assert.equal(report.losses[0]?.verdicts?.differentiability.answer, answer);
    });
  }
});
