import assert from 'node:assert/strict';
import { lift } from './lifted';

const TORCH = 'import torch\nimport torch.nn as nn\nimport torch.nn.functional as F\n';

/** Definitions, and the losses that are found among them. */
const FOUND: readonly (readonly [what: string, source: string, names: readonly string[]])[] = [
  [
    'measures by their usual short names',
    'def mape(y, p):\n    return ((y - p) / y).abs().mean()\ndef epe(f, t):\n    return (f - t).norm()\n',
    ['mape', 'epe'],
  ],
  ['what returns a loss of the library', 'def weighted(x, y, w):\n    return nn.NLLLoss(weight=w)(x, y)\n', ['weighted']],
  ['what declares its variable', '# losswright: wrt w\ndef fit(w, x, y):\n    return ((x @ w - y) ** 2).sum()\n', ['fit']],
  [
    'a product with a call that is given a string',
    'def grad_loss(y, p):\n    return 2 * F.l1_loss(y, p, reduction="mean")\n',
    ['grad_loss'],
  ],
  [
    'a factory called after its loss',
    'def smooth_l1(s=3.0):\n    def inner(y, p):\n        return (s * (y - p)).abs().mean()\n    return inner\n',
    ['smooth_l1.inner'],
  ],
  ['no text that is put together', 'def get_loss_name(a, b):\n    return "loss_" + a\n', []],
];

describe('losses are recognised', () => {
  for (const [what, source, names] of FOUND)
    it(what, async () => {
      const { losses } = await lift(TORCH + source);
      assert.deepEqual(
        losses.map(({ name }) => name),
        names,
      );
    });

  it('takes a residual block of a network for no loss', async () => {
    const text = `import torch.nn as nn

class ResidualUnit(nn.Module):
    def forward(self, x):
        return x + self.layer(x) * 2

class ResidualLoss(nn.Module):
    def forward(self, x, y):
        return (x - y).abs().mean()
`;
    assert.deepEqual(
      (await lift(text)).losses.map(({ name }) => name),
      ['ResidualLoss.forward'],
    );
  });
});
