import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { checkSource } from '../../../src/engine/check/check';
import { DEFAULT_OPTIONS } from '../../../src/engine/check/options';
import { testTools } from '../../support/tools';
import { judge } from './judge';

const LOSS = 'def half_loss(y_true, y_pred):\n    return 0.5 * np.sum((y_true - y_pred) ** 2)\n';

/** Codes of what is found in a NumPy file about derivatives written by hand. */
async function found(...definitions: readonly string[]): Promise<string[]> {
  const { findings } = await judge(`import numpy as np\n\n\n${definitions.join('\n\n')}`);
  return findings.filter(({ code }) => code === 'gradient/handwritten-wrong').map(({ line }) => String(line));
}

describe('derivatives written by hand', () => {
  it('are silent when they are right, whatever they are called', async () => {
    for (const name of ['half_loss_grad', 'half_gradient', 'grad_half_loss', 'half_loss_derivative', 'half_loss_prime'])
      assert.deepEqual(await found(LOSS, `def ${name}(y_true, y_pred):\n    return y_pred - y_true\n`), [], name);
  });

  it('are told when the sign or a factor is wrong', async () => {
    assert.deepEqual(await found(LOSS, 'def half_loss_grad(y_true, y_pred):\n    return y_true - y_pred\n'), ['8']);
    assert.deepEqual(await found(LOSS, 'def half_loss_grad(y_true, y_pred):\n    return 2 * (y_pred - y_true)\n'), ['8']);
  });

  it('are compared under the targets that make them right', async () => {
    const softmax = 'def softmax(z):\n    e = np.exp(z - z.max(axis=1, keepdims=True))\n    return e / e.sum(axis=1, keepdims=True)\n';
    const loss = 'def cross_entropy_loss(z, t):\n    return -np.sum(t * np.log(softmax(z))) / z.shape[0]\n';
    assert.deepEqual(await found(softmax, loss, 'def cross_entropy_grad(z, t):\n    return (softmax(z) - t) / z.shape[0]\n'), []);
  });

  it('are found in classes too', async () => {
    const method = (sign: string): string =>
      `class MAELoss:\n    def loss(self, y, pred):\n        return np.sum(np.abs(pred - y))\n\n    def gradient(self, y, pred):\n        return ${sign}\n`;
    assert.deepEqual(await found(method('np.sign(pred - y)')), []);
    assert.deepEqual(await found(method('np.sign(y - pred)')), ['8']);
  });

  const functionOf = (forward: string, backward: string): string =>
    `import torch\n\nclass Made(torch.autograd.Function):\n    @staticmethod\n    def forward(ctx, x):\n${forward}\n\n    @staticmethod\n    def backward(ctx, given):\n${backward}\n`;
  const body = (...lines: readonly string[]): string => lines.map((line) => `        ${line}`).join('\n');

  const graveIn = async (text: string): Promise<string[]> => {
    const { report } = checkSource({ path: 'made.py', language: 'python', text }, await testTools(), {
      ...DEFAULT_OPTIONS,
      minSeverity: 'warning',
    });
    return report.findings.map(({ code }) => code);
  };

  it('may write in place what they were handed', async () => {
    const forward = body('s = torch.sigmoid(x)', 'ctx.slope = s * (1 + x * (1 - s))', 'return x * s');
    assert.deepEqual(await graveIn(functionOf(forward, body('slope = ctx.slope', 'slope *= given', 'return slope'))), []);
    assert.deepEqual(await graveIn(functionOf(forward, body('slope = ctx.slope', 'slope *= 2 * given', 'return slope'))), [
      'gradient/handwritten-wrong',
    ]);
  });

  it('are not judged by what only the backward pass reads', async () => {
    const pass = [
      'import jax',
      '@jax.custom_vjp',
      'def permuted(u, order, inverse):',
      '    return u[order]',
      'def permuted_fwd(u, order, inverse):',
      '    return u[order], (inverse,)',
      'def permuted_bwd(kept, given):',
      '    (inverse,) = kept',
      '    return given[inverse], None, None',
      'permuted.defvjp(permuted_fwd, permuted_bwd)',
    ].join('\n');
    assert.deepEqual(await graveIn(pass), []);
    assert.deepEqual(await graveIn(pass.replace('given[inverse]', '2 * given')), ['gradient/handwritten-wrong']);
  });

  it('are compared with a forward pass that writes in place', async () => {
    const forward = body('q = x.clone()', 'q[:, 0] = 0', 'q = q.exp().sub_(1).mul_(x)', 'ctx.save_for_backward(x)', 'return q.sum()');
    const backward = (slope: string): string => body('x, = ctx.saved_tensors', `g = ${slope}`, 'g[:, 0] = 0', 'return g * given');
    assert.deepEqual(await graveIn(functionOf(forward, backward('x.exp() * (1 + x) - 1'))), []);
    assert.deepEqual(await graveIn(functionOf(forward, backward('x.exp() * x - 1'))), ['gradient/handwritten-wrong']);
  });

  it('may go through bounds that hold the forward pass, which an epsilon sets', async () => {
    const pass = (slope: string): string =>
      [
        'import torch',
        'class SafeTanh(torch.autograd.Function):',
        '    @staticmethod',
        '    def forward(ctx, x, eps):',
        '        y = x.tanh().clamp(eps - 1, 1 - eps)',
        '        ctx.save_for_backward(y)',
        '        return y',
        '    @staticmethod',
        '    def backward(ctx, given):',
        '        y, = ctx.saved_tensors',
        `        return ${slope}, None`,
      ].join('\n');
    assert.deepEqual(await graveIn(pass('given * (1 - y**2)')), []);
    assert.deepEqual(await graveIn(pass('given * (1 - y)')), ['gradient/handwritten-wrong']);
  });

  it('name the input whose gradient leaves out what is handed in', async () => {
    const { python, recogniser, packages } = await testTools();
    const text = [
      'import torch',
      'class CentreLoss(torch.autograd.Function):',
      '    @staticmethod',
      '    def forward(ctx, x, centre):',
      '        ctx.save_for_backward(x, centre)',
      '        return ((x - centre) ** 2).sum() / 2',
      '    @staticmethod',
      '    def backward(ctx, given):',
      '        x, centre = ctx.saved_tensors',
      '        return given * (x - centre), centre - x',
    ].join('\n');
    const { report } = checkSource({ path: 'centre.py', language: 'python', text }, { python, recogniser, packages }, DEFAULT_OPTIONS);
    const told = report.findings.filter(({ code }) => code === 'gradient/handwritten-wrong');
    assert.deepEqual(
      told.map(({ messageId, arguments: slots }) => [messageId, slots.by]),
      [['handwritten-wrong.upstream', 'centre']],
    );
  });
});
