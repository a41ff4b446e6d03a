import assert from 'node:assert/strict';
import { lift, lifted } from './lifted';

const TORCH = 'import torch\nimport torch.nn.functional as F\nfrom elsewhere import strange\n';

/** Losses that are not read wholly: what stops them, and what stands around it. */
const GAPS: readonly (readonly [name: string, source: string, why: RegExp])[] = [
  [
    'a helper that raises under all shapes',
    'def pick(kind):\n    if kind == "a":\n        return 1.0\n    raise ValueError(kind)\ndef scaled_loss(x, y):\n    return pick("b") * (x - y).pow(2).mean()\n',
    /raises: raise ValueError/,
  ],
  [
    'an entry that no dict has',
    'def entry_loss(x, y):\n    scale = {"other": 2.0}["scale"]\n    return ((x - y).abs() * scale).mean()\n',
    /no entry scale/,
  ],
  [
    'an assertion that no sizes meet',
    'def odd_loss(x, y):\n    assert x.shape[0] % 2 == 2\n    return (x - y).abs().mean()\n',
    /does not hold/,
  ],
  [
    'what the loss itself refuses under all shapes',
    'def refused_loss(x, y):\n    if x.shape[0] % 2 != 2:\n        raise ValueError("a batch of another size")\n    return (x - y).abs().mean()\n',
    /does not hold/,
  ],
  [
    'a tensor added to in another shape',
    'def wide_loss(x, y):\n    total = torch.zeros(3)\n    total += torch.ones(2, 3)\n    return (x + total - y).abs().mean()\n',
    /is not the shape of what it is written into/,
  ],
  [
    'a tensor filled with several numbers',
    'def filled_loss(x, y):\n    target = torch.zeros(3)\n    target.fill_(torch.ones(3))\n    return (x - target).abs().mean() + y.sum()\n',
    /filled with one number/,
  ],
  ['a function of another package', 'def strange_loss(x, y):\n    return strange(x * 2, y)\n', /not modelled/],
];

describe('what is not read is a gap of a loss and not its end', () => {
  for (const [name, source, why] of GAPS)
    it(name, async () => {
      const loss = await lifted(TORCH + source);
      assert.equal(loss.status, 'partial');
      assert.match(loss.missing.map((one) => one.why).join('\n'), why);
    });

  it('what returns no number is no loss unless its author says so', async () => {
    const named = 'def kind_of_loss(x):\n    return "squared" if x.ndim > 1 else "absolute"\n';
    assert.deepEqual((await lift(`${TORCH}${named}`)).losses, []);
    assert.equal((await lift(`${TORCH}# losswright: loss\n${named}`)).losses[0]?.status, 'none');
  });

  it('a selection that is never whole is not taken for whole', async () => {
    const never = await lifted(
      `${TORCH}def never_loss(x, y):\n    same = y[:, None] == y[None, :]\n    return torch.cdist(x, x)[same & ~same].relu()\n`,
    );
    assert.equal(never.status, 'none');
    const some = await lifted(`${TORCH}def some_loss(x, y):\n    return (x - y)[x != 0].abs()\n`);
    assert.deepEqual([some.status, some.demands?.length], ['full', 1]);
  });

  it('a string of several that an annotation lists is an option', async () => {
    const loss = await lifted(
      `${TORCH}from typing import Literal\ndef modal_loss(x, y, mode: Literal["l1", "squared"]):\n    if mode == "squared":\n        return ((x - y) ** 2).mean()\n    if mode == "l1":\n        return (x - y).abs().mean()\n    raise ValueError(mode)\n`,
    );
    assert.equal(loss.status, 'full');
    assert.equal(loss.options[0]?.analysed, 'l1');
  });

  it('a copy of a model is called as the model is', async () => {
    const loss = await lifted(
      `${TORCH}import copy\nclass PairLoss(torch.nn.Module):\n    def __init__(self, model):\n        super().__init__()\n        self.first, self.second = model, copy.deepcopy(model)\n    def forward(self, x, y):\n        return (self.first(x) - self.second(y)).pow(2).mean()\n`,
    );
    assert.equal(loss.status, 'full');
  });

  it('an object of the caller has a length that only its class knows, and methods whatever their names', async () => {
    const loss = await lifted(
      `${TORCH}def edge_loss(meshes, length=0.0):\n    if meshes.is_empty():\n        return torch.zeros(1, device=meshes.device)\n    return ((meshes.num_edges() - length) ** 2).sum() / len(meshes)\n`,
    );
    assert.equal(loss.status, 'full');
    assert.deepEqual(loss.parameters.find(({ name }) => name === 'len(meshes)')?.node?.shape, []);
    assert.equal(loss.parameters.find(({ name }) => name === 'meshes')?.node, null);
  });

  it('what only subclasses answer is no loss', async () => {
    const open = 'class Loss:\n    def loss(self, x, y):\n        return NotImplementedError()\n';
    assert.deepEqual((await lift(`import numpy as np\n${open}`)).losses, []);
  });

  it('an element type that a parameter has is one of floats', async () => {
    const loss = await lifted(
      'import tensorflow as tf\ndef typed_loss(x, prior):\n    return tf.reduce_sum(tf.cast(x, prior.dtype) ** 2)\n',
    );
    assert.equal(loss.status, 'full');
  });

  it('what has the name of a method and is computed with is an attribute of an object', async () => {
    const loss = await lifted('import tensorflow as tf\ndef value_loss(q, r):\n    return tf.reduce_mean(tf.square(r - 0.9 * q.values))\n');
    assert.equal(loss.status, 'full');
    assert.ok(loss.parameters.some(({ name }) => name === 'q.values'));
    const made = await lifted(
      'import tensorflow as tf\ndef kept_loss(q, r):\n    kept = tf.convert_to_tensor(q.values)\n    return tf.reduce_mean(tf.square(r - kept))\n',
    );
    assert.equal(made.status, 'full');
  });

  it('what a caller puts into the keywords of a loss is a parameter', async () => {
    const loss = await lifted(
      `${TORCH}def entry_loss(x, y, **kwargs):\n    scale = kwargs["scale"]\n    return ((x - y).abs() * scale).mean()\n`,
    );
    assert.equal(loss.status, 'full');
    assert.ok(loss.parameters.some(({ name }) => name === 'kwargs["scale"]'));
  });

  it('a list is as long as the code wants it', async () => {
    const loss = await lifted(
      `${TORCH}from typing import List\ndef list_loss(preds: List[torch.Tensor], y):\n    return (preds[0] - y).abs().mean() + (preds[3] - y).abs().mean()\n`,
    );
    assert.equal(loss.status, 'full');
  });

  it('a loss that a factory returns is read with inputs of its own', async () => {
    const loss = await lifted(`${TORCH}def make_loss(k=2.0):\n    return lambda y, p: (k * (y - p) ** 2).mean()\n`);
    assert.equal(loss.status, 'full');
    assert.deepEqual(
      loss.parameters.map(({ name }) => name),
      ['k', 'y', 'p'],
    );
  });

  it('what was not read decides a branch either way', async () => {
    const loss = await lifted(
      `${TORCH}def either_loss(x, y):\n    if strange(3):\n        return (x - y).abs().mean()\n    return (x - y).pow(2).mean()\n`,
    );
    assert.equal(loss.status, 'partial');
    assert.equal(loss.body?.op, 'select');
  });

  it('a loss that only raises is not read', async () => {
    const loss = await lifted(`${TORCH}def abstract_loss(x, y):\n    raise NotImplementedError\n    return x\n`);
    assert.equal(loss.status, 'none');
  });

  it('a gap is told once', async () => {
    const loss = await lifted(
      `${TORCH}def twice_loss(x, y):\n    total = 0\n    for one in (x, y):\n        total = total + strange(one).mean()\n    return total\n`,
    );
    assert.equal(loss.missing.length, 1);
  });
});
