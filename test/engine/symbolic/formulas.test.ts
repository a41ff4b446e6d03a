import assert from 'node:assert/strict';
import type { Loss } from '../../../src/engine/ir/loss';
import { variablesOf } from '../../../src/engine/ir/loss';
import { liftLoss } from '../../../src/engine/lift/loss/lift-loss';
import { formulaOf, gradientsOf, secondDerivativesOf } from '../../../src/engine/symbolic/formulas';
import type { Point } from '../../support/evaluate-loss';
import { evaluateLoss, generator } from '../../support/evaluate-loss';

const VECTORS = '# losswright: y: [N]; p: [N]; wrt p\n';
const ROWS = '# losswright: y: [N, C]; z: [N, C]; wrt z\n';
const CLASSES = '# losswright: y: [C]; z: [C]; wrt z\n';

/** Losses whose printed formula and derivatives must evaluate to the loss and its finite differences. */
const LOSSES = [
  `${VECTORS}mse(y, p) = mean((y - p)^2)`,
  '# losswright: y: [N, C]; p: [N, C]; wrt p\nmse2(y, p) = mean((y - p)^2)',
  `${VECTORS}sse(y, p) = sum((y - p)^2) / 2`,
  `${VECTORS}mae(y, p) = mean(abs(y - p))`,
  `${VECTORS}huber(y, p, delta) = mean(where(abs(y - p) <= delta, (y - p)^2 / 2, delta * abs(y - p) - delta^2 / 2))`,
  `${VECTORS}bce(y, p) = -mean(y * log(p) + (1 - y) * log(1 - p))`,
  `${VECTORS}clipped(y, p) = -mean(y * log(clip(p, 0.1, 0.9)) + (1 - y) * log(1 - clip(p, 0.1, 0.9)))`,
  `${VECTORS}iou(y, p) = 1 - (sum(y * p) + 1e-3) / (sum(y) + sum(p) - sum(y * p) + 1e-3)`,
  `${VECTORS}dice(y, p) = 1 - (2 * sum(y * p) + 1) / (sum(y^2) + sum(p^2) + 1)`,
  `${VECTORS}focal(y, p, alpha, gamma) = mean(-alpha * y * (1 - p)^gamma * log(p))`,
  `${VECTORS}kl(y, p) = sum(y * log(y / p))`,
  `${VECTORS}msle(y, p) = mean((log(1 + p) - log(1 + y))^2)`,
  `${VECTORS}mape(y, p) = mean(abs((y - p) / y))`,
  `${VECTORS}rmse(y, p) = sqrt(mean((y - p)^2))`,
  `${VECTORS}cosine(y, p) = 1 - sum(y * p) / (norm(y) * norm(p))`,
  `${VECTORS}distance(y, p) = norm(y - p)`,
  `${VECTORS}absolute(y, p) = norm(y - p, 1)`,
  `${VECTORS}peak(y, p) = max(p) - mean(y * p)`,
  `${VECTORS}quantile(y, p, tau) = mean(max(tau * (y - p), (tau - 1) * (y - p)))`,
  `${VECTORS}elementwise(y, p) = (y - p)^2`,
  `${VECTORS}masked(y, p) = sum(where(y > 0.5, (y - p)^2, 0)) / (sum(where(y > 0.5, 1, 0)) + 1)`,
  `${VECTORS}detached(y, p) = mean((y - stop_gradient(p))^2 + p)`,
  '# losswright: p: [N]; wrt p\nl1(p, lambda) = lambda * sum(abs(p))',
  '# losswright: p: [N]; wrt p\nl2(p, lambda) = lambda * sum(p^2)',
  '# losswright: p: [N]; wrt p\nentropy(p) = -sum(p * log(p))',
  '# losswright: p: [N]; wrt p\ncentred(p) = sum((p - mean(p))^2)',
  '# losswright: p: [N]; wrt p\nproduct(p) = prod(p)',
  `${CLASSES}cross(y, z) = -sum(y * log(softmax(z)))`,
  `${CLASSES}shifted(y, z) = -sum(y * log(exp(z - max(z)) / sum(exp(z - max(z)))))`,
  `${CLASSES}naive(y, z) = -sum(y * log(exp(z) / sum(exp(z)) + 1e-3))`,
  `${CLASSES}lse(y, z) = logsumexp(z) - sum(y * z)`,
  `${CLASSES}lse2(y, z) = log(sum(exp(z))) - sum(y * z)`,
  `${CLASSES}brier(y, z) = sum((softmax(z) - y)^2)`,
  `${ROWS}rows(y, z) = -mean(sum(y * log_softmax(z), 2))`,
  `${ROWS}rows2(y, z) = mean(logsumexp(z, 2) - sum(y * z, 2))`,
  `${ROWS}rows3(y, z) = -mean(sum(y * (z - max(z, 2, true) - log(sum(exp(z - max(z, 2, true)), 2, true))), 2))`,
  `${ROWS}margin(y, z) = mean(max(0, 1 + max(z, 2, false) - sum(y * z, 2)))`,
  '# losswright: x: [N, C]; w: [C]; y: [N]; wrt w\nlinear(w, x, y) = mean((sum(x * w, 2) - y)^2)',
  'sigmoid_bce(z, y) = -(y * log(sigmoid(z)) + (1 - y) * log(1 - sigmoid(z)))',
  'stable_bce(z, y) = max(z, 0) - z * y + log1p(exp(-abs(z)))',
  'sigmoid_mse(z, y) = (sigmoid(z) - y)^2',
  'spelled(z, y) = -(y * log(1 / (1 + exp(-z))) + (1 - y) * log(1 - 1 / (1 + exp(-z))))',
  'logistic(z, y) = log(1 + exp(-y * z))',
  'hinge(z, y) = max(0, 1 - y * z)',
  'squared_hinge(z, y) = max(0, 1 - y * z)^2',
  'exponential(z, y) = exp(-y * z)',
  'log_cosh(z, y) = log(cosh(z - y))',
  'charbonnier(z, y, eps) = sqrt((z - y)^2 + eps^2)',
  'cauchy(z, y, c) = c^2 / 2 * log(1 + ((z - y) / c)^2)',
  'tukey(z, y, c) = where(abs(z - y) <= c, c^2 / 6 * (1 - (1 - ((z - y) / c)^2)^3), c^2 / 6)',
  '# losswright: wrt z, sigma\ngauss(z, sigma, y) = log(sigma) + (y - z)^2 / (2 * sigma^2)',
  'poisson(z, y) = exp(z) - y * z',
  'poisson_rate(z, y) = z - y * log(z)',
  'smooth(z, y) = softplus(z) - z * y',
  'geman(z, y) = (z - y)^2 / (1 + (z - y)^2)',
  'of_three(z, y, c) = logsumexp(z, y, c) - y',
  'share(z, y, c) = -log(softmax(z, y, c)[2])',
  'temperature(z, y, tau) = tau * log(1 + exp((z - y) / tau))',
  'swish(z, y) = (z * sigmoid(z) - y)^2',
  'activations(z, y) = tanh(z) + relu(z) + erf(z) + gelu(z) + elu(z) + silu(z) + mish(z) + softsign(z) + atan(z) + y',
  'trigonometry(z, y) = sin(z) + cos(z) * tan(z / 3) + sinh(z) + asinh(z) + y',
  'powers(z, y) = z^3 + z^y + 2^z + sqrt(z) + cbrt(z) + z^-2',
  'percent(z, y) = clip(z, 0.2, 5) * y + hypot(z, y) + xlogy(y, z) + lerp(z, y, 0.3)',
];

function only(text: string): Loss {
  const { losses, errors } = liftLoss(text);
  assert.deepEqual(errors, [], text);
  const [loss] = losses;
  assert.ok(loss && losses.length === 1, text);
  return loss;
}

/** A definition with a printed text as its body and the same parameters and shapes. */
function reread(loss: Loss, text: string): Loss {
  const shapes = loss.parameters.flatMap((p) => (p.node && p.node.shape.length > 0 ? [`${p.name}: [${p.node.shape.join(', ')}]`] : []));
  const names = loss.parameters.map((p) => p.name);
  return only(`# losswright: ${[...shapes, `wrt ${names[0] ?? ''}`].join('; ')}\nf(${[...names, 'n'].join(', ')}) = ${text}`);
}

function pointFor(loss: Loss, random: () => number): Record<string, number[]> {
  const value = () => 0.15 + 0.7 * random();
  const size = (shape: readonly number[]) => shape.reduce((a, b) => a * b, 1);
  return Object.fromEntries(loss.parameters.map((p) => [p.name, Array.from({ length: size(p.node?.shape ?? []) }, value)]));
}

const total = (values: Float64Array) => values.reduce((a, b) => a + b, 0);

/** Size of what the loss takes a mean over: the letter n of its formulas. */
function countOf(loss: Loss): number {
  const mean = loss.uses.find((use) => use.node.op === 'mean')?.node.args[0];
  return (mean?.shape ?? []).reduce((a, b) => a * b, 1);
}

function slope(loss: Loss, point: Record<string, number[]>, name: string, i: number, step: number): number {
  const moved = (by: number) =>
    total(evaluateLoss(loss, { ...point, [name]: (point[name] ?? []).map((x, at) => (at === i ? x + by : x)) }));
  return (moved(step) - moved(-step)) / (2 * step);
}

/** Second derivative by an element, to the fourth order in the step. */
function bend(loss: Loss, point: Record<string, number[]>, name: string, i: number, step: number): number {
  const moved = (by: number) =>
    total(evaluateLoss(loss, { ...point, [name]: (point[name] ?? []).map((x, at) => (at === i ? x + by : x)) }));
  const near = moved(step) + moved(-step) - 2 * moved(0);
  const far = moved(2 * step) + moved(-2 * step) - 2 * moved(0);
  return (16 * near - far) / (12 * step ** 2);
}

function close(actual: number | undefined, expected: number, tolerance: number, what: string): void {
  assert.ok(
    actual !== undefined && Math.abs(actual - expected) <= tolerance * Math.max(1, Math.abs(expected)),
    `${what}: ${actual} for ${expected}`,
  );
}

describe('symbolic formulas', () => {
  for (const text of LOSSES) {
    const loss = only(text);
    it(`prints ${loss.name} so that it reads back as the same function`, () => {
      const formula = formulaOf(loss);
      assert.ok(formula);
      const again = reread(loss, formula.text);
      const random = generator(5);
      for (let i = 0; i < 2; i++) {
        const point: Point = { ...pointFor(loss, random), n: countOf(loss) };
        const [expected, actual] = [evaluateLoss(loss, point), evaluateLoss(again, point)];
        assert.equal(actual.length, expected.length);
        expected.forEach((value, at) => close(actual[at], value, 1e-9, formula.text));
      }
    });

    it(`prints the gradient of ${loss.name} so that it is the gradient`, () => {
      if (text.includes('stop_gradient') || text.includes('linear(')) return;
      const gradients = gradientsOf(loss);
      for (const { name } of variablesOf(loss)) {
        const formula = gradients[name];
        assert.ok(formula, name);
        const again = reread(loss, formula.text);
        const random = generator(11);
        for (let i = 0; i < 2; i++) {
          const point = { ...pointFor(loss, random), n: [countOf(loss)] };
          const actual = evaluateLoss(again, point);
          point[name as 'n']?.forEach((_, at) =>
            close(actual[actual.length === 1 ? 0 : at], slope(loss, point, name, at, 1e-5), 2e-6, formula.text),
          );
        }
      }
    });

    it(`prints the second derivative of ${loss.name} so that it is that`, () => {
      if (text.includes('stop_gradient') || text.includes('linear(')) return;
      for (const [name, formula] of Object.entries(secondDerivativesOf(loss))) {
        const again = reread(loss, formula.text);
        const random = generator(17);
        for (let i = 0; i < 2; i++) {
          const point = { ...pointFor(loss, random), n: [countOf(loss)] };
          const actual = evaluateLoss(again, point);
          point[name as 'n']?.forEach((_, at) =>
            close(actual[actual.length === 1 ? 0 : at], bend(loss, point, name, at, 1e-3), 1e-4, formula.text),
          );
        }
      }
    });
  }

  it('takes what is detached for a constant', () => {
    const loss = only(`${VECTORS}f(y, p) = mean((y - stop_gradient(p))^2 + p)`);
    assert.equal(gradientsOf(loss).p?.text, '1 / n');
  });
});

describe('symbolic formulas of anything', () => {
  it('has none where part of the loss is unread', () => {
    const [loss] = liftLoss('f(x) = x + mystery(x)').losses;
    assert.ok(loss);
    assert.equal(formulaOf(loss), null);
    assert.deepEqual(gradientsOf(loss), {});
  });

  it('stops at what nobody would read', () => {
    const deep = `f(x) = ${'sin('.repeat(300)}x${')'.repeat(300)}`;
    const wide = `f(x, y) = ${Array.from({ length: 200 }, (_, i) => `(x + y)^${i}`).join(' * ')} + ${Array.from({ length: 300 }, (_, i) => `exp(x / ${i + 1})`).join(' + ')}`;
    const tower = `f(x, y) = ${Array.from({ length: 40 }, (_, i) => `(x - ${i} * y + 1)`).join(' * ')}`;
    for (const text of [deep, wide, tower]) {
      for (const loss of liftLoss(text).losses) assert.doesNotThrow(() => [formulaOf(loss), gradientsOf(loss), secondDerivativesOf(loss)]);
    }
  }).timeout(10_000);
});
