import assert from 'node:assert/strict';
import { liftLoss } from '../../../src/engine/lift/loss/lift-loss';
import { formulaOf, gradientsOf } from '../../../src/engine/symbolic/formulas';

const VECTORS = '# losswright: y: [N]; p: [N]; wrt p\n';
const ROWS = '# losswright: y: [N, C]; z: [N, C]; wrt z\n';
const CLASSES = '# losswright: y: [C]; z: [C]; wrt z\n';

describe('symbolic formulas as a textbook prints them', () => {
  const print = (text: string) => {
    const [loss] = liftLoss(text).losses;
    assert.equal(loss?.status, 'full', text);
    const gradient = Object.values(gradientsOf(loss))[0];
    return { formula: formulaOf(loss)?.latex, gradient: gradient?.latex, text: gradient?.text };
  };

  it('mean squared error', () => {
    const { formula, gradient, text } = print('# losswright: y: [N]; y_hat: [N]\nf(y, y_hat) = mean((y - y_hat)^2)');
    assert.equal(formula, '\\frac{1}{n} \\sum_i (y_i - \\hat{y}_i)^2');
    assert.equal(gradient, '\\frac{2}{n} (\\hat{y}_i - y_i)');
    assert.equal(text, '2 * (y_hat - y) / n');
  });

  it('is the same whatever the number of axes', () => {
    const vector = print('# losswright: y: [N]; y_hat: [N]\nf(y, y_hat) = mean((y - y_hat)^2)');
    assert.deepEqual(print('# losswright: y: [N, C, H]; y_hat: [N, C, H]\nf(y, y_hat) = mean((y - y_hat)^2)'), vector);
  });

  it('mean absolute error', () => {
    const { formula, gradient } = print(`${VECTORS}f(y, p) = mean(abs(y - p))`);
    assert.equal(formula, '\\frac{1}{n} \\sum_i \\left|y_i - p_i\\right|');
    assert.equal(gradient, '-\\frac{\\operatorname{sign}(y_i - p_i)}{n}');
  });

  it('Huber', () => {
    const { formula, gradient } = print(
      'f(y, yhat, delta) = where(abs(y - yhat) <= delta, (y - yhat)^2 / 2, delta * abs(y - yhat) - delta^2 / 2)',
    );
    assert.equal(
      formula,
      '\\begin{cases} \\frac{(y - \\hat{y})^2}{2} & \\text{if } \\left|y - \\hat{y}\\right| \\le \\delta \\\\ \\delta \\left|y - \\hat{y}\\right| - \\frac{\\delta^2}{2} & \\text{otherwise} \\end{cases}',
    );
    assert.equal(
      gradient,
      '\\begin{cases} \\hat{y} - y & \\text{if } \\left|y - \\hat{y}\\right| \\le \\delta \\\\ -\\delta \\operatorname{sign}(y - \\hat{y}) & \\text{otherwise} \\end{cases}',
    );
  });

  it('binary cross-entropy of a sigmoid, however it is spelled', () => {
    for (const body of [
      '-(y * log(sigmoid(z)) + (1 - y) * log(1 - sigmoid(z)))',
      '-(y * log(1 / (1 + exp(-z))) + (1 - y) * log(1 - 1 / (1 + exp(-z))))',
      'max(z, 0) - z * y + log1p(exp(-abs(z)))',
      'max(0, z) - y * z + log(1 + exp(-abs(z)))',
      'relu(z) - z * y + softplus(-abs(z))',
      'softplus(z) - y * z',
      'log(1 + exp(z)) - y * z',
      '-(y * log_sigmoid(z) + (1 - y) * log_sigmoid(-z))',
    ]) {
      assert.equal(print(`f(z, y) = ${body}`).gradient, '\\sigma(z) - y', body);
    }
    assert.equal(
      print('f(z, y) = -(y * log(sigmoid(z)) + (1 - y) * log(1 - sigmoid(z)))').formula,
      '-(y \\log \\sigma(z) + (1 - y) \\log (1 - \\sigma(z)))',
    );
  });

  it('squared error of a sigmoid', () => {
    assert.equal(print('f(z, y) = (sigmoid(z) - y)^2').gradient, '2 (\\sigma(z) - y) \\sigma(z) (1 - \\sigma(z))');
  });

  it('softmax cross-entropy, however it is spelled, with the condition that it needs', () => {
    for (const body of [
      '-sum(y * log(softmax(z)))',
      '-sum(y * log_softmax(z))',
      '-sum(y * log(exp(z - max(z)) / sum(exp(z - max(z)))))',
      '-sum(y * (z - max(z) - log(sum(exp(z - max(z))))))',
    ]) {
      assert.equal(print(`${CLASSES}f(y, z) = ${body}`).gradient, '\\operatorname{softmax}(z)_i - y_i \\qquad (\\sum_j y_j = 1)', body);
    }
    assert.equal(print(`${CLASSES}f(y, z) = logsumexp(z) - sum(y * z)`).gradient, '\\operatorname{softmax}(z)_i - y_i');
    const declared = print('# losswright: y: [C]; z: [C]; y in simplex; wrt z\nf(y, z) = -sum(y * log(softmax(z)))');
    assert.deepEqual([declared.gradient, declared.text], ['\\operatorname{softmax}(z)_i - y_i', 'softmax(z) - y']);
  });

  it('softmax cross-entropy of a batch', () => {
    const { formula, gradient, text } = print(`${ROWS}f(y, z) = -mean(sum(y * log(softmax(z)), 2))`);
    assert.equal(formula, '-\\frac{1}{n} \\sum_i \\sum_j y_{ij} \\log \\operatorname{softmax}(z_i)_j');
    assert.equal(gradient, '\\frac{1}{n} (\\operatorname{softmax}(z_i)_j - y_{ij}) \\qquad (\\sum_k y_{ik} = 1)');
    assert.equal(text, '(softmax(z) * sum(y, 2, true) - y) / n');
  });

  it('a sum of targets that weighs no softmax stays', () => {
    assert.match(print(`${VECTORS}f(y, p) = 1 - sum(y * p) / (sum(y) + sum(p))`).gradient ?? '', /\\sum_j y_j/);
  });

  it('clipped cross-entropy, focal loss, penalties', () => {
    assert.match(
      print(`${VECTORS}f(y, p) = -mean(y * log(clip(p, 1e-7, 1 - 1e-7)))`).formula ?? '',
      /\\operatorname\{clip\}\(p_i, 10\^\{-7\}, 1 - 10\^\{-7\}\)/,
    );
    assert.equal(
      print(`${VECTORS}f(y, p, alpha, gamma) = mean(-alpha * y * (1 - p)^gamma * log(p))`).formula,
      '-\\frac{\\alpha}{n} \\sum_i y_i (1 - p_i)^{\\gamma} \\log p_i',
    );
    assert.equal(print('# losswright: w: [N]; wrt w\nf(w, lambda) = lambda * sum(abs(w))').gradient, '\\lambda \\operatorname{sign}(w_i)');
    assert.equal(print('# losswright: w: [N]; wrt w\nf(w, lambda) = lambda * sum(w^2)').gradient, '2 \\lambda w_i');
  });

  it('names what a long formula repeats', () => {
    const { gradient } = print(`${VECTORS}f(y, p, gamma) = mean(-y * (1 - clip(p, 1e-7, 1 - 1e-7))^gamma * log(clip(p, 1e-7, 1 - 1e-7)))`);
    assert.match(gradient ?? '', /\\log u_i .*\\qquad \(u_i = \\operatorname\{clip\}\(p_i, 10\^\{-7\}, 1 - 10\^\{-7\}\)\)$/);
  });

  it('puts what names stand for below a formula that leaves no room beside it', () => {
    const p = '(sigmoid(z) * y + (1 - sigmoid(z)) * (1 - y))';
    const { formula, gradient } = print(
      `# losswright: y: [N]; z: [N]; wrt z\nf(y, z, gamma) = mean(-(1 - ${p})^gamma * log(${p}) * exp(y * z))`,
    );
    const lines = (gradient ?? '').split(/ \\\\(?:\[0\.4em\])? /);
    assert.match(gradient ?? '', /^\\begin\{aligned\} & .* \\end\{aligned\}$/);
    assert.match(lines[1] ?? '', /^& \([uvw]_i = /);
    assert.match(lines.at(-1) ?? '', /\) \\end\{aligned\}$/);
    assert.doesNotMatch(formula ?? '', /aligned/);
  });

  it('writes subscripts where tensors do not line up', () => {
    const { gradient, text } = print('# losswright: x: [N, C]; w: [C]; y: [N]; wrt w\nf(w, x, y) = mean((sum(x * w, 2) - y)^2)');
    assert.equal(gradient, '\\frac{2}{n} \\sum_j \\left(\\sum_k x_{jk} w_k - y_j\\right) x_{ji}');
    assert.equal(text, '2 * mean((sum(x[j, k] * w[k]) - y[j]) * x[j, i])');
  });

  it('uses letters that the author does not', () => {
    assert.equal(print('# losswright: i: [N]; n: [N]; wrt i\nf(i, n) = mean((i - n)^2)').formula, '\\frac{1}{m} \\sum_j (i_j - n_j)^2');
  });
});
