import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as wide from '../../../src/engine/numerics/double-double';
import {
  add as addExactly,
  type Rational,
  fromBinary,
  subtract as subtractExactly,
  multiply as multiplyExactly,
  toNumber,
} from '../../../src/engine/numerics/rational';
import { numbersOf, REFERENCE, repeatable } from './reference';

const { dd } = wide;

function exact(x: wide.DoubleDouble): Rational {
  return addExactly(fromBinary(x.hi), fromBinary(x.lo));
}

const UNARY: Readonly<Record<string, (x: wide.DoubleDouble) => wide.DoubleDouble>> = {
  exp: wide.exp,
  expm1: wide.expm1,
  log: wide.log,
  log1p: wide.log1p,
  sqrt: wide.sqrt,
  tanh: wide.tanh,
  sinh: wide.sinh,
  cosh: wide.cosh,
  sin: wide.sin,
  cos: wide.cos,
  atan: wide.atan,
  erf: wide.erf,
  erfc: wide.erfc,
};

describe('double-double', () => {
  it('log and log1p end where they hand over to each other', () => {
    for (const near of [0.7, 1.3, 0.75, 1.25])
      for (let step = -4; step <= 4; step++)
        for (const low of [-5.55e-17, 0, 5.55e-17]) {
          const x = wide.add(dd(near + step * 2 ** -53), dd(low));
          assert.ok(Math.abs(wide.log(x).hi - Math.log(near)) < 1e-14);
          assert.ok(Math.abs(wide.log1p(wide.add(x, dd(-1))).hi - Math.log(near)) < 1e-14);
        }
  });

  for (const [name, f] of Object.entries(UNARY)) {
    it(`${name} has 28 digits`, () => {
      for (const row of REFERENCE.unary[name] ?? assert.fail(name)) {
        const [x, high, low] = numbersOf(row) as [number, number, number];
        const error = toNumber(subtractExactly(exact(f(dd(x))), addExactly(fromBinary(high), fromBinary(low))));
        assert.ok(Math.abs(error) <= 1e-28 * Math.abs(high) + 1e-300, `${name}(${x}): relative error ${error / high}`);
      }
    });
  }

  it('adds, multiplies and divides to 31 digits', () => {
    const random = repeatable(2);
    for (let i = 0; i < 500; i++) {
      const [x, y] = [dd(random() - 0.5, (random() - 0.5) * 2 ** -56), dd(random() + 0.1, (random() - 0.5) * 2 ** -56)];
      const close = (value: wide.DoubleDouble, truth: Rational): void => {
        assert.ok(Math.abs(toNumber(subtractExactly(exact(value), truth))) <= 1e-31 * (1 + Math.abs(toNumber(truth))));
      };
      close(wide.add(x, y), addExactly(exact(x), exact(y)));
      close(wide.multiply(x, y), multiplyExactly(exact(x), exact(y)));
      close(wide.multiply(wide.divide(x, y), y), exact(x));
    }
  });

  it('raises to powers', () => {
    for (const row of REFERENCE.power) {
      const [x, y, high, low] = numbersOf(row) as [number, number, number, number];
      const error = toNumber(subtractExactly(exact(wide.power(dd(x), dd(y))), addExactly(fromBinary(high), fromBinary(low))));
      assert.ok(Math.abs(error) <= 1e-27 * Math.abs(high), `${x} ** ${y}`);
    }
  });

  it('passes on what it cannot compute', () => {
    assert.equal(wide.log(dd(0)).hi, -Infinity);
    assert.ok(Number.isNaN(wide.sqrt(dd(-1)).hi));
    assert.equal(wide.exp(dd(1000)).hi, Infinity);
    assert.equal(wide.toNumber(wide.exp(dd(0))), 1);
  });
});
