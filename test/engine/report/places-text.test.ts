import assert from 'node:assert/strict';
import { placesText } from '../../../src/engine/report/places-text';

describe('places of kinks in a line', () => {
  it('are told one by one while they are short', () => {
    assert.equal(placesText(['x = 0', 'x = 1'], 'en'), 'x = 0; x = 1');
  });

  it('that differ in their elements only are told once', () => {
    assert.equal(
      placesText(['z[0] - z[1] = 0', 'z[0] - z[2] = 0', 'z[1] - z[2] = 0', 'w = 0'], 'en'),
      'z[0] - z[1] = 0; w = 0; and 2 more',
    );
  });

  it('are counted where they are too long to read', () => {
    const long = (name: string) => `${name} - ${'a'.repeat(60)} = 0`;
    assert.equal(placesText([long('x'), long('y')], 'en'), `${long('x')}; and 1 more`);
    assert.equal(placesText([long('x'), long('y')], 'zh-cn'), `${long('x')}；另有 1 处`);
  });
});
