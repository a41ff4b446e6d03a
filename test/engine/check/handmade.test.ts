import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { checkSource } from '../../../src/engine/check/check';
import { DEFAULT_OPTIONS } from '../../../src/engine/check/options';
import type { FileReport, Finding } from '../../../src/engine/check/report';
import { testTools } from '../../support/tools';

const TORCH = 'import torch\nfrom torch.autograd import Function\n\n\n';
const JAX = 'import jax\nimport jax.numpy as jnp\nfrom functools import partial\n\n\n';
const TF = 'import tensorflow as tf\n\n\n';

async function reported(text: string): Promise<FileReport> {
  return checkSource({ path: 'own.py', language: 'python', text }, await testTools(), DEFAULT_OPTIONS).report;
}

async function wrong(text: string): Promise<Finding[]> {
  return (await reported(text)).findings.filter(({ code }) => code === 'gradient/handwritten-wrong');
}

/** An autograd function of torch that saves its input. */
function torchFunction(name: string, forward: string, backward: string): string {
  const head = `class ${name}(Function):\n    @staticmethod\n    def forward(ctx, x, t):\n        ctx.save_for_backward(x, t)\n`;
  return `${TORCH}${head}        return ${forward}\n\n    @staticmethod\n    def backward(ctx, g):\n        x, t = ctx.saved_tensors\n        return ${backward}\n`;
}

function customVjp(backward: string): string {
  const forward = '@jax.custom_vjp\ndef squares_loss(x, t):\n    return jnp.mean((x - t) ** 2)\n\n\n';
  const rules = `def fwd(x, t):\n    return squares_loss(x, t), (x, t)\n\n\ndef bwd(res, g):\n    x, t = res\n    return ${backward}, None\n\n\n`;
  return `${JAX}${forward}${rules}squares_loss.defvjp(fwd, bwd)\n`;
}

function customJvp(slope: string): string {
  const forward = '@jax.custom_jvp\ndef soft_loss(x):\n    return jnp.log(1.0 + jnp.exp(x))\n\n\n';
  return `${JAX}${forward}@soft_loss.defjvp\ndef rule(primals, tangents):\n    (x,) = primals\n    (d,) = tangents\n    return soft_loss(x), ${slope} * d\n`;
}

function customGradient(slope: string): string {
  return `${TF}@tf.custom_gradient\ndef soft_loss(x):\n    e = tf.exp(x)\n\n    def grad(upstream):\n        return upstream * (${slope})\n\n    return tf.math.log(1 + e), grad\n`;
}

describe('backward passes written by hand', function () {
  this.timeout(20000);

  it('are silent when they are the derivative, and the report says so', async () => {
    const right = [
      torchFunction('SquaresLoss', '((x - t) ** 2).mean()', 'g * 2 * (x - t) / x.numel(), None'),
      torchFunction('SquaresLoss', '(x - t) ** 2', 'g * 2 * (x - t), -2 * g * (x - t)'),
      customVjp('g * 2 * (x - t) / x.size'),
      customJvp('jax.nn.sigmoid(x)'),
      customGradient('1 - 1 / (1 + e)'),
    ];
    for (const text of right) {
      const { findings, losses } = await reported(text);
      assert.deepEqual(
        findings.filter(({ code }) => code.startsWith('gradient/')),
        [],
        text,
      );
      const flows = losses.flatMap(({ verdicts }) => Object.values(verdicts?.gradientFlow ?? {}));
      assert.ok(flows.some(({ evidence }) => evidence === 'the backward pass written by hand is the derivative of the forward'));
    }
  });

  it('are errors with inputs, both values, the factor and a program of the framework when they are not', async () => {
    const cases: readonly (readonly [string, number, number, string])[] = [
      [torchFunction('SquaresLoss', '((x - t) ** 2).mean()', 'g * 2 * (x - t), None'), 12, 4, 'torch.autograd.gradcheck'],
      [torchFunction('Squares', '((x - t) ** 2).sum()', 'g * (t - x), None'), 12, -0.5, 'Squares.apply(x, t)'],
      [customVjp('g * 2 * (x - t)'), 15, 4, 'check_grads'],
      [customJvp('(1 + 1 / (1 + jnp.exp(x)))'), 12, 0, 'soft_loss'],
      [customGradient('e / (1 + e) * 3'), 8, 3, 'tf.test.compute_gradient'],
    ];
    for (const [text, line, factor, program] of cases) {
      const [finding, ...more] = await wrong(text);
      assert.deepEqual(
        [finding?.range.start.line, finding?.severity, finding?.arguments['factor'], more],
        [line - 1, 'error', factor, []],
        text,
      );
      assert.ok(finding?.witness && finding.reproducer?.includes(program), text);
    }
  });

  it('belong to no loss where the function is none', async () => {
    const [finding] = await wrong(torchFunction('Squares', '((x - t) ** 2).sum()', 'g * (t - x), None'));
    assert.equal(finding?.loss, null);
  });

  it('are only told where they are meant to differ', async () => {
    const meant: readonly (readonly [string, string])[] = [
      [torchFunction('Hard', '(x > 0).float() + 0 * t', 'g, None'), 'handwritten-wrong.flat'],
      [torchFunction('Near', 'torch.round(x)', 'g, None'), 'handwritten-wrong.flat'],
      [torchFunction('Against', 'x.view_as(x)', '-g, None'), 'handwritten-wrong.identity'],
      [torchFunction('Calm', '0.5 * x ** 2', 'g * x.clamp(-0.5, 0.5), None'), 'handwritten-wrong.meant'],
    ];
    for (const [text, id] of meant) {
      const [finding] = await wrong(text);
      assert.deepEqual([finding?.messageId, finding?.severity], [id, 'information'], text);
    }
  });

  it('must multiply by the gradient they are handed', async () => {
    const [finding] = await wrong(torchFunction('Squares', '((x - t) ** 2).sum()', '2 * (x - t), None'));
    assert.deepEqual([finding?.messageId, finding?.severity], ['handwritten-wrong.upstream', 'warning']);
  });

  it('read attributes of the context, contexts set up apart, several outputs and arguments without gradient', async () => {
    const apart =
      'class Apart(Function):\n    @staticmethod\n    def forward(x, k):\n        return torch.sin(x) * k, torch.cos(x)\n\n    @staticmethod\n' +
      '    def setup_context(ctx, inputs, output):\n        x, k = inputs\n        ctx.save_for_backward(x)\n        ctx.k = k\n\n    @staticmethod\n' +
      '    def backward(ctx, gs, gc):\n        (x,) = ctx.saved_tensors\n        return gs * torch.cos(x) * ctx.k SIGN gc * torch.sin(x), None\n';
    assert.deepEqual(await wrong(TORCH + apart.replace('SIGN', '-')), []);
    assert.equal((await wrong(TORCH + apart.replace('SIGN', '+'))).length, 1);
    const fixed = customVjp('g * 2 * (x - t) / x.size')
      .replace('@jax.custom_vjp', '@partial(jax.custom_vjp, nondiff_argnums=(1,))')
      .replace('def bwd(res, g)', 'def bwd(t, res, g)')
      .replace('x, t = res', 'x, _ = res')
      .replace(', None', ',');
    assert.deepEqual(await wrong(fixed), []);
  });

  it('rules of a derivative are no losses', async () => {
    const { losses } = await reported(
      customVjp('g * 2 * (x - t) / x.size').replaceAll('fwd', 'squares_loss_fwd').replaceAll('bwd', 'squares_loss_bwd'),
    );
    assert.deepEqual(
      losses.map(({ name }) => name),
      ['squares_loss'],
    );
  });
});
