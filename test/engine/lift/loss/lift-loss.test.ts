import assert from 'node:assert/strict';
import { evaluate as mathjs } from 'mathjs';
import { printDomain } from '../../../../src/engine/ir/domain';
import type { Loss } from '../../../../src/engine/ir/loss';
import { variablesOf } from '../../../../src/engine/ir/loss';
import { liftLoss } from '../../../../src/engine/lift/loss/lift-loss';
import type { Point } from '../../../support/evaluate-loss';
import { evaluateLoss } from '../../../support/evaluate-loss';

function only(text: string): Loss {
  const { losses, errors } = liftLoss(text);
  assert.deepEqual(errors, [], text);
  assert.equal(losses.length, 1, text);
  return losses[0] as Loss;
}

const valueOf = (loss: Loss, point: Point) => evaluateLoss(loss, point)[0] ?? NaN;

describe('lift of .loss files', () => {
  it('reads the example of the documentation', () => {
    const loss = only(
      '# losswright: y in R; yhat in R; delta in (0, inf) = 1; wrt yhat\nhuber(y, yhat, delta) = where(abs(y - yhat) <= delta, (y - yhat)^2 / 2, delta * abs(y - yhat) - delta^2 / 2)\n',
    );
    assert.deepEqual([loss.name, loss.kind, loss.framework, loss.status], ['huber', 'function', 'loss', 'full']);
    assert.deepEqual(
      loss.parameters.map((p) => [p.name, p.role, printDomain(p.domain), p.source, p.plotAt]),
      [
        ['y', 'target', 'R', 'declared', null],
        ['yhat', 'prediction', 'R', 'declared', null],
        ['delta', 'hyperparameter', '(0, inf)', 'declared', 1],
      ],
    );
    assert.deepEqual(
      variablesOf(loss).map((p) => p.name),
      ['yhat'],
    );
    assert.equal(valueOf(loss, { y: 1, yhat: 1.5, delta: 1 }), 0.125);
    assert.equal(valueOf(loss, { y: 1, yhat: 4, delta: 1 }), 2.5);
  });

  it('means what mathjs means', () => {
    const point = { x: 0.7, y: -1.3, z: 2.5 };
    const bodies = [
      'x + y * z - x / y',
      '-x^2',
      '2^-x',
      'x^2^y',
      '2x y',
      '1/2 x',
      'x mod y',
      'abs(y) + sqrt(x) + exp(y) + log(z) + log(z, 2) + log2(z) + log10(z)',
      'x < y ? 1 : 2',
      'x > y > -2 ? x : y',
      'x < y or z > x and not (x == y)',
      'max(x, y, z) - min(x, y, z)',
      'sum(x, y, z)',
      'mean(x, y, z)',
      'prod(x, y, z)',
      'norm([x, y, z])',
      'tanh(x) + sinh(x) + cosh(y) + sin(x) + cos(y)',
      'sign(y)',
      '3!',
      '5%',
      'x + 5%',
      'log1p(x) + expm1(y)',
      'pi + e + tau',
      'std(x, y, z)',
      'variance(x, y, z)',
      'floor(y) + ceil(z)',
      'square(x) + cube(y) + pow(x, 3)',
      'erf(x)',
      'hypot(x, y)',
      'x xor y',
      '[x, y, z][2]',
      'dot([x, y], [z, x])',
      'larger(x, y) + smallerEq(x, y)',
      'cbrt(z)',
      'norm([x, y, z], 1)',
    ];
    for (const body of bodies) {
      const expected = Number(mathjs(body, { ...point }));
      assert.ok(Math.abs(valueOf(only(`f(x, y, z) = ${body}`), point) - expected) <= 1e-12 * Math.max(1, Math.abs(expected)), body);
    }
  });

  it('knows the functions of losses', () => {
    const point = { x: 0.7, y: -1.3, z: 2.5 };
    const sigma = (t: number) => 1 / (1 + Math.exp(-t));
    const total = Math.exp(0.7) + Math.exp(-1.3) + Math.exp(2.5);
    const cases: Record<string, number> = {
      'sigmoid(x)': sigma(0.7),
      'softplus(y)': Math.log1p(Math.exp(-1.3)),
      'relu(y) + relu(x)': 0.7,
      'logsumexp(x, y, z)': Math.log(total),
      'softmax(x, y, z)[2]': Math.exp(-1.3) / total,
      'clip(z, 0, 1)': 1,
      'where(x > y, x, y)': 0.7,
      'round(z)': 2,
      'xlogy(0, 0) + entr(x)': -0.7 * Math.log(0.7),
      'log_sigmoid(y)': Math.log(sigma(-1.3)),
      'ln(z)': Math.log(2.5),
    };
    for (const [body, expected] of Object.entries(cases))
      assert.ok(Math.abs(valueOf(only(`f(x, y, z) = ${body}`), point) - expected) < 1e-14, body);
  });

  it('reads vectors with declared shapes', () => {
    const loss = only('# losswright: x: [3]; t: [3]\nce(x, t) = logsumexp(x) - sum(t * x)');
    assert.deepEqual(
      loss.parameters.map((p) => p.node?.shape),
      [[3], [3]],
    );
    const expected = Math.log(Math.exp(1) + Math.exp(2) + Math.exp(3)) - 2;
    assert.ok(Math.abs(valueOf(loss, { x: [1, 2, 3], t: [0, 1, 0] }) - expected) < 1e-14);
    const { parameters } = only('# losswright: x: [N, C]; y: [N]; w: [C, K]\nf(x, y, w) = sum(x) + sum(y) + sum(w)');
    assert.deepEqual(
      parameters.map((p) => p.node?.shape),
      [[2, 3], [2], [3, 4]],
    );
    assert.equal(valueOf(only('# losswright: x: [2, 3]\nf(x) = sum(x, 2)[2]'), { x: [1, 2, 3, 4, 5, 6] }), 15);
  });

  it('tells comparing with a number from reducing along a dimension', () => {
    const rows = { x: [1, 2, 3, 4, 5, 6] };
    const values = (body: string) => [...evaluateLoss(only(`# losswright: x: [2, 3]\nf(x) = ${body}`), rows)];
    assert.deepEqual(values('max(x, 2)'), [2, 2, 3, 4, 5, 6]);
    assert.deepEqual(values('max(x, 2, false)'), [3, 6]);
    assert.deepEqual(values('x - max(x, 2, true)'), [-2, -1, 0, -2, -1, 0]);
    assert.deepEqual(values('sum(x, 1)'), [5, 7, 9]);
    assert.deepEqual(values('max(x)'), [6]);
  });

  it('reads roles from names', () => {
    const roles = (names: string) => only(`f(${names}) = ${names.replaceAll(', ', ' + ')}`).parameters.map((p) => p.role);
    assert.deepEqual(roles('y, ŷ'), ['target', 'prediction']);
    assert.deepEqual(roles('logits, labels, weights, γ'), ['prediction', 'target', 'weight', 'hyperparameter']);
    assert.deepEqual(roles('p, t, alpha, eps'), ['prediction', 'target', 'hyperparameter', 'hyperparameter']);
  });

  it('inlines functions and constants of the file', () => {
    const text = 'eps = 1e-3\nsquare_error(a, b) = (a - b)^2\nloss(y, yhat) = square_error(y, yhat) + eps\n';
    assert.deepEqual(
      liftLoss(text).losses.map((l) => l.name),
      ['loss'],
    );
    assert.equal(valueOf(only(text), { y: 1, yhat: 3 }), 4.001);
  });

  it('keeps a helper that is declared to be a loss', () => {
    const text = 'mse(a, b) = (a - b)^2 # losswright: loss\nloss(y, yhat) = mse(y, yhat)\nnone(x) = x # losswright: not a loss';
    assert.deepEqual(
      liftLoss(text).losses.map((l) => l.name),
      ['mse', 'loss'],
    );
  });

  it('takes an assignment with free names for a loss', () => {
    const loss = only('d = y - yhat\nL = d^2 / 2');
    assert.deepEqual([loss.name, loss.kind, loss.parameters.map((p) => p.name)], ['L', 'expression', ['y', 'yhat']]);
    assert.equal(valueOf(loss, { y: 1, yhat: 3 }), 2);
  });

  it('says what it cannot read, and reads the rest', () => {
    const cases: [string, string, RegExp][] = [
      ['f(x) = x + mystery(x)', 'partial', /not an operation/],
      ['f(x) = q', 'none', /not defined/],
      ['f(x) = f(x)', 'none', /calls itself/],
      ['g(x) = h(x)\nh(x) = g(x) + 1 # losswright: loss', 'partial', /calls itself/],
      ['g(a, b) = a\nf(x) = 1 + g(x)', 'partial', /2 arguments/],
      ['f(x) = x + sigmoid(x, x)', 'partial', /operands/],
      ['f(x) = 1 + x[1]', 'partial', /indices/],
      ['f(x) = 1 + softmax(x)', 'partial', /vector/],
      ['f(x) = x + "a"', 'partial', /text/],
    ];
    for (const [text, status, why] of cases) {
      const { losses } = liftLoss(text);
      const loss = losses[losses.length - 1];
      assert.equal(loss?.status, status, text);
      assert.match(loss?.missing[0]?.why ?? '', why, text);
    }
  });

  it('attaches declarations to what they stand at', () => {
    const text = [
      '# losswright: p in (0, 1)',
      '',
      '# losswright: wrt q',
      '# another comment',
      'f(p, q) = p * q',
      'g(p, z) = p + z # losswright: z > 0; ignore[stability/log-zero-prob]',
      '',
      'h(p) = p +',
      '  # losswright: p in [0, 5]',
      '  1',
    ].join('\n');
    const [f, g, h] = liftLoss(text).losses;
    assert.deepEqual(
      f?.parameters.map((p) => printDomain(p.domain)),
      ['(0, 1)', 'R'],
    );
    assert.deepEqual(f?.declarations.wrt, ['q']);
    assert.deepEqual(
      g?.parameters.map((p) => printDomain(p.domain)),
      ['(0, 1)', '(0, inf)'],
    );
    assert.deepEqual(g?.declarations.ignored, ['stability/log-zero-prob']);
    assert.deepEqual(
      h?.parameters.map((p) => printDomain(p.domain)),
      ['(0, 1)'],
    );
  });

  it('reports declarations that fit nothing', () => {
    const messages = (text: string) => liftLoss(text).errors.map((e) => e.message);
    assert.deepEqual(messages('# losswright: q in R\nf(p) = p'), ['q is not a parameter']);
    assert.deepEqual(messages('# losswright: p > 1; p < 0\nf(p) = p'), ['no number is in this domain']);
    assert.deepEqual(messages('# losswright: p in\nf(p) = p').length, 1);
  });

  it('chooses what the verdicts speak about', () => {
    const variables = (text: string) => variablesOf(only(text)).map((p) => p.name);
    assert.deepEqual(variables('f(y, y_pred) = y - y_pred'), ['y_pred']);
    assert.deepEqual(variables('f(a, b) = a - b'), ['a']);
    assert.deepEqual(variables('# losswright: b: prediction\nf(a, b) = a - b'), ['b']);
    assert.deepEqual(variables('# losswright: wrt a, b\nf(a, b) = a - b'), ['a', 'b']);
  });

  it('numbers definitions of one name', () => {
    assert.deepEqual(
      liftLoss('f(x) = x\nf(x) = 2x').losses.map((l) => l.name),
      ['f', 'f#2'],
    );
  });

  it('keeps the places of what was evaluated', () => {
    const text = 'f(x) = log(x + 1)';
    const loss = only(text);
    const log = loss.uses.find((use) => use.node.op === 'log');
    assert.equal(log && text.slice(log.span.start, log.span.end), 'log(x + 1)');
  });

  it('survives any text', () => {
    const doubling = Array.from({ length: 60 }, (_, i) => `f${i + 1}(x) = f${i}(x) + f${i}(x)`).join('\n');
    for (const text of [
      '',
      '\0',
      'f(',
      'f(x) = '.repeat(50),
      `f0(x) = x\n${doubling}`,
      `f(x) = ${'x + '.repeat(500)}1`,
      `f(x) = ${'('.repeat(2000)}x${')'.repeat(2000)}`,
    ])
      assert.doesNotThrow(() => liftLoss(text));
  });
});
