import assert from 'node:assert/strict';
import { contourLevels, contourLines } from '../../media/panel/contours';
import { directionsOf, sampleSurface } from '../../media/panel/surface';
import { Unreadable } from '../../src/engine/tape/tape';
import { absoluteError, negativeLog, sumOfSquares } from './drawings';

describe('a surface', () => {
  it('offers inputs as a whole, then element by element', () => {
    assert.deepEqual(
      directionsOf(absoluteError()).map(({ label }) => label),
      ['x', 'target'],
    );
    assert.deepEqual(
      directionsOf(sumOfSquares()).map(({ label }) => label),
      ['x', 'x[0]', 'x[1]', 'x[2]'],
    );
  });

  it('has the values of the loss, and knows the lowest', () => {
    const of = sumOfSquares();
    const [, x, y] = directionsOf(of);
    assert.ok(x && y);
    const surface = sampleSurface(of, { x: [1, 1, 1] }, x, y, 5);
    assert.ok(!(surface instanceof Unreadable));
    assert.equal(surface.values[0], 4 + 4 + 1);
    assert.deepEqual(surface.lowest, { value: 1, x: 0, y: 0 });
  });

  it('is nan where the loss is', () => {
    const of = negativeLog(-1);
    const [x] = directionsOf(of);
    assert.ok(x);
    const surface = sampleSurface(of, { x: [0.5] }, x, x, 3);
    assert.ok(!(surface instanceof Unreadable) && Number.isNaN(surface.values[0]));
  });
});

describe('contour lines', () => {
  const size = 21;
  const cone = Float64Array.from({ length: size * size }, (_, i) => Math.hypot((i % size) - 10, Math.floor(i / size) - 10));

  it('lie where the level is', () => {
    const segments = contourLines(cone, size, 5);
    assert.ok(segments.length > 20);
    for (const [x, y] of segments) assert.ok(Math.abs(Math.hypot(x - 10, y - 10) - 5) < 0.1, `${x}, ${y}`);
  });

  it('keep away from cells without a value', () => {
    const holed = cone.slice();
    holed[10 * size + 15] = NaN;
    assert.ok(contourLines(holed, size, 5).every(([x, y]) => Math.hypot(x - 15, y - 10) > 0.9));
  });

  it('have levels inside the values', () => {
    const levels = contourLevels(cone, 4);
    assert.equal(levels.length, 4);
    assert.ok(levels.every((level) => level > 0 && level < Math.hypot(10, 10)));
    assert.deepEqual(contourLevels(new Float64Array(4), 4), []);
  });
});
