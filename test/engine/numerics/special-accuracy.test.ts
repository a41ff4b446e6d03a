import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as erf from '../../../src/engine/numerics/special/erf';
import * as gamma from '../../../src/engine/numerics/special/gamma';
import * as normal from '../../../src/engine/numerics/special/normal';

const measured = JSON.parse(readFileSync(new URL('../../oracle/special.json', import.meta.url), 'utf8')) as Record<
  string,
  [number, number][]
>;

/** Largest relative error in units in the last place; the ranges of the ops allow at least four times as much. */
const ULPS: Record<string, number> = {
  erf: 4,
  erfc: 8,
  erfinv: 8,
  lgamma: 64,
  digamma: 16,
  trigamma: 64,
  tetragamma: 64,
  ndtr: 8,
  logNdtr: 16,
  inverseMills: 8,
};
const FUNCTIONS: Record<string, (x: number) => number> = {
  ...gamma,
  ...normal,
  erf: erf.erf,
  erfc: erf.erfc,
  erfinv: erf.erfinv,
};

describe('special functions', () => {
  for (const [name, rows] of Object.entries(measured)) {
    it(`${name} is accurate`, () => {
      for (const [x, exact] of rows) {
        if (x < 0 && name !== 'trigamma' && name in gamma) continue;
        const value = FUNCTIONS[name]?.(x) ?? NaN;
        const allowed = (ULPS[name] ?? 0) * 2 ** -52 * Math.abs(exact) + Number.MIN_VALUE;
        assert.ok(Math.abs(value - exact) <= allowed, `${name}(${x}) = ${value}, exactly ${exact}`);
      }
    });
  }
  it('have their limits', () => {
    assert.deepEqual([-Infinity, -0, 0, Infinity, NaN].map(erf.erf), [-1, -0, 0, 1, NaN]);
    assert.deepEqual([-Infinity, Infinity].map(erf.erfc), [2, 0]);
    assert.deepEqual([-1, 0, 1, 2, NaN].map(erf.erfinv), [-Infinity, 0, Infinity, NaN, NaN]);
    assert.deepEqual([0, -1, -2, 1, 2, Infinity, NaN].map(gamma.lgamma), [Infinity, Infinity, Infinity, 0, 0, Infinity, NaN]);
    assert.deepEqual([0, -0, -1, Infinity].map(gamma.digamma), [-Infinity, Infinity, NaN, Infinity]);
    assert.deepEqual([-Infinity, Infinity].map(normal.ndtr), [0, 1]);
    assert.deepEqual([-Infinity, Infinity].map(normal.logNdtr), [-Infinity, -0]);
  });
});
