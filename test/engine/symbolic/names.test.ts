import assert from 'node:assert/strict';
import { latexName, plainName, spellings } from '../../../src/engine/symbolic/names';

describe('symbolic names', () => {
  it('keeps what the author wrote, typeset', () => {
    const cases: Record<string, string> = {
      y: 'y',
      y_hat: '\\hat{y}',
      yhat: '\\hat{y}',
      y_pred: '\\hat{y}',
      p_hat: '\\hat{p}',
      ŷ: '\\hat{y}',
      y_true: 'y_{\\mathrm{true}}',
      alpha: '\\alpha',
      lambda_reg: '\\lambda_{\\mathrm{reg}}',
      sigma_x: '\\sigma_x',
      log_sigma: '\\mathrm{log\\_sigma}',
      x1: 'x_1',
      x_12: 'x_{12}',
      logits: '\\mathrm{logits}',
      eps: '\\varepsilon',
      'self.alpha': '\\alpha',
      'batch["mask"]': '\\mathrm{mask}',
      'self.pos_weight': '\\mathrm{pos\\_weight}',
      β: 'β',
    };
    for (const [name, expected] of Object.entries(cases)) assert.equal(latexName(name), expected, name);
  });

  it('adds indices to subscripts', () => {
    assert.equal(latexName('y', ['i']), 'y_i');
    assert.equal(latexName('y', ['i', 'j']), 'y_{ij}');
    assert.equal(latexName('y_true', ['i']), 'y_{\\mathrm{true},i}');
    assert.equal(latexName('y_hat', ['i']), '\\hat{y}_i');
  });

  it('makes every path a name', () => {
    for (const [name, expected] of [
      ['self.alpha', 'alpha'],
      ["batch['a b']", 'a_b'],
      ['_x', 'x'],
      ['_', 'x'],
      ['x', 'x'],
    ] as const)
      assert.equal(plainName(name), expected);
  });

  it('tells paths apart that end alike', () => {
    const told = spellings(['terms["first"]', 'weights["first"]', 'self.alpha', 'a.b.c']);
    assert.deepEqual([...told.values()], ['terms_first', 'weights_first', 'alpha', 'c']);
  });
});
