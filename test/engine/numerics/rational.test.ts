import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as q from '../../../src/engine/numerics/rational';

const of = (n: number, d = 1): q.Rational => q.rational(n, d);

describe('rationals', () => {
  it('reads the decimal that a double prints as', () => {
    assert.deepEqual(q.fromNumber(0.1), of(1, 10));
    assert.deepEqual(q.fromNumber(-2.5e-7), of(-1, 4000000));
    assert.deepEqual(q.fromNumber(1e21), q.rational(10n ** 21n));
    assert.deepEqual(q.fromBinary(0.375), of(3, 8));
    assert.throws(() => q.fromNumber(Infinity), RangeError);
  });

  it('computes in lowest terms', () => {
    assert.deepEqual(q.add(of(1, 6), of(1, 3)), of(1, 2));
    assert.deepEqual(q.subtract(of(1, 2), of(1, 2)), q.ZERO);
    assert.deepEqual(q.multiply(of(2, 3), of(3, 4)), of(1, 2));
    assert.deepEqual(q.divide(of(1, 2), of(-1, 4)), of(-2));
    assert.deepEqual(q.power(of(2, 3), -2), of(9, 4));
    assert.throws(() => q.divide(q.ONE, q.ZERO), RangeError);
  });

  it('compares', () => {
    assert.equal(q.compare(of(1, 3), of(2, 5)), -1);
    assert.ok(q.equals(q.abs(of(-4, 6)), of(2, 3)));
    assert.ok(q.isInteger(of(6, 3)) && !q.isInteger(of(1, 2)));
    assert.equal(q.print(of(-3, 6)), '-1/2');
  });

  it('rounds to the nearest double, however long it is', () => {
    assert.equal(q.toNumber(of(1, 3)), 1 / 3);
    assert.equal(q.toNumber(q.rational(10n ** 40n + 1n, 3n * 10n ** 39n)), 10 / 3);
    assert.equal(q.toNumber(q.rational(-1n, 10n ** 300n)), -1e-300);
    assert.equal(q.toNumber(q.rational(10n ** 320n, 10n ** 10n)), Infinity);
    assert.equal(q.toNumber(q.fromNumber(1e-310)), 1e-310);
  });

  it('finds exact roots', () => {
    assert.deepEqual(q.exactRoot(of(9, 4), 2), of(3, 2));
    assert.deepEqual(q.exactRoot(of(27), 3), of(3));
    assert.equal(q.exactRoot(of(2), 2), null);
    assert.equal(q.exactRoot(of(-4), 2), null);
  });
});
