import assert from 'node:assert/strict';
import { parseNotebook } from '../../../../src/engine/syntax/notebook/notebook';
import { withoutMagics } from '../../../../src/engine/syntax/notebook/magics';

const notebook = (cells: unknown[], metadata: unknown = {}) => JSON.stringify({ cells, metadata, nbformat: 4 });
const code = (source: unknown, metadata: unknown = {}) => ({ cell_type: 'code', source, metadata });

describe('syntax/notebook', () => {
  it('reads cells with their index, language and text', () => {
    const { cells, error } = parseNotebook(
      notebook([
        { cell_type: 'markdown', source: ['# Title\n', 'text'] },
        code(['a = 1\n', 'b = 2']),
        code('c = 3'),
        { cell_type: 'raw', source: 'x' },
      ]),
    );
    assert.equal(error, null);
    assert.deepEqual(
      cells.map((c) => [c.index, c.language, c.text]),
      [
        [0, 'markdown', '# Title\ntext'],
        [1, 'python', 'a = 1\nb = 2'],
        [2, 'python', 'c = 3'],
        [3, 'other', 'x'],
      ],
    );
  });

  it('takes the language from the cell, then from the kernel', () => {
    const languages = (metadata: unknown) =>
      parseNotebook(notebook([code('x'), code('y', { vscode: { languageId: 'python' } })], metadata)).cells.map((c) => c.language);
    assert.deepEqual(languages({ kernelspec: { language: 'R' } }), ['other', 'python']);
    assert.deepEqual(languages({ language_info: { name: 'ipython' } }), ['python', 'python']);
    assert.deepEqual(languages({}), ['python', 'python']);
  });

  it('replaces magics at equal length', () => {
    const cases: [string, string | null][] = [
      ['%matplotlib inline\nx = 1', '0                 \nx = 1'],
      ['!pip install \\\n  torch\nx = 1', '0             \n  0    \nx = 1'],
      ['if a:\n    !ls\n', 'if a:\n    0  \n'],
      ['files = !ls\nx?\n', '0          \n0 \n'],
      ['%%time\nx = 1', '0     \nx = 1'],
      ['%%bash\nls', null],
      ['\n%%html\n<b>', null],
      ['x = (a\n  % b)\ny = a %b', 'x = (a\n  % b)\ny = a %b'],
      ['a != b\nf(x)', 'a != b\nf(x)'],
      ['"100%"\ns = "%d" % n', '"100%"\ns = "%d" % n'],
    ];
    for (const [text, expected] of cases) assert.equal(withoutMagics(text), expected, text);
  });

  it('has no cells where there is no notebook', () => {
    for (const text of ['', '\0', '{', '[]', 'null', '3', '{"cells": 3}', '['.repeat(100_000)]) {
      const { cells, error } = parseNotebook(text);
      assert.deepEqual(cells, []);
      assert.ok(error);
    }
  });

  it('reads odd cells as empty', () => {
    const { cells } = parseNotebook(notebook([null, 3, code(7), code(['a', 1, 'b']), { cell_type: 'code' }]));
    assert.deepEqual(
      cells.map((c) => c.text),
      ['', '', '', 'ab', ''],
    );
  });
});
