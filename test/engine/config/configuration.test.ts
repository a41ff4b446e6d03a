import assert from 'node:assert/strict';
import { readConfiguration } from '../../../src/engine/config/configuration';

describe('configuration', () => {
  it('keeps what fits', () => {
    const json = {
      $schema: 'x',
      dtypes: ['float32', 'bfloat16'],
      ignore: ['design'],
      severity: { 'stability/log-zero-prob': 'off' },
      failOn: 'warning',
    };
    const { configuration, problems } = readConfiguration(json);
    assert.deepEqual(problems, []);
    assert.deepEqual(configuration.dtypes, ['float32', 'bfloat16']);
    assert.equal(configuration.failOn, 'warning');
  });

  it('names what does not fit, and keeps the rest', () => {
    const { configuration, problems } = readConfiguration({
      dtypes: ['float8'],
      severity: { a: 'loud' },
      colour: 'red',
      select: ['stability'],
    });
    assert.equal(problems.length, 3);
    assert.match(problems.join('\n'), /"colour" is not a setting/);
    assert.deepEqual(configuration, { select: ['stability'] });
  });

  it('refuses what is not an object', () => {
    assert.equal(readConfiguration([]).problems.length, 1);
    assert.equal(readConfiguration(null).problems.length, 1);
  });
});
