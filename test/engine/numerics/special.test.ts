import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as special from '../../../src/engine/numerics/special';
import { numbersOf, REFERENCE } from './reference';

const FUNCTIONS: Readonly<Record<string, (x: number) => number>> = {
  erf: special.erf,
  erfc: special.erfc,
  erfinv: special.erfinv,
  lgamma: special.lgamma,
  digamma: special.digamma,
  trigamma: special.trigamma,
  ndtr: special.ndtr,
  logNdtr: special.logNdtr,
};

describe('special functions', () => {
  for (const [name, f] of Object.entries(FUNCTIONS)) {
    it(`${name} agrees with the reference`, () => {
      for (const row of REFERENCE.unary[name] ?? assert.fail(name)) {
        const [x, expected] = numbersOf(row) as [number, number];
        const tolerance = 4e-14 * Math.max(Math.abs(expected), name === 'lgamma' || name === 'digamma' ? 1 : 0);
        assert.ok(Math.abs(f(x) - expected) <= tolerance, `${name}(${x}) = ${f(x)}, not ${expected}`);
      }
    });
  }

  it('knows its poles and ends', () => {
    assert.equal(special.lgamma(-2), Infinity);
    assert.equal(special.digamma(0), -Infinity);
    assert.ok(Number.isNaN(special.digamma(-1)));
    assert.equal(special.erfinv(-1), -Infinity);
    assert.equal(special.erf(Infinity), 1);
    assert.equal(special.erfc(40), 0);
    assert.ok(Math.abs(special.lgamma(-2.5) + 0.05624371649767405) < 1e-13);
  });
});
