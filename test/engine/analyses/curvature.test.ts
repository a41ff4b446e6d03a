import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { conventions } from '../../../src/engine/frameworks/torch/conventions';
import { type FunctionVerdicts, functionVerdictsOf } from '../../../src/engine/analyses/function-verdicts';
import { LABELLED, type LabelledCase, lossOf } from './labelled-cases';
import { LossBuilder } from './loss-builder';

const decided = new Map<string, FunctionVerdicts>();

function verdictsOf(one: LabelledCase): FunctionVerdicts {
  const known = decided.get(one.id) ?? functionVerdictsOf(lossOf(one.expression, one.domains, one.wrt), conventions);
  decided.set(one.id, known);
  return known;
}

function verdicts(expression: string, domains: Readonly<Record<string, string>>, ...wrt: readonly string[]): FunctionVerdicts {
  return functionVerdictsOf(lossOf(expression, domains, wrt), conventions);
}

/** Cases answered otherwise than labelled, `unknown` counted apart. */
function compared(answer: (one: LabelledCase) => string, label: (one: LabelledCase) => string): { wrong: string[]; unknown: string[] } {
  const off = LABELLED.filter((one) => answer(one) !== label(one));
  const text = (one: LabelledCase): string => `${one.id}: ${one.expression} is ${label(one)}, not ${answer(one)}`;
  return {
    wrong: off.filter((one) => answer(one) !== 'unknown').map(text),
    unknown: off.filter((one) => answer(one) === 'unknown').map(text),
  };
}

describe('labelled cases', function () {
  this.timeout(120000);

  it('no convexity is wrong, and at least 99 % are decided', () => {
    const { wrong, unknown } = compared(
      (one) => verdictsOf(one).convexity.answer,
      (one) => one.convexity,
    );
    assert.deepEqual(wrong, []);
    assert.ok(unknown.length <= LABELLED.length / 100, unknown.join('\n'));
  });

  it('no class of differentiability is wrong, and at least 99 % are decided', () => {
    const { wrong, unknown } = compared(
      (one) => verdictsOf(one).differentiability.answer,
      (one) => one.differentiability,
    );
    assert.deepEqual(wrong, []);
    assert.ok(unknown.length <= LABELLED.length / 100, unknown.join('\n'));
  });

  it('finds every non-smooth point of functions of one variable, with its slopes', () => {
    for (const one of LABELLED.filter((c) => c.points)) {
      const found = verdictsOf(one).differentiability.at.filter((p) => p.kind !== 'removable');
      const place = (where: string): number => Number(where.split('= ')[1]);
      const sorted = [...found].sort((a, b) => place(a.where) - place(b.where));
      assert.deepEqual(
        sorted.map((p) => p.kind),
        one.points?.map((p) => p.kind),
        one.expression,
      );
      one.points?.forEach((point, i) => {
        const here = sorted[i] ?? assert.fail(one.expression);
        assert.ok(Math.abs(place(here.where) - point.at) < 1e-6, `${one.expression} at ${point.at}, found ${here.where}`);
        if (point.kind !== 'kink') return;
        assert.ok(Math.abs((here.left ?? NaN) - Number(point.left)) < 1e-5, `${one.expression} left of ${point.at}`);
        assert.ok(Math.abs((here.right ?? NaN) - Number(point.right)) < 1e-5, `${one.expression} right of ${point.at}`);
      });
    }
  });

  it('limits of the slope at the ends agree with the labels', () => {
    const numberOf = (x: number | string | null): number | null => (typeof x === 'string' ? Number(x.replace('inf', 'Infinity')) : x);
    for (const one of LABELLED.filter((c) => c.limits)) {
      const { lower, upper } = verdictsOf(one).gradientLimits[one.wrt[0] ?? ''] ?? assert.fail(one.id);
      [lower, upper].forEach((limit, i) => {
        const expected = numberOf(one.limits?.[i] ?? null);
        const equal =
          limit === expected || (limit !== null && expected !== null && Math.abs(limit - expected) < 1e-4 * (1 + Math.abs(expected)));
        assert.ok(equal, `${one.expression}: ${limit} instead of ${expected}`);
      });
    }
  });

  it('Lipschitz constants, where labels and verdict have one, agree', () => {
    const both = LABELLED.filter((one) => typeof one.lipschitz === 'number' && verdictsOf(one).lipschitz !== null);
    assert.ok(both.length >= 40);
    for (const one of both) {
      const found = verdictsOf(one).lipschitz ?? NaN;
      assert.ok(Math.abs(found - (one.lipschitz ?? NaN)) < 1e-4 * (1 + found), `${one.expression}: ${found} instead of ${one.lipschitz}`);
    }
  });

  it('quasi-convexity is never told against the labels, and mostly decided', () => {
    const labelled = LABELLED.filter((one) => one.quasiconvex !== undefined);
    const decided = labelled.filter((one) => verdictsOf(one).quasiconvexity !== null);
    for (const one of decided) {
      const { quasiconvexity } = verdictsOf(one);
      if (quasiconvexity !== 'by element') assert.equal(quasiconvexity === 'yes', one.quasiconvex, one.expression);
    }
    assert.ok(decided.length >= 0.9 * labelled.length, `${decided.length} of ${labelled.length}`);
  });

  it('counterexamples hold: the middle lies on the wrong side of the chord', () => {
    for (const one of LABELLED.filter((c) => c.convexity === 'neither')) {
      const { evidence } = verdictsOf(one).convexity;
      assert.equal(evidence.kind, 'counterexample', one.id);
      if (evidence.kind !== 'counterexample') continue;
      const [up, down] = [evidence.againstConvex ?? assert.fail(one.id), evidence.againstConcave ?? assert.fail(one.id)];
      assert.ok(up.fm > up.fa / 2 + up.fb / 2, one.id);
      assert.ok(down.fm < down.fa / 2 + down.fb / 2, one.id);
    }
  });
});

describe('convexity', () => {
  it('holds for every value of the other parameters, by homogeneity and by their ends', () => {
    const huber = 'where(abs(x - y) <= d, 0.5 * (x - y)^2, d * (abs(x - y) - d / 2))';
    assert.equal(verdicts(huber, { x: 'R', y: 'R', d: '(0, inf)' }, 'x').convexity.answer, 'convex');
    assert.equal(verdicts('where(x > 0, x, a * x)', { x: 'R', a: '[0, 1]' }, 'x').convexity.answer, 'convex');
    assert.equal(verdicts('where(x > 0, x, a * x)', { x: 'R', a: '[0, 2]' }, 'x').convexity.answer, 'neither');
    assert.equal(verdicts('-(1 - p)^g * log(p)', { p: '(0, 1)', g: '[0, 5]' }, 'p').convexity.answer, 'convex');
  });

  it('holds for sums of functions of affine forms whose coefficients are data, and not for those of other functions', () => {
    const data = { w: 'R', v: 'R', a: 'R', b: 'R', y: 'R', z: 'R' };
    const huber = (r: string): string => `where(abs(${r}) <= 1, 0.5 * (${r})^2, abs(${r}) - 0.5)`;
    const [first, second] = ['a * w + b * v - y', 'b * w - a * v - z'];
    assert.equal(verdicts(`${huber(first)} + ${huber(second)} + 0.1 * w^2`, data, 'w', 'v').convexity.answer, 'convex');
    assert.equal(verdicts(huber('a * w - y'), { w: 'R', a: 'R', y: 'R' }, 'w').convexity.answer, 'convex');
    assert.equal(verdicts(`log(1 + (${first})^2)`, data, 'w', 'v').convexity.answer, 'neither');
    assert.equal(verdicts(`min((${first})^2, 1) + w^2`, data, 'w', 'v').convexity.answer, 'neither');
    assert.notEqual(verdicts(huber('a * w * v - y'), data, 'w', 'v').convexity.answer, 'convex');
  });

  it('is not proved by taking a variable of the loss for one of the proof', () => {
    assert.equal(verdicts('(x + y)^3 * u', { x: 'R', y: 'R', u: 'R' }, 'x', 'y').convexity.answer, 'neither');
    assert.equal(verdicts('(x + y)^3 * u', { x: 'R', y: 'R', u: '[0, 1]' }, 'x', 'y').convexity.answer, 'neither');
  });

  it('knows powers of norms, powers with a parameter, and dents that few points show', () => {
    assert.equal(verdicts('(a^2 + b^2)^0.75', { a: 'R', b: 'R' }, 'a', 'b').convexity.answer, 'convex');
    assert.equal(verdicts('abs(x - y)^p', { x: 'R', y: 'R', p: '[1, 2]' }, 'x').convexity.answer, 'convex');
    assert.equal(verdicts('x^2 + 0.500001 * cos(2 * x)', { x: 'R' }, 'x').convexity.answer, 'neither');
    assert.equal(verdicts('x^2 + 0.5 * cos(2 * x)', { x: 'R' }, 'x').convexity.answer, 'convex');
  });

  it('is not claimed where the rows that were analysed are too few to show the variable', () => {
    const b = new LossBuilder();
    const x = b.parameter('x', 'prediction', { shape: [1] });
    const spread = b.op('sum', [b.op('square', [b.op('subtract', [x, b.op('mean', [x])])])]);
    assert.equal(functionVerdictsOf(b.loss(spread), conventions).convexity.answer, 'unknown');
  });

  it('is told for each variable alone, and through logits and a linear model', () => {
    const { convexity } = verdicts('0.5 * (s + x^2 * exp(-s))', { x: 'R', s: 'R' }, 'x', 's');
    assert.equal(convexity.answer, 'neither');
    assert.deepEqual([convexity.each['x']?.answer, convexity.each['s']?.answer], ['convex', 'convex']);
    assert.equal(verdicts('(z - y)^2', { z: 'R', y: 'R' }, 'z').convexity.through?.['linearModel'], 'convex');
  });

  it('is not claimed on a closed domain when the value jumps at its end', () => {
    assert.notEqual(verdicts('floor(x)', { x: '[0, 1]' }, 'x').convexity.answer, 'affine');
    assert.notEqual(verdicts('where(x > 0, 1, 0)', { x: '[0, 1]' }, 'x').convexity.answer, 'affine');
  });

  it('is not claimed across a pole or a cusp', () => {
    assert.equal(verdicts('1 / x^2', { x: '[-1, 1]' }, 'x').convexity.answer, 'neither');
    assert.equal(verdicts('-(x^2 + x^4)^0.25', { x: 'R' }, 'x').convexity.answer, 'neither');
  });

  it('does not go through all cases of many masks', () => {
    const masks = Array.from({ length: 16 }, (_, i) => `m${i}`);
    const sum = masks.map((m, i) => `${m} * where(x > ${i}, (x - ${i})^2, 0)`).join(' + ');
    const domains = { x: 'R', ...Object.fromEntries(masks.map((m) => [m, '{0, 1}'])) };
    assert.ok(['convex', 'unknown'].includes(verdicts(sum, domains, 'x').convexity.answer));
  });

  it('an unknown says where it stopped', () => {
    const { convexity } = verdicts('sin(x * y) + exp(x^2 + y^2)^2 + cos(x)^2 * y^4', { x: '[1, 1.01]', y: '[1, 1.01]' }, 'x', 'y');
    if (convexity.answer === 'unknown') assert.equal(convexity.evidence.kind, 'reason');
  });

  it('cuts the domain to where the loss is defined, and says so', () => {
    const { convexity } = verdicts('-log(p)', { p: 'R' }, 'p');
    assert.equal(convexity.answer, 'convex');
    assert.match(convexity.condition ?? '', /p > 0/);
  });
});

describe('differentiability', () => {
  it('sees kinks that cancel, and what autograd makes of them', () => {
    const { differentiability } = verdicts('relu(x) - relu(-x)', { x: 'R' }, 'x');
    assert.equal(differentiability.answer, 'smooth');
    assert.deepEqual(differentiability.at, [{ where: 'x = 0', kind: 'removable', left: 1, right: 1, autograd: 0 }]);
  });

  it('looks for the zeros of what was already split at other levels', () => {
    const { answer, at } = verdicts('abs(x - round(x))', { x: '[-1.2, 1.2]' }, 'x').differentiability;
    assert.deepEqual([answer, at.map(({ where }) => where)], ['kink', ['x = -1', 'x = -0.5', 'x = 0', 'x = 0.5', 'x = 1']]);
  });

  it('tells a cusp from a smooth root', () => {
    assert.equal(verdicts('sqrt(x^2 + x^4)', { x: 'R' }, 'x').differentiability.answer, 'kink');
    assert.equal(verdicts('sqrt(log(cosh(x))^2 + x^2)', { x: 'R' }, 'x').differentiability.answer, 'kink');
    assert.equal(verdicts('sqrt(x^2 + 1)', { x: 'R' }, 'x').differentiability.answer, 'smooth');
    assert.equal(verdicts('sqrt(abs(log(1 + x^2)))', { x: 'R' }, 'x').differentiability.answer, 'kink');
    assert.equal(verdicts('abs(x)^1.5', { x: 'R' }, 'x').differentiability.answer, 'C1');
  });

  it('does not count the ends of the domain', () => {
    assert.equal(verdicts('log(sin(x))', { x: '(0, 3.1)' }, 'x').differentiability.answer, 'smooth');
    assert.equal(verdicts('sqrt(x)', { x: '[0, inf)' }, 'x').differentiability.answer, 'smooth');
  });

  it('takes a pole for none of its points, at a place that no double is either, and a value put there for one', () => {
    assert.equal(verdicts('1 / (abs(x - 1) - 1 / 3)', { x: 'R' }, 'x').differentiability.answer, 'kink');
    assert.equal(verdicts('abs(x) + 1 / (x^2 - 2)', { x: 'R' }, 'x').differentiability.answer, 'kink');
    assert.equal(verdicts('where(3 * x == 1, 0, 1 / (3 * x - 1)^2)', { x: 'R' }, 'x').differentiability.answer, 'jump');
  });

  it('looks at the ends of parameters too', () => {
    assert.equal(verdicts('abs(x - y)^p', { x: 'R', y: 'R', p: '[1, 2]' }, 'x').differentiability.answer, 'kink');
  });

  it('looks for cones where several terms vanish together', () => {
    assert.equal(verdicts('sqrt((a - 1)^2 + (b + 2)^2)', { a: 'R', b: 'R' }, 'a', 'b').differentiability.answer, 'kink');
  });
});

describe('saturation, bounds and constants', () => {
  it('names squared error on a sigmoid, and not cross-entropy', () => {
    assert.equal(verdicts('(sigmoid(z) - 1)^2', { z: 'R' }, 'z').saturation['z']?.answer, 'saturates');
    assert.equal(verdicts('softplus(-z)', { z: 'R' }, 'z').saturation['z']?.answer, 'no');
  });

  it('knows bounds, Lipschitz and smoothness constants and dead zones', () => {
    const huber = verdicts('where(abs(x) <= 1, 0.5 * x^2, abs(x) - 0.5)', { x: 'R' }, 'x');
    assert.deepEqual([huber.bounds, huber.lipschitz, huber.smoothness], [{ lower: 0, upper: null }, 1, 1]);
    const ramp = verdicts('min(1, max(0, 1 - x))', { x: 'R' }, 'x');
    assert.deepEqual(
      [ramp.bounds, ramp.deadZones['x']],
      [
        { lower: 0, upper: 1 },
        [
          [null, 0],
          [1, null],
        ],
      ],
    );
    assert.equal(verdicts('abs(x - y)', { x: 'R', y: 'R' }, 'x').lipschitz, 1);
    assert.equal(verdicts('sign(x)', { x: 'R' }, 'x').lipschitz, null);
  });
});

describe('quasi-convexity', () => {
  for (const [expression, expected] of [
    ['log(1 + x^2)', 'yes'],
    ['where(abs(x) < 2, 1 - (1 - x^2 / 4)^3, 1)', 'yes'],
    ['where(x < 0, 1, 0)', 'yes'],
    ['x^3', 'yes'],
    ['x^2 + 3 * sin(3 * x)', 'no'],
    ['where(x == 0, 5, x^2)', 'no'],
    ['-abs(x)', 'no'],
  ] as const) {
    it(`${expression}: ${expected}`, () => assert.equal(verdicts(expression, { x: 'R' }, 'x').quasiconvexity, expected));
  }

  it('is told along one affine form, by element of a sum, and not where elements meet', () => {
    assert.equal(verdicts('log(1 + (x - y)^2)', { x: 'R', y: 'R' }, 'x').quasiconvexity, 'yes');
    assert.equal(verdicts('log(1 + x^2) + log(1 + y^2)', { x: 'R', y: 'R' }, 'x', 'y').quasiconvexity, 'by element');
    assert.equal(verdicts('x * y', { x: 'R', y: 'R' }, 'x', 'y').quasiconvexity, null);
  });
});

describe('parameters in which a loss is convex', () => {
  const SCALE = { mu: 'R', sigma: '(0, inf)', s: 'R', y: 'R' };
  for (const [expression, wrt, restored] of [
    ['log(sigma) + ((y - mu) / sigma)^2 / 2', ['mu', 'sigma'], 'mu / sigma, 1 / sigma'],
    ['log(sigma) + abs(y - mu) / sigma', ['mu', 'sigma'], 'mu / sigma, 1 / sigma'],
    ['s / 2 + (y - mu)^2 * exp(-s) / 2', ['mu', 's'], 'mu * exp(-s), exp(-s)'],
    ['log(sigma) + 1 / sigma', ['sigma'], 'log(sigma)'],
    ['log(1 + mu^2)', ['mu'], undefined],
  ] as const) {
    it(`${expression}: ${restored}`, () => {
      const domains = Object.fromEntries(Object.entries(SCALE).filter(([name]) => new RegExp(`\\b${name}\\b`).test(expression)));
      const { convexity } = verdicts(expression, domains, ...wrt);
      assert.deepEqual([convexity.answer, convexity.restoredIn], ['neither', restored]);
    });
  }
});
