import { strict as assert } from 'node:assert';
import { variablesOf, type Loss } from '../../../src/engine/ir/loss';
import { liftPython } from '../../../src/engine/lift/lift-python';
import { testParser } from '../../support/tools';

const parser = testParser();

async function losses(text: string): Promise<readonly Loss[]> {
  const parsed = (await parser).parse(text);
  const { losses: found } = liftPython(parsed.module, text);
  parsed.dispose();
  return found;
}

function summary(loss: Loss | undefined): unknown {
  return loss && { name: loss.name, status: loss.status, wrt: variablesOf(loss).map((p) => p.name) };
}

const BCE = '-(y * torch.log(p) + (1 - y) * torch.log(1 - p)).mean()';

describe('losses of what a model returns', () => {
  it('are read in what networks of libraries return, whole or in parts', async () => {
    const [loss] = await losses(
      'import torch\nimport torch.nn as nn\nfrom torchvision import models\nclass FeatureLoss(nn.Module):\n    def __init__(self):\n        super().__init__()\n        features = models.vgg16(pretrained=True).features\n        self.low = nn.Sequential(*list(features.children())[:4]).eval()\n        self.high = nn.Sequential()\n        for i in range(4, 9):\n            self.high.add_module(str(i), features[i])\n        for p in self.parameters():\n            p.requires_grad = False\n    def forward(self, x, y):\n        a, b = self.low(x * 2), self.low(y * 2)\n        return (a - b).abs().mean() + (self.high(a) - self.high(b)).abs().mean()\n',
    );
    assert.equal(loss?.status, 'full');
    assert.equal(loss?.parameters.find(({ name }) => name === 'x')?.role, 'other');
  });

  it('go through the features that an extractor gives', async () => {
    const found = await losses(
      'import torch\nimport torch.nn.functional as F\ndef features_loss(extract, x, y):\n    return sum([torch.mean((a - b) ** 2) for a, b in zip(extract(x), extract(y))])\n' +
        'class PartsLoss(torch.nn.Module):\n    def __init__(self, extractor, weights):\n        super().__init__()\n        self.extractor = extractor\n        self.weights = weights\n' +
        '    def forward(self, x, gt):\n        own, other = self.extractor(x), self.extractor(gt.detach())\n        loss = 0\n        for k in own.keys():\n            loss += F.l1_loss(own[k], other[k]) * self.weights[k]\n        return loss\n',
    );
    assert.deepEqual(
      found.map(({ name, status }) => [name, status]),
      [
        ['features_loss', 'full'],
        ['PartsLoss.forward', 'full'],
      ],
    );
  });

  it('are read in what the model returns, not in what it is given', async () => {
    const [loss] = await losses(`import torch\n\ndef loss_fn(model, x, y):\n    p = torch.sigmoid(model(x))\n    return ${BCE}\n`);
    assert.deepEqual(summary(loss), { name: 'loss_fn', status: 'full', wrt: ['model(x)'] });
    assert.deepEqual(
      loss?.parameters.map((p) => p.role),
      ['callable', 'other', 'target', 'prediction'],
    );
  });

  it('keep two calls of a model apart', async () => {
    const [loss] = await losses('import torch\n\ndef consistency_loss(net, x):\n    return ((net(x) - net(x)) ** 2).mean()\n');
    assert.deepEqual(summary(loss), { name: 'consistency_loss', status: 'full', wrt: ['net(x)', 'net(x)#2'] });
  });

  it('take a batch apart by the names that its parts are given', async () => {
    const text =
      'import jax\nimport jax.numpy as jnp\n\ndef loss_fn(params, apply_fn, batch):\n    x, y = batch\n    logits = apply_fn(params, x)\n' +
      '    return -jnp.mean(jnp.sum(y * jax.nn.log_softmax(logits), axis=-1))\n';
    const [loss] = await losses(text);
    assert.deepEqual(summary(loss), { name: 'loss_fn', status: 'full', wrt: ['apply_fn(params, batch[0])'] });
    assert.equal(loss?.parameters.find((p) => p.name === 'batch[1]')?.role, 'target');
  });

  it('are found where a nested function is differentiated but not returned', async () => {
    const text =
      'import jax\nimport jax.numpy as jnp\n\ndef step(state, x, y):\n    def loss_fn(params):\n        z = state.apply_fn(params, x)\n' +
      '        return jnp.mean((z - y) ** 2)\n    return jax.value_and_grad(loss_fn)(state.params)\n';
    const [loss] = await losses(text);
    assert.deepEqual(summary(loss), { name: 'step.loss_fn', status: 'full', wrt: ['state.apply_fn(params, x)'] });
    assert.equal(loss?.parameters.find((p) => p.name === 'y')?.role, 'target');
  });

  it('are found in training loops and training steps', async () => {
    const loop = `import torch\n\ndef train(model, loader):\n    for x, y in loader:\n        p = torch.sigmoid(model(x))\n        loss = ${BCE}\n        loss.backward()\n`;
    const step = `import torch\n\nclass Lit:\n    def training_step(self, batch, index):\n        x, y = batch\n        p = torch.sigmoid(self.model(x))\n        loss = ${BCE}\n        return loss\n`;
    const [[inLoop], [inStep]] = [await losses(loop), await losses(step)];
    assert.deepEqual(summary(inLoop), { name: 'loss', status: 'full', wrt: ['model(x)'] });
    assert.deepEqual(summary(inStep), { name: 'loss', status: 'full', wrt: ['self.model(batch[0])'] });
  });
});

describe('models that a loss spells out', () => {
  const cases: readonly (readonly [string, string, readonly string[], string])[] = [
    ['ridge_loss(w, X, y)', 'jnp.sum((X @ w - y) ** 2) + 0.1 * jnp.sum(w ** 2)', ['w'], 'X'],
    ['svm_loss(w, b, X, y)', 'jnp.maximum(0, 1 - y * (X.dot(w) + b)).sum()', ['w', 'b'], 'X'],
    ['line_loss(params, x, y)', "jnp.mean((jnp.dot(x, params['w']) + params['b'] - y) ** 2)", ['params["w"]', 'params["b"]'], 'x'],
  ];
  for (const [head, result, wrt, data] of cases)
    it(`are judged in their parameters: ${head}`, async () => {
      const [loss] = await losses(`import jax\nimport jax.numpy as jnp\n\ndef ${head}:\n    return ${result}\n`);
      assert.deepEqual(loss && variablesOf(loss).map((p) => p.name), wrt);
      assert.equal(loss?.parameters.find((p) => p.name === data)?.role, 'other');
    });

  it('have layers whose parameters are unpacked from one', async () => {
    const text =
      'import jax\nimport jax.numpy as jnp\n\ndef net_loss(params, x, y):\n    a, b, c, d = params\n    return jnp.mean((jax.nn.relu(x @ a + b) @ c + d - y) ** 2)\n';
    const [loss] = await losses(text);
    assert.deepEqual(loss && variablesOf(loss).map((p) => p.name), ['params[0]', 'params[1]', 'params[2]', 'params[3]']);
  });
});

describe('functions that a training loop differentiates', () => {
  const defined =
    'import torch\n\ndef ranked(a, b):\n    return torch.relu(1 - a * b).mean()\n\ndef accuracy(a, b):\n    return (a.argmax(-1) == b).float().mean()\n\nclass Fit(torch.nn.Module):\n    def forward(self, a, b):\n        return (a - b).abs().mean()\n\n';
  const loop =
    'def run(model, data):\n    fit = Fit()\n    for x, y in data:\n        out = model(x)\n        total = ranked(out, y) + 0.1 * fit(out, y)\n        seen = accuracy(out, y)\n        total.backward()\n';

  it('are losses, whatever they are called; what is only watched is none', async () => {
    assert.deepEqual(
      (await losses(defined + loop)).map(({ name }) => name),
      ['ranked', 'Fit.forward'],
    );
  });

  it('are told by the function in which the value is differentiated', async () => {
    const elsewhere = 'def go(model):\n    total = ranked(model, 1)\n    return total\n\ndef other(total):\n    total.backward()\n';
    assert.deepEqual(await losses(defined + elsewhere), []);
  });
});

describe('a clamp whose bounds are parameters', () => {
  for (const bounds of ['eps, 1 - eps', 'eps, 1.0', 'min=eps, max=1 - eps'])
    it(`says that a probability is meant: ${bounds}`, async () => {
      const text = `import torch\n\ndef clipped_loss(x, y, eps=1e-7):\n    return -(y * torch.clamp(x, ${bounds}).log()).mean()\n`;
      const x = (await losses(text))[0]?.parameters.find((p) => p.name === 'x');
      assert.deepEqual([x?.expects, x?.source], ['probabilities', 'code']);
    });
});

describe('the sign of a margin', () => {
  for (const loss of [
    'jnp.log1p(jnp.exp(-y * f))',
    'jnp.log(1 + jnp.exp(-(y * f)))',
    'jax.nn.softplus(-f * y)',
    '-jax.nn.log_sigmoid(y * f)',
  ])
    it(`is told by ${loss}`, async () => {
      const [read] = await losses(`import jax\nimport jax.numpy as jnp\n\ndef margin_loss(f, y):\n    return jnp.mean(${loss})\n`);
      assert.deepEqual(read?.parameters.find((p) => p.name === 'y')?.domain, { kind: 'set', values: [-1, 1] });
    });
});

describe('a probability', () => {
  for (const chosen of ['torch.where(y == 1, x, 1 - x)', 'x * y + (1 - x) * (1 - y)'])
    it(`is told by ${chosen}`, async () => {
      const [loss] = await losses(
        `import torch\n\ndef focal_loss(x, y):\n    pt = ${chosen}\n    return -((1 - pt) ** 2 * pt.log()).mean()\n`,
      );
      assert.equal(loss?.parameters.find((p) => p.name === 'x')?.expects, 'probabilities');
    });

  it('is told by its logarithm and that of 1 minus it, each where a mask selects', async () => {
    const [loss] = await losses(
      'import torch\n\ndef peaks_loss(preds, gt):\n    total = 0\n    for pred in preds:\n        hit, miss = pred[gt.eq(1)], pred[gt.lt(1)]\n        total = total - hit.log().sum() - (1 - miss).log().sum()\n    return total\n',
    );
    assert.equal(loss?.parameters.find((p) => p.name === 'preds')?.expects, 'probabilities');
  });

  it('is not told by a target beside its complement', async () => {
    const [loss] = await losses('import torch\n\ndef mixed_loss(x, y):\n    return torch.where(x > 0, y * x, (1 - y) * x).mean()\n');
    assert.equal(loss?.parameters.find((p) => p.name === 'x')?.expects, null);
  });
});

describe('a likelihood of counts', () => {
  it('tells its mean from the count, whatever they are called', async () => {
    const [loss] = await losses('import torch\n\ndef count_loss(rate, k):\n    return (rate - k * torch.log(rate)).mean()\n');
    assert.deepEqual(
      loss?.parameters.map(({ name, role }) => [name, role]),
      [
        ['rate', 'prediction'],
        ['k', 'target'],
      ],
    );
  });
});

describe('two parameters that are called targets', () => {
  it('are told apart by the logarithm that the other weighs', async () => {
    const [loss] = await losses(
      'import numpy as np\n\ndef entropy_error_loss(y, t):\n    return -np.sum(t * np.log(y + 1e-7)) / y.shape[0]\n',
    );
    assert.deepEqual(
      loss?.parameters.map(({ name, role }) => [name, role]),
      [
        ['y', 'prediction'],
        ['t', 'target'],
      ],
    );
  });
});
