import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { checkSource } from '../../../src/engine/check/check';
import { DEFAULT_OPTIONS } from '../../../src/engine/check/options';
import { testTools } from '../../support/tools';

/** The codes that are told of a text that imports `helper`, with the loss that each is told of. */
async function told(text: string, helper: string): Promise<readonly string[]> {
  const tools = await testTools();
  const parsed = tools.python.parse(helper);
  parsed.dispose();
  const { report } = checkSource({ path: 'train.py', language: 'python', text }, tools, {
    ...DEFAULT_OPTIONS,
    minSeverity: 'warning',
    modules: (name) => (name === 'helper' ? { module: parsed.module, path: 'helper.py' } : undefined),
  });
  return report.findings.map(({ code, loss }) => `${loss ?? ''} ${code}`);
}

describe('what goes wrong in a loss of another file', () => {
  const helper = 'import torch\n\n\ndef cross_entropy_loss(p, y):\n    return -(y * torch.log(p)).mean()\n';
  const text = (call: string): string =>
    `import torch\nfrom helper import cross_entropy_loss\n\n\ndef train_loss(model, x, y):\n    pred = model(x)\n    return ${call}\n`;

  it('is told in that file, where it is whole there', async () => {
    assert.deepEqual(await told(text('cross_entropy_loss(pred, y)'), helper), []);
  });

  it('is told of the caller, where the caller makes what it is given', async () => {
    assert.deepEqual(await told(text('cross_entropy_loss(torch.softmax(pred, -1), y)'), helper), [
      'train_loss stability/log-softmax-composed',
    ]);
  });

  it('is told in that file, where a part of what the caller has is given, or a method writes in place', async () => {
    assert.deepEqual(await told(text('cross_entropy_loss(pred[..., :2], y)'), helper), []);
    const kernel = [
      'import torch',
      'class MmdLoss(torch.nn.Module):',
      '    def kernel(self, x, y):',
      '        gap = ((x[None] - y[:, None]) ** 2).sum(2)',
      '        width = torch.sum(gap.data) / 6',
      '        width /= 4',
      '        return torch.exp(-gap / width)',
      '    def forward(self, x, y):',
      '        return self.kernel(x, y).mean()',
    ].join('\n');
    const caller = 'import torch\nfrom helper import MmdLoss\n\n\ndef transfer_loss(x, y):\n    loss = MmdLoss()\n    return loss(x, y)\n';
    assert.deepEqual(await told(caller, kernel), []);
  });
});
