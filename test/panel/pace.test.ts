import assert from 'node:assert/strict';
import { pointsFor } from '../../media/panel/points-for';

describe('the pace of drawing', () => {
  it('takes fewer points where a frame took too long, and more again where there is time', () => {
    assert.ok(pointsFor(301, 28, 301) < 100);
    assert.equal(pointsFor(301, 3, 301), 301);
    assert.equal(pointsFor(100, 1, 301), 200);
  });

  it('never takes so few that a curve could not be told from a line', () => {
    assert.equal(pointsFor(50, 1000, 301), 41);
    assert.equal(pointsFor(41, 0, 301), 82);
  });
});
