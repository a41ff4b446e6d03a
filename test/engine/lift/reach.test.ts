import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { checkSource } from '../../../src/engine/check/check';
import { evaluate } from '../../../src/engine/check/evaluate';
import { DEFAULT_OPTIONS } from '../../../src/engine/check/options';
import { assertClose } from '../../support/close';
import { testTools } from '../../support/tools';
import { lift, lifted, parsed } from './lifted';

const FILES = [
  'torch/reach.py',
  'torch/sized.py',
  'torch/matched.py',
  'torch/chosen.py',
  'torch/older.py',
  'torch/further.py',
  'torch/functions.py',
  'jax/reach.py',
  'jax/programs.py',
  'jax/generators.py',
  'tensorflow/reach.py',
  'numpy/told.py',
  'jax/told.py',
  'tensorflow/told.py',
  'jax/networks.py',
  'tensorflow/networks.py',
];

describe('losses at the edge of what is read', () => {
  FILES.forEach((path) => {
    it(`reads ${path} wholly, as it is`, async () => {
      const { losses } = await lift(readFileSync(`test/fixtures/losses/${path}`, 'utf8'), { path, packages: (await testTools()).packages });
      const gaps = losses.flatMap((loss) => loss.missing.map(({ what, why }) => `${loss.name}: ${what}: ${why}`));
      assert.deepEqual(gaps, []);
    });
  });

  it('analyses a loss of selected elements without an internal error', async () => {
    const text =
      'import torch\ndef chosen_loss(x, y, weight):\n    chosen = y > 0\n    return (torch.exp(x[chosen]) * weight[chosen]).sum() / chosen.sum()\n';
    const { problem } = checkSource({ path: 'chosen.py', language: 'python', text }, await testTools(), DEFAULT_OPTIONS);
    assert.equal(problem, null);
  });

  it('goes through the levels of a pyramid with multi_apply, and compares versions', async () => {
    const loss = await lifted(
      'import torch\nimport torch.nn as nn\nfrom mmdet.models.utils import multi_apply\nfrom mmcv import digit_version\nclass LevelsLoss(nn.Module):\n    def one(self, x, y, scale):\n        return (x - y).abs().mean() * scale, (x - y).pow(2).mean()\n    def forward(self, x, y):\n        if digit_version(torch.__version__) < digit_version("1.6.0"):\n            return x.mean()\n        near, far = multi_apply(self.one, [x, x * 2], [y, y], scale=0.5)\n        return sum(near) + sum(far)\n',
      { packages: (await testTools()).packages },
    );
    assert.equal(loss.status, 'full');
  });

  it('reads the softmax focal loss of mmcv with the slope of what it computes', async () => {
    const source =
      'import torch\nimport torch.nn.functional as F\nfrom mmcv.ops import softmax_focal_loss\ndef library_loss(x, y):\n    return softmax_focal_loss(x, y, 2.0, 0.25, None, "mean")\ndef own_loss(x, y):\n    p = F.softmax(x, dim=1).gather(1, y.unsqueeze(1)).squeeze(1)\n    return (-0.25 * (1 - p) ** 2.0 * torch.log(p)).mean()\n';
    const tools = await testTools();
    const inputs = {
      x: [
        [0.3, -1, 2],
        [1, 0.2, -0.4],
      ],
      y: [2, 1],
    };
    const [library, own] = ['library_loss', 'own_loss'].map((name) =>
      evaluate({ path: 'a.py', language: 'python', text: source }, name, { inputs, wrt: ['x'] }, tools, {
        ...DEFAULT_OPTIONS,
        formats: ['float64'],
      }),
    );
    assert.ok(library && own && !('problem' in library) && !('problem' in own));
    assertClose(library.value, own.value, 1e-6, 'value');
    assertClose(library.gradients['x'], own.gradients['x'], 1e-6, 'gradient');
  });

  it('leaves the derivative of a function whose parts are known unread', async () => {
    const loss = await lifted(
      'import jax\nimport jax.numpy as jnp\ndef slope_loss(x, y):\n    return jnp.sum(jax.grad(lambda z: jnp.sum(z ** 3))(x) - y)\n',
    );
    assert.equal(loss.status, 'partial');
    assert.match(loss.missing[0]?.why ?? '', /derivative inside a loss/);
  });

  it('takes sizes below zero for sizes that do not fit', async () => {
    const loss = await lifted(
      'import torch\ndef queued_loss(x):\n    n = (x.shape[0] - 64) // 2\n    return (x.sum() * torch.ones(n, 3)).mean()\n',
    );
    assert.match(loss.missing[0]?.why ?? '', /a tensor of shape \(-\d+, 3\)/);
  });

  it('joins what has fewer axes than the one it is joined along', async () => {
    const loss = await lifted('import torch\ndef joined_loss(a, b):\n    return torch.cat([a.mean(), b.sum(0)], dim=1).mean()\n');
    assert.notEqual(loss.status, 'full');
  });

  it('refuses positions among chosen elements that are used among all', async () => {
    const head = 'import torch\ndef sorted_loss(x, y):\n    best, order = torch.sort(x[y > 0], descending=True)\n';
    for (const use of ['(best * y[order]).sum()', '(best * order).sum()']) {
      const { status } = await lifted(`${head}    return ${use}\n`);
      assert.equal(status, 'partial', use);
    }
  });

  it('refuses the backward of many outputs', async () => {
    const loss = await lifted(
      'import torch\nclass Twice(torch.autograd.Function):\n    @staticmethod\n    def forward(ctx, x):\n        return x * 2\n    @staticmethod\n    def backward(ctx, g):\n        return g * 2\ndef twice_loss(x):\n    n, c, h, w = x.shape\n    return Twice.apply(x).sum()\n',
    );
    assert.equal(loss.status, 'partial');
    assert.match(loss.missing[0]?.why ?? '', /backward of Twice for 120 outputs/);
  });

  it('refuses a backward that is not linear in the gradient that comes in', async () => {
    const head = 'import jax\nimport jax.numpy as jnp\n\n@jax.custom_gradient\ndef held(x):\n    return x, lambda g: ';
    for (const pull of ['jnp.clip(g, -0.5, 0.5)', 'jnp.sign(g)', 'g * g', 'jnp.where(g > 0, g, 0.0)', 'g / jnp.linalg.norm(g)']) {
      const loss = await lifted(`${head}${pull}\n\ndef held_loss(x):\n    return jnp.sum(held(x) ** 2)\n`);
      assert.match(loss.missing[0]?.why ?? '', /not linear in the gradient/, pull);
    }
  });

  it('leaves what is set under a condition of the program unread', async () => {
    const head =
      'import sys\nimport jax.numpy as jnp\nclass Settings:\n    scale = 1.0\nsettings = Settings()\nif len(sys.argv) > 1:\n    settings.scale = 2.0\n';
    const loss = await lifted(`${head}def scaled_loss(x):\n    return jnp.sum(x) * settings.scale\n`);
    assert.match(loss.missing[0]?.why ?? '', /set under a condition/);
  });

  it('takes no setting of an attribute for the definition of a name', async () => {
    const loss = await lifted(
      'import jax.numpy as jnp\nclass Net:\n    pass\nnet = Net()\nnet.scale = 3.0\nnet.names = {}\nnet.names["x"] = 1\ndef scaled_loss(x):\n    return jnp.sum(x) * net.scale\n',
    );
    assert.equal(loss.status, 'full');
  });

  it('refuses generators of which it is not known what they give', async () => {
    const bodies = [
      '    n = 0\n    while True:\n        yield n\n        n += 1\n',
      '    if x.sum() > 0:\n        yield 1.0\n    yield 2.0\n',
    ];
    for (const body of bodies) {
      const loss = await lifted(
        `import jax.numpy as jnp\ndef given(x):\n${body}def given_loss(x):\n    return jnp.sum(x) * sum(given(x))\n`,
      );
      assert.equal(loss.status, 'partial', body);
    }
  });

  it('refuses what is written into a parameter that was copied', async () => {
    const loss = await lifted(
      'import jax.numpy as jnp\ndef copied_loss(batch):\n    new = batch.copy()\n    new["x"] = batch["x"] * 2\n    return jnp.sum(batch["x"] * new["x"])\n',
    );
    assert.notEqual(loss.status, 'full');
  });

  it('takes a parameter for an object of the class that a guard asks for, and no other condition for decided', async () => {
    const head = 'import jax.numpy as jnp\nclass Pair:\n    pass\ndef pair_loss(x):\n';
    const asked = await lifted(
      `${head}    if not isinstance(x, Pair):\n        raise ValueError("a pair")\n    return jnp.sum(x.first * x.second)\n`,
    );
    assert.equal(asked.status, 'full');
    const guarded = await lifted(`${head}    if jnp.sum(x) < 0:\n        raise ValueError("negative")\n    return jnp.sum(x)\n`);
    assert.equal(guarded.status, 'full');
  });

  it('runs what stands in a scope that an unread base opens', async () => {
    const loss = await lifted(
      'import tensorflow as tf\nimport sonnet as snt\nclass ScaledLoss(snt.AbstractModule):\n    def __init__(self):\n        with self._enter_variable_scope():\n            self._scale = 2.0\n    def loss(self, x, y):\n        return tf.reduce_mean(self._scale * (x - y) ** 2)\n',
    );
    assert.equal(loss.status, 'full');
  });

  it('reads the function that a decorator puts into an object', async () => {
    for (const decorator of ['@hk.transform', '@other.wrapped']) {
      const loss = await lifted(
        `import haiku as hk\nimport other\nimport jax.numpy as jnp\n${decorator}\ndef gap_loss(x, y):\n    return jnp.mean((x - y) ** 2)\n`,
      );
      assert.equal(loss.status, 'full', decorator);
    }
  });

  it('finds what a module takes whole from a library', async () => {
    const module = await parsed('if True:\n    from keras_core.ops import *\nelse:\n    from keras.ops import *\n');
    const modules = (dotted: string) => (dotted === 'own.ops' ? { module, path: 'own/ops.py' } : undefined);
    const loss = await lifted('from own import ops\ndef gap_loss(x, y):\n    return ops.mean(ops.square(x - y))\n', { modules });
    assert.equal(loss.status, 'full');
  });

  it('looks through modules that import one another whole', async () => {
    const texts: Readonly<Record<string, string>> = {
      'own.first': 'from own.second import *\nfrom own.third import *\n',
      'own.second': 'from own.first import *\n',
      'own.third': 'def gap(x, y):\n    return (x - y) ** 2\n',
    };
    const parts = await Promise.all(Object.entries(texts).map(async ([dotted, text]) => [dotted, await parsed(text)] as const));
    const known = new Map(parts);
    const modules = (dotted: string) => {
      const module = known.get(dotted);
      return module && { module, path: `${dotted.replace('.', '/')}.py` };
    };
    for (const name of ['first', 'second']) {
      const loss = await lifted(`from own.${name} import *\ndef gap_loss(x, y):\n    return abs(missing(x)) + gap(x, y).mean()\n`, {
        modules,
      });
      assert.deepEqual(
        loss.missing.map(({ what }) => what),
        ['missing'],
        name,
      );
      assert.equal(
        (await lifted(`from own.${name} import *\ndef gap_loss(x, y):\n    return gap(x, y).mean()\n`, { modules })).status,
        'full',
        name,
      );
    }
  });

  it('takes the last parts of a batch for what their names say', async () => {
    const loss = await lifted(
      'import torch\ndef batch_loss(inputs, predictions):\n    (mel_targets, pitch_targets, energy_targets) = inputs[6:]\n    mels, pitches, energies = predictions\n    return (mels - mel_targets).abs().mean() + (pitches - pitch_targets).pow(2).mean() + torch.relu(energies - energy_targets).sum()\n',
    );
    assert.equal(loss.status, 'full');
    assert.deepEqual(
      loss.parameters.map(({ name }) => name).filter((name) => name.startsWith('inputs')),
      ['inputs[6]', 'inputs[7]', 'inputs[8]'],
    );
  });

  it('takes trainable tensors in a dict for inputs of the loss, each the same one wherever it is used', async () => {
    const source =
      'import torch\nimport torch.nn as nn\nclass SpreadLoss(nn.Module):\n    def __init__(self):\n        super().__init__()\n        self.spreads = nn.ParameterDict({"near": nn.Parameter(torch.zeros(1)), "far": nn.Parameter(torch.ones(1))})\n    def forward(self, x, y):\n        near, far = self.spreads["near"], self.spreads["far"]\n        return (torch.exp(-near) * (x - y) ** 2 + far * (x - y).abs() + near).sum()\n';
    const inputs = { x: [1, 3], y: [0, 1], 'self.parameter': [0.5], 'self.parameter#2': [2] };
    const request = { inputs, parameters: {}, wrt: ['self.parameter', 'self.parameter#2'] };
    const result = evaluate({ path: 'spread.py', language: 'python', text: source }, 'SpreadLoss.forward', request, await testTools(), {
      ...DEFAULT_OPTIONS,
      formats: ['float64'],
    });
    assert.ok(!('problem' in result), 'problem' in result ? result.problem : '');
    assertClose(result.value, 5 * Math.exp(-0.5) + 7, 1e-12, 'value');
    assertClose(result.gradients['self.parameter'], [2 - 5 * Math.exp(-0.5)], 1e-12, 'gradient of one');
    assertClose(result.gradients['self.parameter#2'], [3], 1e-12, 'gradient of the other');
  });

  it('takes what another method sets, and weights of which there are none, for given', async () => {
    const loss = await lifted(
      'import torch\nimport torch.nn as nn\nclass AreaLoss(nn.Module):\n    def __init__(self, weights=[]):\n        super().__init__()\n        self.weights = torch.tensor(weights)\n        self.area = None\n    def setup(self, trainer):\n        self.area = torch.tensor(trainer.area)\n    def forward(self, prediction, target):\n        gap = ((prediction - target) ** 2 * self.area).sum(dim=(0, 1, 2, 4, 5))\n        return (gap * self.weights).sum() / self.area.sum()\n',
    );
    assert.equal(loss.status, 'full');
    assert.ok(loss.parameters.some(({ name }) => name === 'self.area'));
    assert.ok(loss.parameters.some(({ name }) => name === 'weights'));
  });

  it('does not take images that windows leave nothing of', async () => {
    const loss = await lifted(
      'import torch\nimport torch.nn as nn\nimport torch.nn.functional as F\ndef neighbours_loss(scores, labels):\n    b, h, w = labels.shape\n    small = F.max_pool2d(torch.softmax(scores, 1), kernel_size=3, stride=3, padding=1)\n    wide = small.shape[3] - 2\n    rows = torch.stack([small[:, :, :, i : i + wide].flatten(2) for i in range(3)], 2)\n    rows = rows - rows.mean(dim=3, keepdim=True)\n    return torch.logdet(torch.matmul(rows, rows.transpose(2, 3)) + torch.eye(3)).mean() + F.cross_entropy(scores, labels)\n',
    );
    assert.equal(loss.status, 'full');
    assert.match(loss.shapesBecause, /large enough for the windows/);
  });

  it('takes a tensor that is annotated with no elements for a single number', async () => {
    const loss = await lifted(
      'import torch\nfrom jaxtyping import Float\nfrom torch import Tensor\ndef depth_loss(x: Float[Tensor, "n 1"], y: Float[Tensor, "n 1"], sigma: Float[Tensor, "0"]):\n    return torch.mean((x - y) ** 2 / sigma)\n',
    );
    assert.equal(loss.status, 'full');
  });
});
