import assert from 'node:assert/strict';
import { ticksBetween } from '../../media/panel/ticks';

describe('the numbers of an axis', () => {
  it('are round, ends included', () => {
    assert.deepEqual(ticksBetween(-6, 6, 6), [-6, -4, -2, 0, 2, 4, 6]);
    assert.deepEqual(ticksBetween(0, 1, 6), [0, 0.2, 0.4, 0.6, 0.8, 1]);
    assert.deepEqual(ticksBetween(1e-7, 3e-7, 2), [1e-7, 2e-7, 3e-7]);
  });

  it('are none where there is no room', () => assert.deepEqual(ticksBetween(2, 2, 6), []));
});
