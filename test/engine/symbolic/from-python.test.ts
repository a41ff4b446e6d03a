import assert from 'node:assert/strict';
import { liftPython } from '../../../src/engine/lift/lift-python';
import { formulaOf, gradientsOf } from '../../../src/engine/symbolic/formulas';
import type { PythonParser } from '../../../src/engine/syntax/python/parser';
import { testParser } from '../../support/tools';

describe('symbolic formulas of Python', () => {
  let parser: PythonParser;
  before(async () => {
    parser = await testParser();
  });

  const print = (body: string, parameters = 'y_pred, y_true') => {
    const text = `import torch\nimport torch.nn.functional as F\n\ndef some_loss(${parameters}):\n${body.replace(/^/gm, '    ')}\n`;
    const [loss] = liftPython(parser.parse(text).module, text).losses;
    assert.equal(loss?.status, 'full', JSON.stringify(loss?.missing));
    return { formula: formulaOf(loss)?.latex, gradient: Object.values(gradientsOf(loss))[0]?.latex };
  };

  it('print a sum over the number of elements as a mean, however that is counted', () => {
    for (const count of ['y_pred.shape[0]', 'len(y_pred)', 'y_pred.size(0)', 'y_pred.numel()']) {
      const { formula, gradient } = print(`return ((y_pred - y_true) ** 2).sum() / ${count}`);
      assert.equal(formula, '\\frac{1}{n} \\sum_i (\\hat{y}_i - y_{\\mathrm{true},i})^2', count);
      assert.equal(gradient, '\\frac{2}{n} (\\hat{y}_i - y_{\\mathrm{true},i})', count);
    }
    assert.match(print('return ((y_pred - y_true) ** 2).sum() / 4').formula ?? '', /^\\frac\{1\}\{4\}/);
  });

  it('print cross-entropy of class indices without the label to ignore', () => {
    const { formula, gradient } = print('return F.cross_entropy(z, t)', 'z, t');
    assert.equal(formula, '-\\frac{1}{n} \\sum_i \\log \\operatorname{softmax}(z_i)_{t_i}');
    assert.equal(gradient, '\\frac{1}{n} \\left(\\operatorname{softmax}(z_i)_j - \\mathbf{1}\\left[t_i = j\\right]\\right)');
  });

  it('leave reshapes and kept dimensions out', () => {
    const { formula } = print('d = (y_pred - y_true).view(y_pred.size(0), -1)\nreturn (d ** 2).sum(dim=1, keepdim=True).mean()');
    assert.match(formula ?? '', /^\\frac\{1\}\{n\} \\sum_i(?: \\sum_j)? \(\\hat\{y\}/);
  });

  it('print words apart from each other', () => {
    assert.equal(
      print('return strength * weights.abs().sum()', 'weights, strength=0.1').gradient,
      '\\mathrm{strength} \\, \\operatorname{sign}(\\mathrm{weights}_i)',
    );
    assert.equal(
      print('return strength * (weights ** 2).sum() / 2', 'weights, strength=0.1').gradient,
      '\\mathrm{strength} \\, \\mathrm{weights}_i',
    );
  });
});
