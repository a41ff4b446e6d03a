import assert from 'node:assert/strict';
import { parseArguments, UsageError } from '../../src/cli/arguments';

describe('command line arguments', () => {
  it('reads options in any place, lists repeated or comma-separated', () => {
    const a = parseArguments(
      ['check', 'a.py', '--dtype', 'float16,bfloat16', 'b', '--dtype=float32', '--select', 'stability', '--jobs', '3'],
      true,
    );
    assert.equal(a.command, 'check');
    assert.deepEqual(a.operands, ['a.py', 'b']);
    assert.deepEqual(a.dtypes, ['float16', 'bfloat16', 'float32']);
    assert.equal(a.jobs, 3);
    assert.equal(a.failOn, null);
  });

  it('takes - as an operand and switches colour off', () => {
    const a = parseArguments(['check', '-', '--language', 'loss', '--no-color'], true);
    assert.deepEqual(a.operands, ['-']);
    assert.equal(a.language, 'loss');
    assert.equal(a.color, false);
  });

  for (const argv of [
    [],
    ['paint'],
    ['check', '--format', 'xml'],
    ['check', '--jobs', '0'],
    ['check', '--speed'],
    ['check', '--dtype', 'half'],
  ]) {
    it(`refuses "${argv.join(' ')}"`, () => assert.throws(() => parseArguments(argv, false), UsageError));
  }
});
