import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  isolateRoots,
  multiply,
  type Polynomial,
  signAt,
  signOn,
  simplestRational,
  squareFreeFactors,
} from '../../../src/engine/numerics/polynomial';
import { equals, rational, toNumber } from '../../../src/engine/numerics/rational';
import { repeatable } from './reference';

const poly = (...coefficients: number[]): Polynomial => coefficients.map(BigInt);
const line = (root: number): Polynomial => poly(-root, 1);

describe('polynomials', () => {
  it('isolates random integer roots with their multiplicities, exactly', () => {
    const random = repeatable(4);
    for (let i = 0; i < 60; i++) {
      const expected = [...new Set(Array.from({ length: 4 }, () => Math.floor(random() * 21) - 10))]
        .sort((a, b) => a - b)
        .map((at) => ({ at, times: 1 + Math.floor(random() * 3) }));
      const p = expected.reduce<Polynomial>(
        (all, { at, times }) => Array.from({ length: times }).reduce<Polynomial>((q) => multiply(q, line(at)), all),
        poly(-3),
      );
      const found = isolateRoots(p, 'lowest', 'highest');
      assert.deepEqual(
        found.map(({ low, multiplicity }) => ({ at: toNumber(low), times: multiplicity })),
        expected,
      );
      assert.ok(found.every(({ low, high }) => equals(low, high)));
    }
  });

  it('isolates irrational roots', () => {
    const [low, high] = isolateRoots(poly(-2, 0, 1), 'lowest', 'highest');
    assert.equal(toNumber(low?.low ?? assert.fail()), -Math.SQRT2);
    assert.equal(toNumber(high?.high ?? assert.fail()), Math.SQRT2);
  });

  it('counts only roots strictly inside', () => {
    assert.equal(isolateRoots(multiply(line(0), multiply(line(1), line(2))), rational(0), rational(2)).length, 1);
    assert.equal(isolateRoots(multiply(line(0), line(3)), rational(0), 'highest').length, 1);
  });

  it('decides signs on intervals; double roots do not change them', () => {
    const touching = multiply(line(1), line(1));
    assert.deepEqual(signOn(touching, 'lowest', 'highest'), { sign: 1 });
    assert.deepEqual(signOn(poly(), rational(0), rational(1)), { sign: 0 });
    assert.deepEqual(signOn(poly(0, -1), rational(0), 'highest'), { sign: -1 });
    const crossing = signOn(poly(-1, 0, 4), rational(0), 'highest');
    assert.ok('changes' in crossing && crossing.changes.length === 1 && equals(crossing.changes[0]?.low ?? assert.fail(), rational(1, 2)));
  });

  it('knows signs at the ends of the line', () => {
    assert.equal(signAt(poly(0, 0, 0, -2), 'lowest'), 1);
    assert.equal(signAt(poly(0, 0, 0, -2), 'highest'), -1);
    assert.equal(signAt(poly(7, 0, 2), 'lowest'), 1);
  });

  it('splits by multiplicity', () => {
    const p = multiply(line(2), multiply(line(5), line(5)));
    assert.deepEqual(
      squareFreeFactors(p).map(({ multiplicity, factor }) => [multiplicity, factor.map((c) => c * (factor[1] ?? 1n))]),
      [
        [1, line(2)],
        [2, line(5)],
      ],
    );
  });

  it('finds the simplest fraction of an interval', () => {
    assert.ok(equals(simplestRational(rational(31, 100), rational(36, 100)), rational(1, 3)));
    assert.ok(equals(simplestRational(rational(-7, 2), rational(-13, 5)), rational(-3)));
  });
});
