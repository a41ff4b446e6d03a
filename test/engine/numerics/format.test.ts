import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { formatOf, isFormatName } from '../../../src/engine/numerics/format';
import { numbersOf, REFERENCE } from './reference';

describe('formats', () => {
  it('rounds to float16 and bfloat16 as numpy and torch do', () => {
    const [half, brain] = [formatOf('float16'), formatOf('bfloat16')];
    for (const row of REFERENCE.halves) {
      const [x, asHalf, asBrain] = numbersOf(row);
      assert.equal(half.round(x as number), asHalf, `float16 of ${x}`);
      assert.equal(brain.round(x as number), asBrain, `bfloat16 of ${x}`);
    }
  });

  it('breaks ties to even', () => {
    const { round } = formatOf('bfloat16');
    assert.equal(round(1 + 2 ** -8), 1);
    assert.equal(round(1 + 3 * 2 ** -8), 1 + 2 ** -6);
  });

  it('overflows to infinity only beyond half a unit above the largest value', () => {
    const { round, largest } = formatOf('float16');
    assert.equal(round(65519.9), largest);
    assert.equal(round(65520), Infinity);
    assert.equal(round(-65520), -Infinity);
  });

  it('keeps the sign of a zero that underflows', () => {
    assert.ok(Object.is(formatOf('float16').round(-1e-9), -0));
    assert.ok(Object.is(formatOf('float32', true).round(-1e-40), -0));
  });

  it('flushes subnormals only where asked', () => {
    assert.equal(formatOf('float32').round(1e-40), Math.fround(1e-40));
    assert.equal(formatOf('float32', true).round(1e-40), 0);
    assert.equal(formatOf('float32', true).round(2 ** -126), 2 ** -126);
  });

  it('knows its limits', () => {
    assert.equal(formatOf('float32').largest, 3.4028234663852886e38);
    assert.equal(formatOf('float32').epsilon, 2 ** -23);
    assert.equal(formatOf('float16').smallestSubnormal, 2 ** -24);
    assert.equal(formatOf('float64').smallestSubnormal, Number.MIN_VALUE);
    assert.ok(isFormatName('bfloat16') && !isFormatName('float8') && !isFormatName('toString'));
  });
});
