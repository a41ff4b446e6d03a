import assert from 'node:assert/strict';
import { flatten, jsonNumber, nest, numberOf } from '../../../src/engine/check/json-number';

describe('numbers of the JSON report', () => {
  it('writes what JSON cannot hold as strings, and reads it back', () => {
    for (const x of [1.5, Infinity, -Infinity, NaN]) assert.equal(numberOf(jsonNumber(x)), x);
    assert.ok(Object.is(jsonNumber(-0), 0));
  });

  it('nests row-major values like their shape', () => {
    assert.deepEqual(nest([1, 2, 3, 4, 5, Infinity], [2, 3]), [
      [1, 2, 3],
      [4, 5, 'inf'],
    ]);
    assert.equal(nest([7], []), 7);
  });

  it('flattens nested arrays, written-out or full', () => {
    assert.deepEqual(
      flatten([
        [1, 2],
        [3, 'nan'],
      ]),
      { values: [1, 2, 3, NaN], shape: [2, 2] },
    );
    assert.deepEqual(flatten({ full: [2, 2], value: 1 }), { values: [1, 1, 1, 1], shape: [2, 2] });
    assert.deepEqual(flatten(true), { values: [1], shape: [] });
  });

  it('refuses ragged nesting and other things', () => {
    assert.equal(flatten([[1], [1, 2]]), null);
    assert.equal(flatten(['x']), null);
    assert.equal(flatten({ full: [1e9], value: 1 }), null);
  });
});
