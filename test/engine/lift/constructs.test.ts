import assert from 'node:assert/strict';
import { printDomain } from '../../../src/engine/ir/domain';
import { lift, lifted, print } from './lifted';

const TORCH = 'import torch\nimport torch.nn as nn\nimport torch.nn.functional as F\nimport math\n';

/** Name, body of `def loss(x, y)` or a whole text, and the expression that it means. */
const CONSTRUCTS: readonly (readonly [name: string, source: string, means: string])[] = [
  ['arithmetic of Python numbers stays as written', 'return (x * (1 - 1e-8)).sum()', 'sum(multiply(x, subtract(1, 1e-8)))'],
  ['augmented assignment', 'z = x - y\n    z *= 2\n    return z.mean()', 'mean(multiply(subtract(x, y), 2))'],
  ['an alias sees what is written in place', 'z = x * 1\n    w = z\n    z += y\n    return w.sum()', 'sum(add(multiply(x, 1), y))'],
  ['tuple unpacking and starred names', 'a, *b = [x, y, x]\n    return (a + b[0] + b[1]).sum()', 'sum(add(add(x, y), x))'],
  ['sizes are numbers', 'n = x.shape[0]\n    return x.sum() / n', 'divide(sum(x), 4)'],
  ['a known condition folds', 'if x.dim() > 3:\n        return x.sum()\n    return y.sum()', 'sum(y)'],
  [
    'an early return on data keeps both sides',
    'if x.sum() > 0:\n        return x.sum()\n    return y.sum()',
    'select(greater(sum(x), 0), sum(x), sum(y))',
  ],
  [
    'assignments on both sides are joined',
    'if x.sum() > 0:\n        z = x\n    else:\n        z = y\n    return z.mean()',
    'mean(select(greater(sum(x), 0), x, y))',
  ],
  ['a conditional expression on data', 'return x.sum() if y.sum() > 1 else x.mean()', 'select(greater(sum(y), 1), sum(x), mean(x))'],
  [
    'a loop over a known count',
    'total = 0\n    for i in range(3):\n        total = total + x[i]\n    return total',
    'add(add(add(0, reshape{shape=[]}(slice{starts=[0] stops=[1] steps=[1]}(x))), reshape{shape=[]}(slice{starts=[1] stops=[2] steps=[1]}(x))), reshape{shape=[]}(slice{starts=[2] stops=[3] steps=[1]}(x)))',
  ],
  [
    'sizes that are taken apart as a tensor is stay numbers',
    'import tensorflow as tf\ndef loss(x, y):\n    (n,) = tf.unstack(tf.shape(x - y))\n    return tf.reduce_sum(x) * n',
    'multiply(sum(x), 4)',
  ],
  ['a comprehension', 'return sum([t.sum() for t in (x, y)])', 'add(add(0, sum(x)), sum(y))'],
  [
    'zip, enumerate and dicts',
    'd = {}\n    for i, (a, b) in enumerate(zip([x], [y])):\n        d[f"l{i}"] = (a - b).sum()\n    return d["l0"]',
    'sum(subtract(x, y))',
  ],
  [
    'a lambda and a nested function',
    'f = lambda a: a * 2\n    def g(a):\n        return f(a) + y\n    return g(x).sum()',
    'sum(add(multiply(x, 2), y))',
  ],
  [
    'no_grad cuts gradients',
    'with torch.no_grad():\n        w = torch.exp(y)\n    return (w * x).sum()',
    'sum(multiply(stop_gradient(exp(y)), x))',
  ],
  ['a target that is not to be trained', 'y.requires_grad = False\n    return (x - y).sum()', 'sum(subtract(x, stop_gradient(y)))'],
  ['detach', 'return (x - x.detach()).sum()', 'sum(subtract(x, stop_gradient(x)))'],
  ['methods in place', 'z = x * 2\n    z.clamp_(min=0)\n    return z.sum()', 'sum(clip(multiply(x, 2), 0, Infinity))'],
  [
    'a write to a slice',
    'z = x * 1\n    z[0] = 5.0\n    return z.sum()',
    'sum(index_update{starts=[0] stops=[1] steps=[1]}(multiply(x, 1), reshape{shape=[1]}(5)))',
  ],
  [
    'a write through a view',
    'z = x * 1\n    v = z[1:3]\n    v *= 0\n    return z.sum()',
    'sum(index_update{starts=[1] stops=[3] steps=[1]}(multiply(x, 1), multiply(slice{starts=[1] stops=[3] steps=[1]}(multiply(x, 1)), 0)))',
  ],
  ['a masked write is where', 'z = x * 1\n    z[y > 0] = 0.0\n    return z.sum()', 'sum(where(greater(y, 0), 0, multiply(x, 1)))'],
  ['partial', 'from functools import partial\n    f = partial(torch.clamp, min=0.0)\n    return f(x).sum()', 'sum(clip(x, 0, Infinity))'],
  ['a walrus', 'return (z := x * 2).sum() + z.mean()', 'add(sum(multiply(x, 2)), mean(multiply(x, 2)))'],
  [
    'star-args and keywords',
    'args = (x, y)\n    kw = dict(alpha=2)\n    return torch.add(*args, **kw).sum()',
    'sum(add(x, multiply(2, y)))',
  ],
  [
    'while with a known condition',
    'n = 0\n    while n < 2:\n        x = x * 2\n        n += 1\n    return x.sum()',
    'sum(multiply(multiply(x, 2), 2))',
  ],
  ['try runs its body', 'try:\n        z = x.sum()\n    except ValueError:\n        z = y.sum()\n    return z', 'sum(x)'],
  ['isinstance and None', 'if isinstance(x, torch.Tensor) and y is not None:\n        return x.sum()\n    return 0.0', 'sum(x)'],
  ['einsum', "return torch.einsum('i,i->', x, y)", 'einsum{equation=i,i->}(x, y)'],
  ['where and comparison', 'return torch.where(x > 0, x, torch.zeros_like(x)).sum()', 'sum(where(greater(x, 0), x, [0,0,0,0]))'],
  [
    'logical operators of masks',
    'm = (x > 0) & ~(y > 1)\n    return m.float().sum()',
    'sum(to_float(logical_and(greater(x, 0), logical_not(greater(y, 1)))))',
  ],
  [
    'None and ellipsis in an index',
    'return (x[None, :] - y[..., None]).sum()',
    'sum(subtract(reshape{shape=[1,4]}(x), reshape{shape=[4,1]}(y)))',
  ],
  [
    'torch.max with an axis',
    'v, i = x.view(2, 2).max(dim=1)\n    return v.sum()',
    'sum(max{axes=[1] ties=first}(reshape{shape=[2,2]}(x)))',
  ],
  [
    "torch's old constructor of a shape, filled later",
    'z = torch.FloatTensor(x.size())\n    z.fill_(3)\n    return (x * z).sum()',
    'sum(multiply(x, broadcast_to{shape=[4]}(3)))',
  ],
  ['a mask as floats of a named type', 'return (x * (y > 0).to(dtype=torch.float32)).sum()', 'sum(multiply(x, to_float(greater(y, 0))))'],
  ['del and global names', 'z = x\n    del z\n    return (x * SCALE).sum()', 'sum(multiply(x, 3))'],
];

describe('lift of Python', () => {
  CONSTRUCTS.forEach(([name, body, means]) => {
    it(name, async () => {
      const loss = await lifted(`${TORCH}SCALE = 3\ndef loss(x, y):\n    ${body}\n`);
      assert.equal(print(loss.body), means);
      assert.equal(loss.status, 'full');
    });
  });

  it('inlines helpers of the file and resolves aliases', async () => {
    const loss = await lifted(
      'from torch.nn.functional import softplus as sp\nEPS = 1e-6\ndef guard(p, eps=EPS):\n    return p + eps\ndef loss(x, y):\n    return (sp(x) * guard(y)).sum()\n',
    );
    assert.equal(print(loss.body), 'sum(multiply(softplus{beta=1 threshold=20}(x), add(y, 0.000001)))');
  });

  it('reads a module with constructor parameters, super and a helper method', async () => {
    const loss = await lifted(
      `${TORCH}class FocalLoss(nn.Module):\n    def __init__(self, gamma=2.0):\n        super().__init__()\n        self.gamma = gamma\n    def weight(self, p):\n        return (1 - p) ** self.gamma\n    def forward(self, logits, target):\n        p = torch.sigmoid(logits)\n        return -(self.weight(p) * target * torch.log(p)).mean()\n`,
    );
    assert.equal(loss.name, 'FocalLoss.forward');
    assert.equal(
      print(loss.body),
      'negative(mean(multiply(multiply(power(subtract(1, sigmoid(logits)), gamma), target), log(sigmoid(logits)))))',
    );
    assert.deepEqual(
      loss.parameters.map((p) => [p.name, p.role, p.default]),
      [
        ['logits', 'prediction', null],
        ['target', 'target', null],
        ['gamma', 'hyperparameter', 2],
      ],
    );
  });

  it('follows inheritance and submodules', async () => {
    const loss = await lifted(
      `${TORCH}class Base(nn.Module):\n    def forward(self, x, y):\n        return self.scale(self.crit(x, y))\n    def scale(self, v):\n        return v\nclass DoubleLoss(Base):\n    def __init__(self):\n        super().__init__()\n        self.crit = nn.MSELoss(reduction='sum')\n    def scale(self, v):\n        return 2 * v\n    def forward(self, x, y):\n        return super().forward(x, y)\n`,
    );
    assert.equal(print(loss.body), 'multiply(2, sum(square(subtract(x, y))))');
  });

  it('keeps a factory and its closure apart', async () => {
    const loss = await lifted(
      `${TORCH}def make_loss(scale=2.0):\n    def inner(x, y):\n        return scale * (x - y).abs().mean()\n    return inner\n`,
    );
    assert.equal(loss.name, 'make_loss.inner');
    assert.equal(print(loss.body), 'multiply(scale, mean(abs(subtract(x, y))))');
  });

  it('runs a wrapping decorator of the file as what it is', async () => {
    const loss = await lifted(
      `${TORCH}import functools\ndef weighted(f):\n    @functools.wraps(f)\n    def wrapper(pred, target, weight=None, **kwargs):\n        return f(pred, target, **kwargs).mean()\n    return wrapper\n@weighted\ndef l1_loss(pred, target):\n    return (pred - target).abs()\n`,
    );
    assert.equal(print(loss.body), 'mean(abs(subtract(pred, target)))');
  });

  it('offers every value of an option and takes an override', async () => {
    const text = `${TORCH}def loss(x, y, reduction='mean'):\n    d = (x - y) ** 2\n    if reduction == 'mean':\n        return d.mean()\n    if reduction == 'sum':\n        return d.sum()\n    return d\n`;
    assert.deepEqual((await lifted(text)).options, [{ name: 'reduction', values: ['mean', 'sum', 'none'], analysed: 'mean' }]);
    assert.equal(print((await lifted(text, { parameters: { reduction: 'sum' } })).body), 'sum(power(subtract(x, y), 2))');
  });

  it('takes given shapes and says so', async () => {
    const loss = await lifted(`${TORCH}def loss(x, y):\n    return (x * y).sum()\n`, { shapes: { x: [5, 2], y: [2] } });
    assert.deepEqual(
      loss.parameters.map((p) => p.node?.shape),
      [[5, 2], [2]],
    );
    assert.equal(loss.shapesBecause, 'as given or annotated');
  });

  it('reads shapes from annotations', async () => {
    const loss = await lifted(
      `${TORCH}def loss(z: Float[torch.Tensor, "batch classes"], t: Int[torch.Tensor, "batch"]):\n    return F.cross_entropy(z, t)\n`,
    );
    assert.deepEqual(
      loss.parameters.map((p) => [p.node?.shape, p.node?.kind]),
      [
        [[2, 3], 'float'],
        [[2], 'int'],
      ],
    );
  });

  it('follows paths that build different lists', async () => {
    const loss = await lifted(
      `${TORCH}def loss(x, y):\n    kept = [a for a, b in zip(x, y) if b > 0]\n    return sum(kept) / max(len(kept), 1)\n`,
      {
        shapes: { x: [1], y: [1] },
      },
    );
    assert.equal(loss.status, 'full');
    assert.equal(loss.body?.op, 'select');
  });

  it('leaves a loop on data', async () => {
    const loss = await lifted(
      `${TORCH}def loss(x, y):\n    total = 0.0\n    for i in range(2):\n        if y[i] > 0:\n            continue\n        total = total + 2 * x[i]\n    return total\n`,
      {
        shapes: { x: [2], y: [2] },
      },
    );
    assert.equal(loss.status, 'full');
    assert.equal(loss.body?.op, 'select');
  });

  it('takes domains from assertions', async () => {
    const loss = await lifted(
      `${TORCH}def loss(p, y):\n    assert (p > 0).all() and p.max() <= 1\n    if (y < 0).any():\n        raise ValueError('y')\n    return (p * y).mean()\n`,
    );
    assert.deepEqual(
      loss.parameters.map((q) => [printDomain(q.domain), q.source]),
      [
        ['(0, 1]', 'code'],
        ['[0, inf)', 'code'],
      ],
    );
  });

  it('finds class indices by their use, with the classes as domain', async () => {
    const loss = await lifted(`${TORCH}def loss(z, t):\n    return -F.log_softmax(z, dim=1).gather(1, t.unsqueeze(1)).mean()\n`);
    const [z, t] = loss.parameters;
    assert.deepEqual([z?.expects, t?.role, t?.domain], ['logits', 'target', { kind: 'set', values: [0, 1, 2] }]);
    assert.equal(t?.node?.kind, 'int');
  });

  it('holds a selection by mask at its full size', async () => {
    const loss = await lifted(`${TORCH}def loss(x, y, mask):\n    m = mask > 0.5\n    return F.mse_loss(x[m], y[m])\n`);
    assert.equal(loss.status, 'full');
    assert.equal(loss.body?.op, 'divide');
  });

  it('names what it cannot read, and reads on around it', async () => {
    const loss = await lifted(`${TORCH}def loss(x, y):\n    w = torch.linalg.eigvals(y)\n    return (torch.log(x) * w).sum()\n`);
    assert.equal(loss.status, 'partial');
    assert.deepEqual(
      loss.missing.map(({ what }) => what),
      ['torch.linalg.eigvals'],
    );
    assert.equal(print(loss.body), 'sum(multiply(log(x), ?torch.linalg.eigvals(y)))');
  });

  it('counts a callable parameter as no gap', async () => {
    const loss = await lifted(`${TORCH}def loss(x, y, act):\n    return (act(x) - y).abs().mean()\n`);
    assert.deepEqual([loss.status, loss.parameters[2]?.role], ['full', 'callable']);
  });

  it('reads entries of a dict parameter as parameters', async () => {
    const loss = await lifted(`${TORCH}def loss(outputs, batch):\n    return ((outputs["logits"] - batch["target"]) ** 2).mean()\n`);
    assert.deepEqual(
      loss.parameters.map((p) => p.name),
      ['outputs["logits"]', 'batch["target"]'],
    );
  });

  it('asks for modules that it could follow, and follows them', async () => {
    const text = 'import torch\nfrom .guards import guard\ndef loss(x, y):\n    return (guard(x) * y).sum()\n';
    assert.deepEqual((await lift(text)).wanted, ['.guards', '.guards.guard']);
  });

  it('reads a loss in a training loop as an expression of its inputs', async () => {
    const { losses } = await lift(
      `${TORCH}for x, y in loader:\n    z = model(x)\n    p = torch.sigmoid(z)\n    loss = -(y * torch.log(p)).mean()\n    loss.backward()\n`,
    );
    assert.deepEqual(
      losses.map((loss) => [loss.name, loss.kind, print(loss.body)]),
      [['loss', 'expression', 'negative(mean(multiply(y, log(sigmoid(z)))))']],
    );
    assert.deepEqual(
      losses[0]?.parameters.map((p) => [p.name, p.role]),
      [
        ['y', 'target'],
        ['z', 'prediction'],
      ],
    );
  });

  it('keeps to its budget', async () => {
    const loss = await lifted(
      `${TORCH}def loss(x, y):\n    for i in range(180):\n        for j in range(180):\n            x = x + y\n    return x.sum()\n`,
      { steps: 2000 },
    );
    assert.equal(loss.status, 'none');
  });

  it('survives half-typed code', async () => {
    const whole = `${TORCH}class MyLoss(nn.Module):\n    def __init__(self, a=1.0):\n        super().__init__()\n        self.a = a\n    def forward(self, x, y):\n        d = {**{'k': x[..., None]}, 'l': [i for i in range(3) if i]}\n        return self.a * torch.where(x > y, x, d['k'].squeeze(-1)).mean()\n`;
    for (let end = TORCH.length; end < whole.length; end += 3) await lift(whole.slice(0, end));
    assert.equal((await lifted(whole)).status, 'full');
  });
});
