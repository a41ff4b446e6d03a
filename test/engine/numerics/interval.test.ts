import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as wide from '../../../src/engine/numerics/double-double';
import { formatOf } from '../../../src/engine/numerics/format';
import * as intervals from '../../../src/engine/numerics/interval';
import {
  fromBinary,
  add as addExactly,
  compare as compareExactly,
  divide as divideExactly,
  multiply as multiplyExactly,
} from '../../../src/engine/numerics/rational';
import { numbersOf, REFERENCE, repeatable } from './reference';

const { ALL, interval, point, isPoint } = intervals;
type Interval = intervals.Interval;
type DoubleDouble = wide.DoubleDouble;
const { compare, dd } = wide;

function assertHolds(i: Interval, value: DoubleDouble, what: string): void {
  const above = compare(value, dd(i.lo));
  const below = compare(value, dd(i.hi));
  const rounded = value.lo === 0; // a saturated reference cannot tell an open end from a closed one
  assert.ok(i.loOpen && !rounded ? above > 0 : above >= 0, `${what}: ${value.hi} below ${i.lo}`);
  assert.ok(i.hiOpen && !rounded ? below < 0 : below <= 0, `${what}: ${value.hi} above ${i.hi}`);
}

const UNARY: Readonly<Record<string, (x: Interval) => Interval>> = {
  exp: intervals.exp,
  expm1: intervals.expm1,
  exp2: intervals.exp2,
  log: intervals.log,
  log2: intervals.log2,
  log10: intervals.log10,
  log1p: intervals.log1p,
  sqrt: intervals.sqrt,
  rsqrt: intervals.rsqrt,
  cbrt: intervals.cbrt,
  tan: intervals.tan,
  asin: intervals.asin,
  acos: intervals.acos,
  atan: intervals.atan,
  sinh: intervals.sinh,
  cosh: intervals.cosh,
  tanh: intervals.tanh,
  asinh: intervals.asinh,
  acosh: intervals.acosh,
  atanh: intervals.atanh,
  sin: intervals.sin,
  cos: intervals.cos,
  sigmoid: intervals.sigmoid,
  softplus: intervals.softplus,
  logSigmoid: intervals.logSigmoid,
};

describe('intervals of functions of one variable', () => {
  for (const [name, f] of Object.entries(UNARY)) {
    it(`${name} holds the exact value, of a point and of an interval around it`, () => {
      const random = repeatable(11);
      for (const row of REFERENCE.unary[name] ?? assert.fail(name)) {
        const [x, high, low] = numbersOf(row) as [number, number, number];
        assertHolds(f(point(x)), dd(high, low), `${name}(${x})`);
        const around = interval(x - random() * random() * 3, x + random() * random() * 3, random() < 0.5, random() < 0.5);
        if (intervals.contains(around, x)) assertHolds(f(around), dd(high, low), `${name} on [${around.lo}, ${around.hi}]`);
      }
    });

    it(`${name} of a point is narrow`, () => {
      for (const row of REFERENCE.unary[name] ?? []) {
        const [x] = numbersOf(row) as [number];
        const image = f(point(x));
        assert.ok(intervals.widthOf(image) <= 1e-14 * Math.max(Math.abs(image.lo), 1e-300), `${name}(${x})`);
      }
    });
  }

  it('is exact at the points where the function is', () => {
    assert.deepEqual(intervals.exp(point(0)), point(1));
    assert.deepEqual(intervals.log(interval(0, 1, true)), interval(-Infinity, 0));
    assert.deepEqual(intervals.sqrt(interval(0, 9)), interval(0, 3));
    assert.deepEqual(intervals.sigmoid(ALL), interval(0, 1, true, true));
    assert.deepEqual(intervals.tanh(interval(0, Infinity)), interval(0, 1, false, true));
    assert.deepEqual(intervals.cos(point(0)), point(1));
  });

  it('flags operands outside the real domain and keeps the image of the rest', () => {
    const image = intervals.log(interval(-1, 1));
    assert.ok(image.nan);
    assert.deepEqual([image.lo, image.hi], [-Infinity, 0]);
    assert.ok(intervals.isEmpty(intervals.sqrt(interval(-2, -1))) && intervals.sqrt(interval(-2, -1)).nan);
    assert.ok(intervals.acos(interval(0, 2)).nan && !intervals.acos(interval(0, 1)).nan);
  });

  it('tells a reached infinity from an unbounded end', () => {
    assert.ok(!intervals.log(interval(0, 1)).loOpen);
    assert.ok(intervals.log(interval(0, 1, true)).loOpen);
    assert.ok(!intervals.isDefined(intervals.log(interval(0, 1))));
    assert.ok(intervals.isDefined(intervals.log(interval(0, 1, true))));
  });

  it('steps', () => {
    assert.deepEqual(intervals.floor(interval(0.5, 3, false, true)), interval(0, 2));
    assert.deepEqual(intervals.ceil(interval(1, 2.5, true)), interval(2, 3));
    assert.deepEqual(intervals.round(interval(0.5, 2.5)), interval(0, 2));
    assert.deepEqual(intervals.sign(interval(0, 4, true)), point(1));
    assert.deepEqual(intervals.sign(interval(0, 4)), interval(0, 1));
  });
});

describe('interval arithmetic', () => {
  it('holds exact sums, products and quotients of random points', () => {
    const random = repeatable(3);
    const number = (): number => (random() - 0.5) * 10 ** (random() * 40 - 20);
    for (let i = 0; i < 3000; i++) {
      const [x, y] = [number(), number()];
      const [a, b] = [fromBinary(x), fromBinary(y)];
      for (const [image, exact] of [
        [intervals.add(point(x), point(y)), addExactly(a, b)],
        [intervals.multiply(point(x), point(y)), multiplyExactly(a, b)],
        [intervals.divide(point(x), point(y)), divideExactly(a, b)],
      ] as const) {
        assert.ok(compareExactly(fromBinary(image.lo), exact) <= (image.loOpen ? -1 : 0));
        assert.ok(compareExactly(fromBinary(image.hi), exact) >= (image.hiOpen ? 1 : 0));
      }
    }
  });

  it('holds results of points of random intervals', () => {
    const random = repeatable(5);
    const ends = [-3, -1, -0.5, 0, 0.5, 1, 2];
    const end = (): number => ends[Math.floor(random() * ends.length)] as number;
    for (let i = 0; i < 4000; i++) {
      const [x, y] = [interval(end(), end(), random() < 0.5, random() < 0.5), interval(end(), end(), random() < 0.5, random() < 0.5)];
      if (intervals.isEmpty(x) || intervals.isEmpty(y)) continue;
      const inside = (j: Interval): number =>
        isPoint(j)
          ? j.lo
          : random() < 0.2 && !j.loOpen
            ? j.lo
            : random() < 0.2 && !j.hiOpen
              ? j.hi
              : j.lo + (0.01 + 0.98 * random()) * (j.hi - j.lo);
      const [a, b] = [inside(x), inside(y)];
      assertHolds(intervals.multiply(x, y), wide.multiply(dd(a), dd(b)), `${a} * ${b}`);
      assertHolds(intervals.add(x, y), wide.add(dd(a), dd(b)), `${a} + ${b}`);
      if (b !== 0) assertHolds(intervals.divide(x, y), wide.divide(dd(a), dd(b)), `${a} / ${b}`);
      if (a > 0) assertHolds(intervals.power(x, y), wide.power(dd(a), dd(b)), `${a} ** ${b}`);
      assertHolds(intervals.maximum(x, y), dd(Math.max(a, b)), `max(${a}, ${b})`);
      assertHolds(intervals.minimum(x, y), dd(Math.min(a, b)), `min(${a}, ${b})`);
      assertHolds(intervals.square(x), wide.multiply(dd(a), dd(a)), `${a} squared`);
      assertHolds(intervals.abs(x), dd(Math.abs(a)), `|${a}|`);
      assertHolds(
        intervals.hypot(x, y),
        wide.sqrt(wide.add(wide.multiply(dd(a), dd(a)), wide.multiply(dd(b), dd(b)))),
        `hypot(${a}, ${b})`,
      );
      assertHolds(intervals.logaddexp(x, y), wide.log(wide.add(wide.exp(dd(a)), wide.exp(dd(b)))), `logaddexp(${a}, ${b})`);
    }
  });

  it('is exact when the operation is', () => {
    assert.deepEqual(intervals.subtract(point(1), interval(0, 1, true, true)), interval(0, 1, true, true));
    assert.deepEqual(intervals.multiply(point(2), interval(-3, 5)), interval(-6, 10));
    assert.deepEqual(intervals.add(point(0.5), point(0.25)), point(0.75));
    assert.deepEqual(intervals.divide(point(1), point(8)), point(0.125));
    assert.deepEqual(intervals.power(interval(-2, 3), point(2)), interval(0, 9));
    assert.deepEqual(intervals.power(interval(-2, 3), point(3)), interval(-8, 27));
    assert.ok(intervals.contains(intervals.power(interval(0, 3), interval(0.3, 0.4, true, true)), 0), 'every power of 0 is 0');
    assert.ok(!isPoint(intervals.add(point(0.1), point(0.2))));
  });

  it('divides by intervals that reach 0', () => {
    assert.deepEqual(intervals.divide(point(1), interval(0, 4)), interval(0.25, Infinity, false, false));
    assert.deepEqual(intervals.divide(point(1), interval(0, 4, true)), interval(0.25, Infinity));
    assert.deepEqual(intervals.reciprocal(interval(-1, 1)), interval(-Infinity, Infinity, false, false));
    assert.ok(intervals.divide(interval(0, 1), interval(0, 1)).nan);
    assert.ok(!intervals.divide(interval(0, 1, true), interval(0, 1)).nan);
  });

  it('knows what infinities do', () => {
    const top = interval(0, Infinity, false, false);
    assert.ok(intervals.subtract(top, top).nan);
    assert.ok(intervals.multiply(top, point(0)).nan);
    assert.ok(!intervals.multiply(interval(0, Infinity), point(0)).nan);
    assert.deepEqual(intervals.multiply(interval(0, Infinity), point(0)), point(0));
  });

  it('never loses an overflow', () => {
    const big = intervals.exp(interval(800, 900));
    assert.equal(big.lo, Number.MAX_VALUE);
    assert.equal(big.hi, Infinity);
    assert.equal(intervals.multiply(point(1e200), point(1e200)).lo, Number.MAX_VALUE);
  });

  it('holds powers', () => {
    for (const row of REFERENCE.power) {
      const [x, y, high, low] = numbersOf(row) as [number, number, number, number];
      assertHolds(intervals.power(point(x), point(y)), dd(high, low), `${x} ** ${y}`);
    }
    assert.ok(intervals.power(interval(-1, 1), point(0.5)).nan);
    assert.deepEqual(intervals.power(interval(0, 2), point(-1)), interval(0.5, Infinity, false, false));
  });

  it('rounds to what a format can hold', () => {
    const half = formatOf('float16');
    assert.deepEqual(intervals.roundInterval(interval(0, 1, true, true), half), interval(0, 1));
    assert.deepEqual(intervals.roundInterval(interval(1e-9, 1e9), half), interval(0, Infinity, false, false));
  });

  it('joins and meets', () => {
    assert.deepEqual(intervals.hull(interval(0, 1, true), interval(1, 2)), interval(0, 2, true));
    assert.ok(intervals.isEmpty(intervals.intersect(interval(0, 1), interval(1, 2, true))));
    assert.ok(intervals.includes(ALL, interval(0, 1)) && !intervals.includes(interval(0, 1, true), interval(0, 1)));
    assert.ok(intervals.isPositive(interval(0, 1, true)) && !intervals.isPositive(interval(0, 1)));
    assert.ok(
      intervals.isNegative(interval(-1, 0, false, true)) && intervals.isNonPositive(interval(-1, 0)) && intervals.isNonNegative(point(0)),
    );
  });
});
