import assert from 'node:assert/strict';
import { liftPython } from '../../../src/engine/lift/lift-python';
import { definitionOf } from '../../../src/engine/symbolic/definition';
import { formulaOf, gradientsOf } from '../../../src/engine/symbolic/formulas';
import type { PythonParser } from '../../../src/engine/syntax/python/parser';
import { testParser } from '../../support/tools';

describe('symbolic formulas of ops that take whole tensors', () => {
  let parser: PythonParser;
  before(async () => {
    parser = await testParser();
  });

  const lossOf = (body: string, parameters: string, imports = 'import torch\nimport torch.nn.functional as F') => {
    const text = `${imports}\n\ndef some_loss(${parameters}):\n${body.replace(/^/gm, '    ')}\n`;
    const [loss] = liftPython(parser.parse(text).module, text).losses;
    assert.equal(loss?.status, 'full', JSON.stringify(loss?.missing));
    return loss;
  };
  const textOf = (...given: Parameters<typeof lossOf>) => formulaOf(lossOf(...given))?.text;

  it('name the op, its operand without subscripts, and the place', () => {
    const loss = lossOf('return F.relu(1 - x).flatten().topk(2).values.mean()', 'x');
    assert.equal(formulaOf(loss)?.latex, '\\frac{1}{2} \\sum_{i \\le 2} \\operatorname{sort}^{\\downarrow}(\\max(0, 1 - x))_i');
    assert.deepEqual(gradientsOf(loss), {});
    assert.equal(textOf('return (x.cumsum(0) - y.cumsum(0)).pow(2).mean()', 'x, y'), 'mean((cumsum(x)[i] - cumsum(y)[i])^2)');
  });

  it('keep the gradient by what such an op does not touch', () => {
    const loss = lossOf('return (x * torch.sort(w).values).sum()', 'x, w');
    assert.equal(gradientsOf(loss)['x']?.text, 'sort(w)[i]');
    assert.equal(gradientsOf(loss)['w'], undefined);
  });

  it('name a function that is handed in', () => {
    assert.equal(textOf('return distance(x, y).mean()', 'distance, x, y'), 'mean(distance(x, y)[i])');
  });

  it('say how far a sum over a part of an axis runs', () => {
    const loss = lossOf('return (x[:3] - y[:3]).pow(2).mean()', 'x, y');
    assert.equal(formulaOf(loss)?.latex, '\\frac{1}{3} \\sum_{i \\le 3} (x_i - y_i)^2');
    assert.equal(formulaOf(loss)?.text, 'mean((x[1:3] - y[1:3])^2)');
    assert.equal(definitionOf(loss), null);
    assert.equal(textOf('return (x[1:] - x[:-1]).pow(2).sum()', 'x'), 'sum((x[i + 1] - x[i])^2)');
  });

  it('see one-hot targets however they are written', () => {
    const body = 'h = torch.zeros_like(z).scatter_(1, t.unsqueeze(1), 1.0)\nreturn -(h * F.log_softmax(z, 1)).sum(1).mean()';
    assert.equal(formulaOf(lossOf(body, 'z, t'))?.latex, '-\\frac{1}{n} \\sum_i \\log \\operatorname{softmax}(z_i)_{t_i}');
  });

  it('gather rows that a map or a loop writes out', () => {
    const jax = 'import jax\nimport jax.numpy as jnp';
    assert.equal(
      textOf('return jnp.mean(jax.vmap(lambda a, b: jnp.max(jnp.abs(a - b), axis=0))(x, y))', 'x, y', jax),
      'mean(max(abs(x - y), 2, false))',
    );
    assert.equal(
      textOf('total = 0.0\nfor i in range(4):\n    total = total + (x[i] - y[i]).abs().max()\nreturn total / 4', 'x, y'),
      'sum(abs(x - y)) / 4',
    );
  });

  it('print nothing twice where the same condition is asked again', () => {
    const body = 'd = (x - y).abs()\nsmall = torch.where(d < 1, d ** 2, d)\nreturn torch.where(d >= 1, 2 * small, small).sum()';
    assert.equal(textOf(body, 'x, y'), 'sum(where(abs(x - y) >= 1, 2 * abs(x - y), (x - y)^2))');
  });
});
