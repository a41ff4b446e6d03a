import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { conventions } from '../../../src/engine/frameworks/torch/conventions';
import { functionVerdictsOf } from '../../../src/engine/analyses/function-verdicts';
import { lossOf } from './labelled-cases';

type Row = readonly [expression: string, domains: Readonly<Record<string, string>>, convexity: string, smoothness: string];

const X = { x: 'R' };
const XY = { x: 'R', y: 'R' };
const XYZ = { x: 'R', y: 'R', z: 'R' };

/** Kinks, jumps and dents near to nothing, at places that no fraction names. */
const NARROW: readonly Row[] = [
  ['where(exp(x) > 2, x - 0.000001, log(2))', X, 'neither', 'jump'],
  ['where(exp(x) > 3, (x - log(3))^2 - 0.000001 * x, (x - log(3))^2 - 0.000001 * log(3))', X, 'neither', 'kink'],
  ['where(exp(x) > 3, (x - log(3))^2 + 0.000001 * x, (x - log(3))^2 + 0.000001 * log(3))', X, 'convex', 'kink'],
  ['where(x > pi, (x - pi)^2 - 0.0000001 * (x - pi), (x - pi)^2)', X, 'neither', 'kink'],
  ['where(x > sqrt(2), x^2 - 0.00001 * (x - sqrt(2)), x^2)', X, 'neither', 'kink'],
  ['where(x < sqrt(2), x^2, 2 * sqrt(2) * x - 2)', X, 'convex', 'C1'],
  ['where(x > 0, x^2 - 0.00000001 * x, x^2)', X, 'neither', 'kink'],
  ['where(x > 1, x^2 + 1e-9, x^2)', X, 'neither', 'jump'],
  ['where(x > 0, x^2 - 1e-12, x^2)', X, 'neither', 'jump'],
  ['sqrt(where(x^2 < 100, x^4, 200 * x^2 - 10000)^2 + log(sigmoid(cosh(3 * x)))^2)', X, 'neither', 'C1'],
  ['x^2 + 2.0000001 * cos(x)', X, 'neither', 'smooth'],
  ['x^2 + 1.9999999 * cos(x)', X, 'convex', 'smooth'],
  ['1e-30 * x^2', X, 'convex', 'smooth'],
  ['(x - 1e8)^2', X, 'convex', 'smooth'],
  ['exp(x) * sign(cbrt(x))', { x: '[0, inf)' }, 'neither', 'smooth'],
  ['-(1 - x)^2 * log(x + 0.0001)', { x: '[0, 1]' }, 'neither', 'smooth'],
];

/** A root that is squared again: nothing is 0 times an infinite slope. */
const ROOTS: readonly Row[] = [
  ['sqrt(exp(sqrt((x + 1)^2 + (0.5 * x)^2))^2 + (min(x, 3 * x) - sqrt(abs(3 * x)))^2)', { x: '[-2, 3]' }, 'neither', 'kink'],
];

/** Steps without end, of which only the nearest are looked at. */
const STEPS: readonly Row[] = [
  ['floor(exp(exp(x)))', { x: '(10, 1000)' }, 'unknown', 'unknown'],
  ['(x - round(x))^2', X, 'neither', 'kink'],
  ['abs(x - floor(x) - 0.5)', X, 'neither', 'kink'],
  ['x - floor(x)', X, 'neither', 'jump'],
];

/** A kink beside branches that are not all isolated. */
const BESIDE: readonly Row[] = [
  [
    'where((x - 4)^2 / (1 + exp(x - 2)) <= 1, 0.5 * ((x - 4)^2 / (1 + exp(x - 2)))^2, (x - 4)^2 / (1 + exp(x - 2)) - 0.5) + min(0.4 * x, 1)',
    X,
    'neither',
    'kink',
  ],
];

/** Elements that a root measures from their own mean, and the largest of some. */
const TOGETHER: readonly Row[] = [
  ['sqrt((x - (x + y + z) / 3)^2 + (y - (x + y + z) / 3)^2 + (z - (x + y + z) / 3)^2)', XYZ, 'convex', 'kink'],
  ['max(x + y, x + z, y + z)', XYZ, 'convex', 'kink'],
];

/** Branches that touch without crossing. */
const TOUCHING: readonly Row[] = [
  ['max(exp(x), 1 + x)', X, 'convex', 'smooth'],
  ['max(x, sin(x))', X, 'neither', 'C2'],
];

/** Forms with a proof of their own. */
const FORMS: readonly Row[] = [
  ['where(x > y, x, y)', XY, 'convex', 'kink'],
  ['where(x^2 + y^2 <= 1, 0.5 * (x^2 + y^2), sqrt(x^2 + y^2) - 0.5)', XY, 'convex', 'C1'],
  ['where(x^2 + y^2 <= 1, 0, sqrt(x^2 + y^2) - 1)', XY, 'convex', 'kink'],
  ['sqrt((x^2 + y^2 + z^2) / 3 - ((x + y + z) / 3)^2)', XYZ, 'convex', 'kink'],
  ['log(exp(x) + exp(y)) - x - 0.1 * exp(x) / (exp(x) + exp(y))', XY, 'convex', 'smooth'],
  ['-log(sigmoid(1 - x) - sigmoid(-1 - x))', X, 'convex', 'smooth'],
  ['softplus(x) - 2 * log(softplus(x))', X, 'convex', 'smooth'],
  ['-log(1 - exp(-exp(x)))', X, 'convex', 'smooth'],
  ['0.1 * x + x * log(exp(1 / x) + exp(-1 / x))', { x: '(0, inf)' }, 'convex', 'smooth'],
];

describe('cases that are nearly something else', () => {
  for (const [expression, domains, convexity, smoothness] of [...NARROW, ...ROOTS, ...STEPS, ...BESIDE, ...TOGETHER, ...TOUCHING, ...FORMS])
    it(expression, () => {
      const found = functionVerdictsOf(lossOf(expression, domains, Object.keys(domains)), conventions);
      assert.deepEqual([found.convexity.answer, found.differentiability.answer], [convexity, smoothness]);
    });
});
