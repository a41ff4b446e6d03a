import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { evaluate } from '../../../src/engine/check/evaluate';
import { DEFAULT_OPTIONS } from '../../../src/engine/check/options';
import { testTools } from '../../support/tools';

interface Case {
  readonly framework: string;
  readonly code: string;
  readonly gradients: readonly (readonly (number | 'nan' | 'inf' | '-inf')[])[];
}

const { points, cases } = JSON.parse(readFileSync(new URL('../../oracle/kinks.json', import.meta.url), 'utf8')) as {
  points: readonly (readonly [x: readonly number[], y: readonly number[]])[];
  cases: readonly Case[];
};

/** What the evaluation gives for the gradient by x in double precision. */
async function gradientOf(code: string, x: readonly number[], y: readonly number[]): Promise<readonly number[]> {
  const source = { path: 'own.py', language: 'python', text: code } as const;
  const result = evaluate(source, 'some_loss', { inputs: { x, y }, wrt: ['x'] }, await testTools(), {
    ...DEFAULT_OPTIONS,
    formats: ['float64'],
  });
  assert.ok(!('problem' in result), JSON.stringify(result));
  return [result.gradients['x']].flat(2).map(Number);
}

describe('gradients at kinks, jumps and ties are those of the framework', function () {
  this.timeout(60000);

  for (const { framework, code, gradients } of cases)
    it(`${framework}: ${code.split('return ')[1]?.trim() ?? ''}`, async () => {
      for (const [i, [x, y]] of points.entries()) {
        const got = await gradientOf(code, x, y);
        const expected = (gradients[i] ?? []).map(Number);
        const same = expected.every(
          (g, j) =>
            Object.is(g, got[j]) || Math.abs(g - (got[j] ?? NaN)) <= 1e-7 * (1 + Math.abs(g)) || (Number.isNaN(g) && Number.isNaN(got[j])),
        );
        assert.ok(same, `at x = ${JSON.stringify(x)}, y = ${JSON.stringify(y)}: ${got.join()} where the framework has ${expected.join()}`);
      }
    });
});
