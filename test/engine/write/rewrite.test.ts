import assert from 'node:assert/strict';
import { inOrder } from '../../../src/engine/ir/expression';
import { applyEdits } from '../../../src/engine/text/edit';
import { rewriteText } from '../../../src/engine/write/rewrite';
import { stableReplacement } from '../../../src/engine/write/stable/stable-form';
import { lossIn } from './lifted';

const TORCH = 'import torch\nimport torch.nn.functional as F\n';
const JAX = 'import jax\nimport jax.numpy as jnp\n';
const TF = 'import tensorflow as tf\n';
const NUMPY = 'import numpy as np\n';

/** The text after the stable form of the outermost node that has one was put in. */
async function cured(text: string): Promise<string> {
  const loss = await lossIn(text);
  assert.ok(loss.body, loss.missing.map((m) => m.why).join());
  const found = stableReplacement(loss.graph, inOrder(loss.body).reverse());
  assert.ok(found, 'no stable form');
  const rewritten = rewriteText(text, loss, found);
  return rewritten ? applyEdits(text, rewritten.edits) : 'not writable';
}

const lastLine = (text: string): string => text.trimEnd().split('\n').pop()?.trim() ?? '';

const CASES: readonly [name: string, imports: string, body: string, expected: string][] = [
  [
    'log of softmax, torch',
    TORCH,
    'return -(y * torch.log(F.softmax(z, dim=1))).sum(1).mean()',
    'return -(y * F.log_softmax(z, dim=1)).sum(1).mean()',
  ],
  [
    'log of softmax, methods, axis kept',
    TORCH,
    'return -(y * z.softmax(-1).log()).sum(-1).mean()',
    'return -(y * F.log_softmax(z, dim=-1)).sum(-1).mean()',
  ],
  [
    'log of softmax, jax',
    JAX,
    'return -(y * jnp.log(jax.nn.softmax(z))).sum(-1).mean()',
    'return -(y * jax.nn.log_softmax(z, axis=-1)).sum(-1).mean()',
  ],
  [
    'log of softmax, tensorflow',
    TF,
    'return -tf.reduce_mean(tf.reduce_sum(y * tf.math.log(tf.nn.softmax(z)), -1))',
    'return -tf.reduce_mean(tf.reduce_sum(y * tf.nn.log_softmax(z, axis=-1), -1))',
  ],
  [
    'log of a hand-written softmax, numpy',
    NUMPY,
    'return -np.sum(y * np.log(np.exp(z) / np.sum(np.exp(z), axis=1, keepdims=True)))',
    'return -np.sum(y * log_softmax(z, axis=1))',
  ],
  ['log of sigmoid, torch', TORCH, 'return -torch.log(torch.sigmoid(z * y)).mean()', 'return -F.logsigmoid(z * y).mean()'],
  ['log of one minus sigmoid, numpy', NUMPY, 'return -np.log(1 - 1 / (1 + np.exp(-z))).mean()', 'return -(-np.logaddexp(0, z)).mean()'],
  ['log of 1 + exp, torch', TORCH, 'return 2 * torch.log(1 + torch.exp(-y * z)).mean()', 'return 2 * F.softplus(-y * z).mean()'],
  ['log1p of exp, tensorflow', TF, 'return tf.reduce_mean(tf.math.log1p(tf.exp(z)))', 'return tf.reduce_mean(tf.math.softplus(z))'],
  ['log of a sum of exp, torch', TORCH, 'return torch.log(torch.exp(z).sum(dim=1)).mean()', 'return torch.logsumexp(z, dim=1).mean()'],
  ['log of a sum of exp, jax', JAX, 'return jnp.log(jnp.sum(jnp.exp(z), axis=-1)).mean()', 'return jax.nn.logsumexp(z, axis=-1).mean()'],
  [
    'softmax with its shift, torch',
    TORCH,
    'return (torch.exp(z - z.max(1, keepdim=True).values) / torch.exp(z - z.max(1, keepdim=True).values).sum(1, keepdim=True)).pow(2).sum()',
    'return F.softmax(z, dim=1).pow(2).sum()',
  ],
  ['sigmoid by hand, torch', TORCH, 'return ((1 / (1 + torch.exp(-z))) - y).pow(2).mean()', 'return (torch.sigmoid(z) - y).pow(2).mean()'],
  [
    'tanh by hand, torch',
    TORCH,
    'return ((torch.exp(z) - torch.exp(-z)) / (torch.exp(z) + torch.exp(-z))).mean()',
    'return torch.tanh(z).mean()',
  ],
  ['exp minus one, numpy', NUMPY, 'return np.mean(np.exp(z) - 1)', 'return np.mean(np.expm1(z))'],
  ['log of one plus, jax', JAX, 'return jnp.mean(jnp.log(1 + z ** 2))', 'return jnp.mean(jnp.log1p(z ** 2))'],
  ['p log p, torch', TORCH, 'return -torch.sum(z * torch.log(z))', 'return -torch.sum(torch.xlogy(z, z))'],
];

describe('rewrites', () => {
  for (const [name, imports, body, expected] of CASES) {
    it(name, async () => assert.equal(lastLine(await cured(`${imports}\n\ndef some_loss(z, y):\n    ${body}\n`)), expected));
  }

  it('follow a name to what it was bound to', async () => {
    const text = `${TORCH}\n\ndef some_loss(z, y):\n    p = torch.softmax(z, dim=1)\n    return -(y * torch.log(p)).sum(1).mean()\n`;
    assert.equal(lastLine(await cured(text)), 'return -(y * F.log_softmax(z, dim=1)).sum(1).mean()');
  });

  it('use the name that holds an operand', async () => {
    const text = `${TORCH}\n\ndef some_loss(z, y):\n    d = z - y\n    return torch.log(torch.cosh(d)).sum()\n`;
    assert.equal(lastLine(await cured(text)), 'return (torch.abs(d) + F.softplus(-2 * torch.abs(d)) - 0.6931471805599453).sum()');
  });

  it("take a logarithm before elements are picked, in the author's way to pick them", async () => {
    const write = async (pick: string): Promise<string> =>
      lastLine(await cured(`${TORCH}\n\ndef some_loss(z, t):\n    p = torch.softmax(z, dim=1)\n    return -torch.log(${pick}).mean()\n`));
    assert.equal(
      await write('p.gather(1, t.view(-1, 1)).squeeze(1)'),
      'return -F.log_softmax(z, dim=1).gather(1, t.view(-1, 1)).squeeze(1).mean()',
    );
    assert.equal(await write('p[torch.arange(z.size(0)), t]'), 'return -F.log_softmax(z, dim=1)[torch.arange(z.size(0)), t].mean()');
    assert.equal(await write('p[:, 0]'), 'return -F.log_softmax(z, dim=1)[:, 0].mean()');
  });

  it('do not take the call of a library loss for what is inside it', async () => {
    const text = `${TORCH}\n\ndef some_loss(a, b):\n    distance = F.pairwise_distance(a, b)\n    return torch.pow(distance, 2).mean()\n`;
    assert.equal(await cured(text), 'not writable');
  });

  it('do not take an argument for the operand it is not', async () => {
    const text = `${TORCH}\n\ndef some_loss(z, mask, t):\n    z = z.masked_fill(mask, -1e4)\n    return -torch.log(torch.softmax(z, dim=1).gather(1, t)).mean()\n`;
    assert.equal(lastLine(await cured(text)), 'return -F.log_softmax(z, dim=1).gather(1, t).mean()');
  });

  it('are not written where a name has changed its meaning', async () => {
    const text = `${TORCH}\n\ndef some_loss(z, y):\n    p = torch.softmax(z, dim=1)\n    z = z * 2\n    return -(y * torch.log(p) * z).sum(1).mean()\n`;
    assert.equal(await cured(text), 'not writable');
  });

  it('speak the language of a helper when they land in one', async () => {
    const text = `${NUMPY}\n\ndef squash(u):\n    return 1.0 / (1.0 + np.exp(-u))\n\n\ndef some_loss(z, y):\n    return np.mean((squash(z) - y) ** 2)\n`;
    assert.ok((await cured(text)).includes('return expit(u)'));
  });

  it('add an import, and go around a name that is taken', async () => {
    const text = `${NUMPY}\n\ndef log_softmax(u):\n    return u\n\n\ndef some_loss(z, y):\n    return -np.sum(y * np.log(np.exp(z) / np.sum(np.exp(z), axis=1, keepdims=True)))\n`;
    const result = await cured(text);
    assert.ok(result.startsWith('import numpy as np\nimport scipy.special\n'), result);
    assert.ok(result.includes('scipy.special.log_softmax(z, axis=1)'), result);
  });

  it('keep what a module attribute says', async () => {
    const text = `${TORCH}from torch import nn\n\n\nclass SomeLoss(nn.Module):\n    def __init__(self, scale=2.0):\n        super().__init__()\n        self.scale = scale\n\n    def forward(self, z, y):\n        return -torch.log(torch.sigmoid(z * self.scale)).mean()\n`;
    assert.equal(lastLine(await cured(text)), 'return -F.logsigmoid(z * self.scale).mean()');
  });

  it('write a guard around an operand', async () => {
    const text = `${TORCH}\n\ndef some_loss(z, y):\n    return torch.sqrt(((z - y) ** 2).sum()) * 2\n`;
    const loss = await lossIn(text);
    const root = loss.body && inOrder(loss.body).find(({ op }) => op === 'sqrt');
    const [square] = root?.args ?? [];
    assert.ok(root && square);
    const by = loss.graph.apply('sqrt', [loss.graph.apply('add', [square, loss.graph.constant(1e-12)])]);
    assert.equal(rewriteText(text, loss, { node: root, by })?.code, 'torch.sqrt(((z - y) ** 2).sum() + 1e-12)');
  });
});
