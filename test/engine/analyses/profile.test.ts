import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { functionVerdictsOf, type FunctionVerdicts } from '../../../src/engine/analyses/function-verdicts';
import { repeatable } from '../../../src/engine/analyses/scalar/coordinate';
import { conventions } from '../../../src/engine/frameworks/torch/conventions';
import { profileContradictions } from '../../fuzz/profile';
import { lossOf } from './labelled-cases';

type Row = readonly [expression: string, domains: Readonly<Record<string, string>>, told: Partial<FunctionVerdicts>];

/** What lies at a single place, between the settings of a parameter, or in many digits. */
const PROFILES: readonly Row[] = [
  ['floor(relu(3 * x))', { x: '[-1, 1]' }, { bounds: { lower: 0, upper: 3 } }],
  ['sign(x)', { x: '[0, 1]' }, { bounds: { lower: 0, upper: 1 }, quasiconvexity: 'yes' }],
  ['relu(x) - sign(x - 1)', { x: '[0, 1]' }, { smoothness: null, lipschitz: null, quasiconvexity: 'no' }],
  ['exp(-cbrt(erf(x))^2)', { x: '[-2, 3]' }, { bounds: { lower: 0.367884858991, upper: 1 } }],
  ['softplus(min(-1, 0.5 * x + 4 * y))', { x: '[0, 1]', y: '[-2, 3]' }, { bounds: { lower: 0.000335406372896, upper: 0.313261687518 } }],
  ['floor(2^x)', { x: '[-2, 3]' }, { bounds: { lower: 0, upper: 8 } }],
  ['exp(1 / x) * cbrt(3 * x)', { x: '(0, 1)' }, { bounds: { lower: Number((Math.E * Math.cbrt(3)).toPrecision(12)), upper: null } }],
  ['x * exp(4 * x) * exp(exp(1 / x))', { x: '(0, 1)' }, { bounds: { lower: 0, upper: null } }],
  ['0.000001 / (1 + sigmoid(x))', { x: 'R' }, { bounds: { lower: 5e-7, upper: 1e-6 } }],
  [
    'min(sqrt(1 + x^2), where(abs(x - y / 2) <= 1, 0.5 * (x - y / 2)^2, abs(x - y / 2) - 0.5))',
    { x: '[0, 1]', y: 'R' },
    { smoothness: null },
  ],
  ['x * w', { x: '(0, 1)', w: '(0, 1)' }, { lipschitz: null }],
  ['min((y - 3)^2, where(2 * y < 3 * x, 2 * y, 3 * x))', { x: '[0, 1]', y: '[-2, 3]' }, { lipschitz: null }],
  ['sqrt(1 + sigmoid(x)^2)', { x: 'R' }, { bounds: { lower: 1, upper: Number(Math.SQRT2.toPrecision(12)) } }],
];

describe('bounds, constants and shapes along one variable', () => {
  for (const [expression, domains, told] of PROFILES) {
    it(`${expression} on ${Object.values(domains).join(', ')}`, () => {
      const loss = lossOf(expression, domains, ['x']);
      const found = functionVerdictsOf(loss, conventions);
      assert.deepEqual(Object.fromEntries(Object.keys(told).map((key) => [key, found[key as keyof FunctionVerdicts]])), told);
      assert.deepEqual(profileContradictions(loss, found, repeatable(3)), []);
    });
  }

  it('numbers speak against bounds, constants, hills, limits, zones and places that are not so', () => {
    const loss = lossOf('max(x, 0) + x^2 / 4', { x: '[-2, 2]' }, ['x']);
    const right = functionVerdictsOf(loss, conventions);
    const wrong: readonly Partial<FunctionVerdicts>[] = [
      { bounds: { lower: 0.5, upper: null } },
      { lipschitz: 1 },
      { smoothness: 0.5 },
      { gradientLimits: { x: { lower: 3, upper: null } } },
      { deadZones: { x: [[-2, -1]] } },
      { differentiability: { ...right.differentiability, at: [{ where: 'x = 0', kind: 'kink', left: 0, right: 2, autograd: 0 }] } },
    ];
    assert.deepEqual(profileContradictions(loss, right, repeatable(3)), []);
    for (const claim of wrong)
      assert.notDeepEqual(profileContradictions(loss, { ...right, ...claim }, repeatable(3)), [], JSON.stringify(claim));
    const hill = lossOf('-x^2', { x: 'R' }, ['x']);
    assert.notDeepEqual(
      profileContradictions(hill, { ...functionVerdictsOf(hill, conventions), quasiconvexity: 'yes' }, repeatable(3)),
      [],
    );
  });
});
