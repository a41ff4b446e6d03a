import assert from 'node:assert/strict';
import { reproducer, type Failure } from '../../../src/engine/write/reproducer';
import { lossIn } from './lifted';

const failure = (inputs: Failure['inputs'], value: Failure['value'], gradients: Failure['gradients'] = {}, dtype = 'float32'): Failure => ({
  inputs,
  dtype,
  value,
  gradients,
});

describe('reproducers', () => {
  it('import a function and assert what fails, in torch', async () => {
    const loss = await lossIn('import torch\n\n\ndef log_loss(p, y, eps=0.5):\n    return -(y * torch.log(p + eps)).mean()\n');
    const text = reproducer(loss, failure({ p: [0, 1], y: [1, 0], eps: 0.5 }, 'inf', { p: ['nan', 0] }), 'losses');
    assert.equal(
      text,
      [
        'import torch',
        'from losses import log_loss',
        '',
        'p = torch.tensor([0, 1], dtype=torch.float32, requires_grad=True)',
        'y = torch.tensor([1, 0], dtype=torch.float32)',
        'value = log_loss(p=p, y=y)',
        "print('value', value)",
        'value.sum().backward()',
        "print('gradient of p', p.grad)",
        'assert torch.isfinite(value).all()',
        '',
      ].join('\n'),
    );
  });

  it('say the option that was analysed where it has no default', async () => {
    const loss = await lossIn(
      "import torch\n\n\ndef any_loss(p, how):\n    if how == 'log':\n        return -torch.log(p).mean()\n    return (1 - p).mean()\n",
    );
    const text = reproducer(loss, failure({ p: [0] }, 'inf', { p: ['nan'] }), 'losses') ?? '';
    assert.match(text, /any_loss\(p=p, how="log"\)/);
  });

  it('take the loss out of what is returned', async () => {
    for (const [returned, part] of [
      ['loss, p', '[0]'],
      ["{'kl': p, 'loss': loss}", '["loss"]'],
    ] as const) {
      const loss = await lossIn(`import torch\n\n\ndef any_loss(p):\n    loss = -torch.log(p).mean()\n    return ${returned}\n`);
      const text = reproducer(loss, failure({ p: [0] }, 'inf', { p: ['nan'] }), 'losses') ?? '';
      assert.ok(text.includes(`value = any_loss(p=p)${part}\n`), text);
    }
  });

  it('make up an object that has the attributes', async () => {
    const loss = await lossIn('import torch\n\n\ndef kl_loss(a, b):\n    return ((a.loc - b.loc) / b.scale).exp().mean()\n');
    const text = reproducer(loss, failure({ 'a.loc': [100], 'b.loc': [0], 'b.scale': [0.5] }, 'inf', { 'a.loc': ['inf'] }), 'losses') ?? '';
    assert.match(text, /from types import SimpleNamespace\n/);
    assert.match(text, /kl_loss\(a=SimpleNamespace\(loc=a_loc\), b=SimpleNamespace\(loc=b_loc, scale=b_scale\)\)/);
  });

  it('give what stands for the rest of the arguments in its place', async () => {
    const body = "    log_var = args[1]\n    return (args[0].square() * log_var.exp()).mean() * kwargs['scale']\n";
    const loss = await lossIn(`import torch\n\n\ndef any_loss(*args, **kwargs):\n${body}`);
    const given = { 'args[0]': [0], 'args[1]': [100], 'kwargs["scale"]': 1 };
    const text = reproducer(loss, failure(given, 'nan', { 'args[0]': ['nan'] }), 'losses') ?? '';
    assert.match(text, /value = any_loss\(args_0, args_1, scale=kwargs_scale\)/);
  });

  it('give a module of torch a parameter where it may have one', async () => {
    const made = '    def __init__(self):\n        super().__init__()\n        self.weight = torch.nn.Parameter(torch.randn(2, 3))\n';
    const body = '    def forward(self, x):\n        return torch.sqrt(((x - self.weight) ** 2).sum(-1)).mean()\n';
    const loss = await lossIn(`import torch\n\n\nclass CenterLoss(torch.nn.Module):\n${made}\n${body}`);
    const given = { x: [[0, 0, 0]], 'self.weight': [[0, 0, 0]] };
    const text = reproducer(loss, failure(given, 0, { x: [['nan', 'nan', 'nan']] }), 'losses') ?? '';
    assert.match(text, /loss\.weight = torch\.nn\.Parameter\(self_weight\)/);
  });

  it('give None for what the signature asks for and the value does not depend on', async () => {
    const loss = await lossIn('import torch\n\n\ndef sure_loss(p, extra, more_kwargs):\n    return -torch.log(p).mean()\n');
    const text = reproducer(loss, failure({ p: [0] }, 'inf', { p: ['nan'] }), 'losses') ?? '';
    assert.match(text, /sure_loss\(p=p, extra=None, more_kwargs=\{\}\)/);
  });

  it('assert on the gradient where the value is finite', async () => {
    const loss = await lossIn('import jax.numpy as jnp\n\n\ndef root_loss(x):\n    return jnp.sqrt(jnp.sum(x ** 2))\n');
    const text = reproducer(loss, failure({ x: [0, 0] }, 0, { x: ['nan', 'nan'] }, 'float64'), 'losses') ?? '';
    assert.ok(text.includes("jax.config.update('jax_enable_x64', True)"));
    assert.ok(text.includes('jax.value_and_grad(lambda x: jnp.sum(root_loss(x=x)), argnums=(0,))(x)'));
    assert.ok(text.trimEnd().endsWith('assert jnp.isfinite(gradients[0]).all()'));
  });

  it('assert that a gradient is not all zero', async () => {
    const loss = await lossIn('import tensorflow as tf\n\n\ndef flat_loss(x):\n    return tf.reduce_mean(tf.sigmoid(x))\n');
    const text = reproducer(loss, failure({ x: [500, 500] }, 1, { x: [0, 0] }), 'losses') ?? '';
    assert.ok(text.includes('x = tf.Variable(tf.constant([500, 500], dtype=tf.float32))'));
    assert.ok(text.trimEnd().endsWith('assert bool(tf.reduce_any(gradients[0] != 0))'));
  });

  it('construct a class and call it', async () => {
    const source =
      'import torch\nfrom torch import nn\n\n\nclass ScaledLoss(nn.Module):\n    def __init__(self, scale=1.0):\n        super().__init__()\n        self.scale = scale\n\n    def forward(self, x, t):\n        return torch.log(self.scale * x - t).mean()\n';
    const text = reproducer(await lossIn(source), failure({ x: [1], t: [0], scale: 0 }, '-inf'), 'losses') ?? '';
    assert.ok(text.includes('from losses import ScaledLoss\n'));
    assert.ok(text.includes('loss = ScaledLoss(scale=scale)\nvalue = loss(x=x, t=t)\n'));
  });

  it('give arguments of a constructor what their annotations ask for', async () => {
    const source =
      'import torch\nfrom torch import nn\n\n\nclass SizedLoss(nn.Module):\n    def __init__(self, in_features: int, rate: float, names: list, units: list = None):\n        super().__init__()\n        self.layer = nn.Linear(in_features, 4)\n\n    def forward(self, x):\n        return torch.log(x).mean()\n';
    const text = reproducer(await lossIn(source), failure({ x: [0] }, '-inf'), 'losses') ?? '';
    assert.ok(/SizedLoss\(in_features=\d+, rate=0.5, names=\[\], units=None\)/.test(text), text);
  });

  it('pack entries of a batch', async () => {
    const loss = await lossIn('import torch\n\n\ndef batch_loss(batch):\n    return -torch.log(batch["p"]).mean()\n');
    const text = reproducer(loss, failure({ 'batch["p"]': [0] }, 'inf', { 'batch["p"]': ['-inf'] }), 'losses') ?? '';
    assert.ok(
      text.includes('batch_p = torch.tensor([0], dtype=torch.float32, requires_grad=True)\nvalue = batch_loss(batch={"p": batch_p})\n'),
      text,
    );
  });

  it('build dicts within dicts', async () => {
    const loss = await lossIn(
      'import torch\n\n\ndef deep_loss(outputs):\n    return -(torch.log(outputs["head"]["p"]) * outputs["head"]["w"]).mean()\n',
    );
    const given = { 'outputs["head"]["p"]': [0], 'outputs["head"]["w"]': [1] };
    const text = reproducer(loss, failure(given, 'inf', { 'outputs["head"]["p"]': ['-inf'] }), 'losses') ?? '';
    assert.ok(text.includes('deep_loss(outputs={"head": {"p": outputs_head_p, "w": outputs_head_w}})'), text);
  });

  it('name what a function that is handed in returns', async () => {
    const loss = await lossIn('import torch\n\n\ndef told_loss(x, prior):\n    return (prior(x) * torch.log(x)).mean()\n');
    const text = reproducer(loss, failure({ x: [0], prior: [1] }, '-inf', { x: ['inf'] }), 'losses') ?? '';
    assert.ok(text.includes('prior = torch.tensor([1]') && text.includes('prior=lambda *_, **__: prior'), text);
  });

  it('are none where the program could not use an input', async () => {
    const loss = await lossIn('import torch\n\n\ndef cut_loss(x):\n    return torch.log(x).mean()\n');
    assert.equal(reproducer(loss, failure({ x: [0], 'grad(image)': [1] }, '-inf'), 'losses'), null);
  });

  it('write a nested function out', async () => {
    const loss = await lossIn(
      'import numpy as np\n\n\ndef make():\n    def inner_loss(p):\n        return -np.log(p).mean()\n    return inner_loss\n',
      'make.inner_loss',
    );
    const text = reproducer(loss, failure({ p: [0] }, 'inf', {}, 'float64'), 'losses') ?? '';
    assert.ok(text.includes('value = -np.mean(np.log(p))\n'), text);
    assert.ok(!text.includes('from losses'));
  });

  it('write the numbers of the function around a nested one out', async () => {
    const loss = await lossIn(
      'import torch\n\n\ndef make(alpha=0.25):\n    def inner_loss(p):\n        return alpha * torch.log(p)\n    return inner_loss\n',
      'make.inner_loss',
    );
    const text = reproducer(loss, failure({ p: 0, alpha: 0.25 }, '-inf'), 'losses') ?? '';
    assert.ok(text.includes('value = 0.25 * torch.log(p)\n'), text);
  });

  it('keep large uniform inputs short', async () => {
    const loss = await lossIn('import torch\n\n\ndef sum_loss(x):\n    return x.sum()\n');
    const text = reproducer(loss, failure({ x: { full: [70000], value: 1 } }, 'inf', {}, 'float16'), 'losses') ?? '';
    assert.ok(text.includes('x = torch.full((70000,), 1, dtype=torch.float16)\n'));
  });

  it('put a function that returns the failing values in place of a model', async () => {
    const loss = await lossIn(
      'import torch\n\n\ndef call_loss(net, batch):\n    x, y = batch\n    return (y * torch.log(net(x))).mean()\n',
    );
    const text = reproducer(loss, failure({ 'net(batch[0])': [0], 'batch[1]': [1] }, '-inf'), 'losses') ?? '';
    assert.ok(text.includes('value = call_loss(batch=(None, batch_1), net=lambda *_, **__: net_batch_0)\n'), text);
  });

  it('make an object with such a function', async () => {
    const loss = await lossIn(
      'import torch\nfrom torch import nn\n\n\nclass CallLoss(nn.Module):\n    def __init__(self, target):\n        super().__init__()\n        self.target = target\n\n    def forward(self, p):\n        return (self.target(p) * torch.log(p)).mean()\n',
    );
    const text = reproducer(loss, failure({ p: [0], target: [0.5] }, '-inf'), 'losses') ?? '';
    assert.ok(text.includes('loss = CallLoss(target=lambda *_, **__: target)\nvalue = loss(p=p)\n'), text);
  });

  it('are none for another callable', async () => {
    const loss = await lossIn('import torch\n\n\ndef call_loss(distance, x):\n    return torch.log(distance(x)).mean()\n');
    assert.equal(reproducer(loss, failure({ x: [0] }, '-inf'), 'losses'), null);
  });

  it('write a long loss out in parts, with its draws', async () => {
    const term = '(a - torch.sigmoid(b * a) / (a + torch.exp(b)) + torch.tanh(a * b) * torch.sqrt(a + 1))';
    const loss = await lossIn(
      `import torch\n\n\ndef make():\n    def inner_loss(a):\n        b = torch.randn(3)\n        c = ${term}\n        d = c * c / (c + b) - torch.log(c)\n        return (d * torch.exp(-d) + d / (c + a) + c * d).mean()\n    return inner_loss\n`,
      'make.inner_loss',
    );
    const text = reproducer(loss, failure({ a: [0, 0, 0], normal: [0, 0, 0] }, 'nan'), 'losses') ?? '';
    assert.match(text, /part1 = /);
    assert.ok(text.split('\n').length <= 20 && text.split('\n').every((line) => line.length < 420), text);
  });

  it('are written out where the module does not have the name', async () => {
    const loss = await lossIn('import torch\n\n\ndef log_loss(p):\n    return torch.log(p).mean()\n');
    const text = reproducer(loss, failure({ p: [0] }, '-inf'), 'losses', { isImportable: () => false }) ?? '';
    assert.ok(text.includes('value = torch.mean(torch.log(p))\n'), text);
  });

  it('fill large tensors of whole numbers and truths with such', async () => {
    const body = 'def picked_loss(p, at):\n    return -torch.log(p.gather(1, at[:, None])).mean()\n';
    const loss = await lossIn(`import torch\n\n\n${body}`);
    const large = { p: { full: [300, 2], value: 0 }, at: { full: [300], value: 1 } };
    const text = reproducer(loss, failure(large, 'inf', { p: ['nan'] }), 'losses') ?? '';
    assert.ok(text.includes('at = torch.full((300,), 1, dtype=torch.int64)\n'), text);
    assert.ok(text.includes('p = torch.full((300, 2), 0, dtype=torch.float32, requires_grad=True)\n'), text);
  });
});
