import assert from 'node:assert/strict';
import { decode } from '../../src/cli/decode';

const bytes = (...parts: (string | number[])[]) => Buffer.concat(parts.map((part) => Buffer.from(part as string)));

describe('decoding files', () => {
  it('reads UTF-8, with or without a byte order mark', () => {
    assert.deepEqual(decode(bytes('σ = 1')), { text: 'σ = 1' });
    assert.deepEqual(decode(bytes([0xef, 0xbb, 0xbf], 'x')), { text: 'x' });
  });

  it('reads UTF-16 by its mark and the encoding that a Python source declares', () => {
    assert.deepEqual(decode(bytes([0xff, 0xfe], Buffer.from('x = 1', 'utf16le') as unknown as number[])), { text: 'x = 1' });
    assert.deepEqual(decode(bytes('# -*- coding: latin-1 -*-\n# ', [0xe9])), { text: '# -*- coding: latin-1 -*-\n# é' });
  });

  it('says what it cannot read', () => {
    assert.deepEqual(decode(bytes('a', [0], 'b')), { problem: 'unreadable.binary', slots: {} });
    assert.deepEqual(decode(bytes([0xe9, 0x20])), { problem: 'unreadable.encoding', slots: { encoding: 'utf-8' } });
    assert.deepEqual(decode(bytes('# coding: klingon\n')), { problem: 'unreadable.encoding', slots: { encoding: 'klingon' } });
    assert.deepEqual(decode(new Uint8Array(17 * 1024 * 1024)), { problem: 'unreadable.too-large', slots: { limit: 16 } });
  });
});
