import assert from 'node:assert/strict';
import { mayHoldLosses } from '../../../src/engine/lift/losses/may-hold';
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
  [
    'what returns nothing but a loss of its own',
    'def roughness(maps):\n    loss = 0\n    for one in maps:\n        loss = loss + (one ** 2).mean()\n    return loss\ndef scaled(x, loss):\n    loss = loss * x.mean()\n    return loss\ndef ascend(x, optimizer):\n    loss = -(x ** 2).mean()\n    optimizer.step()\n    return loss\n',
    ['roughness'],
  ],
  [
    'a function of which the first words say so',
    'def smoothness(x):\n    """Computes the smoothness loss of a field."""\n    return (x[1:] - x[:-1]).abs().mean()\ndef balance(x):\n    """Computes the weights for the box loss."""\n    return x / x.sum()\ndef balance2(x):\n    """Computes the loss weights."""\n    return x / x.sum()\n',
    ['smoothness'],
  ],
  [
    'a class of whose call the first words say so',
    'class SIG(nn.Module):\n    def forward(self, x):\n        """Compute the SIG loss for a batch."""\n        return self.whole((x - 1) ** 2)\n    def whole(self, x):\n        return x.mean()\nclass Features(nn.Module):\n    def forward(self, x):\n        """Compute the features for a perceptual loss."""\n        return x * 2\n',
    ['SIG.forward'],
  ],
  [
    'a method that gets a loss and is not given one',
    'class Head(nn.Module):\n    def forward(self, x):\n        return x * 2\n    def get_cls_loss(self, x, y):\n        return F.cross_entropy(x, y).mean()\n    def get_scaled_loss(self, loss):\n        return loss * self.scale\n',
    ['Head.get_cls_loss'],
  ],
  [
    'methods that are called losses, whoever calls them, and what they hand on to',
    'class Trainer:\n    def step(self, x, y):\n        return self._ratio_loss(x, y) + self.loss(x)\n    def _ratio_loss(self, x, y):\n        return (x / y).mean()\n    def loss(self, x):\n        return self.scaled(super().loss(x))\n    def grad_penalty(self, x):\n        return (x.norm() - 1) ** 2\n    def loss_weights(self, x):\n        return x * 2\n    def update_loss(self, loss):\n        return loss * 2\n',
    ['Trainer._ratio_loss', 'Trainer.loss', 'Trainer.grad_penalty'],
  ],
  [
    'a method that returns what it calls a loss, and no model that does',
    'class Near:\n    def get_values(self, x, y):\n        loss = (x - y) ** 2\n        return loss\n    def forward(self, x, y):\n        loss = self.get_values(x, y) * 2\n        return loss\n',
    ['Near.get_values'],
  ],
  [
    'what a training step differentiates that a factory makes',
    'def make_step(net):\n    def loss_fn(w, x):\n        return (net(w, x) ** 2).mean()\n    def step(w, x):\n        return jax.value_and_grad(loss_fn)(w, x)\n    return step\n',
    ['make_step.loss_fn'],
  ],
  [
    'what is registered as a loss, or listed as one',
    '@LOSSES.register_module()\nclass Closeness(nn.Module):\n    def forward(self, x, y):\n        return (x - y).abs().mean()\n@BLOCKS.register_module()\nclass Block(nn.Module):\n    def forward(self, x, y):\n        return (x - y).abs().mean()\n@register_loss("near")\ndef near(x, y):\n    return (x - y).abs().mean()\ndef squares(x, y):\n    return ((x - y) ** 2).mean()\ndef halves(x, y):\n    return (x - y) / 2\nLOSS_FUNCTIONS = {"squares": squares, "l1": nn.L1Loss}\nHELPERS = {"halves": halves}\n',
    ['Closeness.forward', 'near', 'squares'],
  ],
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
  [
    'what training differentiates inside a function',
    'def update(state, x, y):\n    def value_loss_fn(params):\n        return ((state.apply_fn(params, x) - y) ** 2).mean()\n    return state.apply_gradient(value_loss_fn)\n',
    ['update.value_loss_fn'],
  ],
  [
    'the losses among the functions that a factory returns',
    'def make_losses(scale):\n    def train_loss(y, p):\n        return (scale * (y - p)).abs().mean()\n    def predict(p):\n        return p * scale\n    return train_loss, predict\n',
    ['make_losses.train_loss'],
  ],
  [
    'the loss that the functions of a factory train with',
    'def make_steps(net, tx):\n    def loss(w, x, y):\n        return ((net(w, x) - y) ** 2).mean()\n    def step(w, x, y):\n        return jax.grad(loss)(w, x, y)\n    def check(w, x):\n        return net(w, x)\n    return step, check\n',
    ['make_steps.loss'],
  ],
  [
    'a method whose loss is an object of the library that is called at once',
    'class RankLoss:\n    def _impl_of_loss(self, y, p):\n        return tf.keras.losses.Huber(delta=2.0)(y, p)\n',
    ['RankLoss._impl_of_loss'],
  ],
  [
    'no decorator',
    'def with_losses(func):\n    @functools.wraps(func)\n    def wrapper(*args, **kwargs):\n        kwargs["losses"] = LOSSES\n        return func(*args, **kwargs)\n    return wrapper\n',
    [],
  ],
  ['no answer of yes or no', 'def apply_loss(key, names):\n    return len(names) == 0 or any([key == name for name in names])\n', []],
  ['no text that helps', 'def help_losses(fmt):\n    return tabulate(sorted(LOSSES), headers=["Name"], fmt=fmt)\n', []],
  ['no function that is made of another', 'def get_loss(name, s):\n    return functools.partial(LOSSES[name], scale=s * 2)\n', []],
  [
    'no function that is the derivative of another',
    'def loss_and_slope(f, s):\n    scale = s * 2\n    return jax.value_and_grad(f(scale))\n',
    [],
  ],
  ['no text that is put together', 'def get_loss_name(a, b):\n    return "loss_" + a\n', []],
];

describe('losses are recognised', () => {
  for (const [what, source, names] of FOUND)
    it(what, async () => {
      const { losses } = await lift(TORCH + source);
      if (names.length > 0) assert.ok(mayHoldLosses(source));
      assert.deepEqual(
        losses.map(({ name }) => name),
        names,
      );
    });

  it('sees at a glance that a file holds none', () => {
    assert.equal(mayHoldLosses('import os\ndef main(path):\n    raise ValueError(os.path.join(path, "x"))\n'), false);
    assert.equal(mayHoldLosses('class Terms(nn.Module):\n    pass\n', 'project/losses/terms.py'), true);
    assert.equal(mayHoldLosses('optimiser.minimize(f, x)\n'), true);
  });

  it('knows a class in a file of losses by what it returns, and takes no layer beside it for one', async () => {
    const text = `import torch
import torch.nn as nn

class Anchors(nn.Module):
    def forward(self, x, t):
        loss = torch.log(1 + torch.exp(x - t)).sum()
        return loss

class Wrapped(nn.Module):
    def __init__(self, criterion):
        super().__init__()
        self.criterion = criterion

    def forward(self, x, t):
        return self.criterion(x, t)

class Swish(nn.Module):
    def forward(self, x):
        return x * torch.sigmoid(x)

class Scored(nn.Module):
    def forward(self, x, t):
        loss = (x - t).abs().mean()
        return x, loss
`;
    const names = async (path: string): Promise<string[]> => (await lift(text, { path })).losses.map(({ name }) => name);
    assert.deepEqual(await names('project/losses.py'), ['Anchors.forward', 'Wrapped.forward']);
    assert.deepEqual(await names('project/layers.py'), []);
  });

  it('takes what judges models for no loss by a weak name alone', async () => {
    const text =
      'def mean_iou(x, y):\n    return (x * y).sum() / (x + y - x * y).sum()\ndef iou_loss(x, y):\n    return 1 - (x * y).sum()\n';
    const names = async (path: string): Promise<string[]> => (await lift(TORCH + text, { path })).losses.map(({ name }) => name);
    assert.deepEqual(await names('project/evaluation/overlap.py'), ['iou_loss']);
    assert.deepEqual(await names('project/utils/eval_metrics.py'), ['iou_loss']);
    assert.deepEqual(await names('project/pair_losses/metrics.py'), ['iou_loss']);
    assert.deepEqual(await names('project/utils/overlap.py'), ['mean_iou', 'iou_loss']);
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

  it('takes a class in a file of losses for one where its call is given a prediction and a target', async () => {
    const text = `import torch.nn as nn

class BothTerms(nn.Module):
    def forward(self, pred, labels):
        return self.first(pred, labels) + self.second(pred, labels)

class TopAccuracy(nn.Module):
    def forward(self, pred, labels):
        return (pred.argmax(1) == labels).float().mean()

class Blend(nn.Module):
    def forward(self, left, right):
        return left + right
`;
    const names = async (path: string): Promise<string[]> => (await lift(text, { path })).losses.map(({ name }) => name);
    assert.deepEqual(await names('project/losses.py'), ['BothTerms.forward']);
    assert.deepEqual(await names('project/layers.py'), []);
  });

  it('reads a class that is called an error and is no exception', async () => {
    const text = (base: string): string => `import torch.nn as nn

class MeanAbsoluteError(${base}):
    def forward(self, pred, labels):
        return (pred - labels).abs().mean()

class SumLoss(nn.Module):
    def __init__(self):
        super().__init__()
        self.part = MeanAbsoluteError()

    def forward(self, pred, labels):
        return 2 * self.part(pred, labels)
`;
    const status = async (base: string): Promise<string | undefined> =>
      (await lift(text(base))).losses.find(({ name }) => name === 'SumLoss.forward')?.status;
    assert.equal(await status('nn.Module'), 'full');
    assert.notEqual(await status('ValueError'), 'full');
  });
});
