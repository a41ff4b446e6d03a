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
  ['rows of length 1, whose direction jumps at 0', 'z, y', '(z / z.norm(dim=1, keepdim=True) * y).sum(1).exp().mean()', 'jump'],
  ['the length of a row', 'z, y', '(z.norm(dim=1, keepdim=True) * y).sum(1).exp().mean()', 'kink'],
] as const;

describe('functions of several variables along straight lines', () => {
  for (const [what, parameters, body, answer] of CASES) {
    it(what, async () => {
      const text = `import torch\n\n\ndef loss(${parameters}):\n    return ${body}\n`;
      const { report } = checkSource({ path: 'x.py', language: 'python', text }, await testTools(), DEFAULT_OPTIONS);
      assert.equal(report.losses[0]?.verdicts?.differentiability.answer, answer);
    });
  }

  it('an unknown says where it stopped', async () => {
    const text = 'import torch\n\n\ndef loss(z):\n    return torch.logsumexp(z.clamp(min=-8.5e37), dim=0)\n';
    const { report } = checkSource({ path: 'x.py', language: 'python', text }, await testTools(), DEFAULT_OPTIONS);
    assert.match(report.losses[0]?.verdicts?.differentiability.evidence ?? '', /: stopped at max\(.*z\[0\].*\)$/);
  });

  it('a place that a line crosses twice is told once', async () => {
    const text = `import torch

def hinge_loss(a, b, margin=1.0):
    d = torch.sqrt(((a - b) ** 2).sum(dim=1))
    return (torch.relu(margin - d) ** 2).mean()
`;
    const { report } = checkSource({ path: 'x.py', language: 'python', text }, await testTools(), DEFAULT_OPTIONS);
    const places = report.losses[0]?.verdicts?.differentiability.at.map(({ where, kind }) => `${kind} at ${where}`) ?? [];
    assert.deepEqual([...new Set(places)], places);
    assert.ok(
      places.includes('curvature-jump at sqrt((a[0,0] - b[0,0])^2 + (a[0,1] - b[0,1])^2 + (a[0,2] - b[0,2])^2) - 1 = 0'),
      places.join(),
    );
  });
});
