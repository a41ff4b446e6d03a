import assert from 'node:assert/strict';
import { codeRegions } from '../../../../src/engine/syntax/markdown/regions';

const regions = (text: string) => codeRegions(text, (code) => /^def /m.test(code));

/** Every line of every region must be found in the source where the map says. */
function checkMap(text: string): void {
  for (const region of regions(text)) {
    let at = 0;
    for (const line of region.text.split('\n')) {
      const source = region.toSource(at);
      assert.equal(text.slice(source, source + line.length), line);
      at += line.length + 1;
    }
  }
}

describe('syntax/markdown regions', () => {
  const cases: Record<string, [string, [string, string][]]> = {
    'marked fences': [
      'a\n```python\nx = 1\n```\n```py\ny\n```\n```loss\nf(x) = x\n```\n',
      [
        ['python', 'x = 1'],
        ['python', 'y'],
        ['loss', 'f(x) = x'],
      ],
    ],
    'other languages': ['```js\ndef f(): pass\n```\n```pycon\n>>> 1\n```\n```python-repl\n```\n', []],
    'fences without a language, by their content': [
      '```\ndef f(x):\n  return x\n```\n```\n├── text\n```\n',
      [['python', 'def f(x):\n  return x']],
    ],
    attributes: [
      '```python title="a" {1}\na\n```\n``` {.python .numberLines}\nb\n```\n```{python}\nc\n```\n```{code-cell} ipython3\nd\n```\n```Python\ne\n```',
      [
        ['python', 'a'],
        ['python', 'b'],
        ['python', 'c'],
        ['python', 'd'],
        ['python', 'e'],
      ],
    ],
    'tildes and long fences': [
      '~~~python\na = """\n```\n"""\n~~~\n````py\n```\n````\n',
      [
        ['python', 'a = """\n```\n"""'],
        ['python', '```'],
      ],
    ],
    'a fence in a nested list': [
      '- one\n  - two\n\n    ```python\n    def f(x):\n        return x\n    ```\n',
      [['python', 'def f(x):\n    return x']],
    ],
    'a fence on the line of its list item': ['1. ```python\n   a\n     b\n   ```\n', [['python', 'a\n  b']]],
    'a quoted fence': ['> ```python\n> a\n>   b\n> ```\n', [['python', 'a\n  b']]],
    'an unclosed fence': ['```python\na\n\nb', [['python', 'a\n\nb']]],
    'an unclosed fence in a quote or a list': [
      '> ```python\n> a\nb\n\n- ```py\n  c\nd\n```py\ne\n```',
      [
        ['python', 'a'],
        ['python', 'c'],
        ['python', 'e'],
      ],
    ],
    'a closing fence with fewer marks': ['````python\na\n```\nb\n````', [['python', 'a\n```\nb']]],
    'lines indented less than an indented fence': ['  ```python\n  a\n b\n  ```', [['python', 'a\nb']]],
    'inline code': ['```python``` and `x`\n\nx = 1\n', []],
    'carriage returns': ['```python\r\na\r\n```\r\nb', [['python', 'a\r']]],
    'an empty fence': ['```python\n```\n', [['python', '']]],
  };
  for (const [name, [text, expected]] of Object.entries(cases)) {
    it(`reads ${name}`, () => {
      assert.deepEqual(
        regions(text).map((r) => [r.language, r.text]),
        expected,
      );
      checkMap(text);
    });
  }

  it('survives any text', () => {
    for (const text of [
      '',
      '\0',
      '```',
      '~~~\n'.repeat(1001),
      '> '.repeat(5000) + '```python',
      '- '.repeat(5000),
      '`'.repeat(100_000),
      '\ud800```python',
    ]) {
      assert.doesNotThrow(() => checkMap(text));
    }
  });
});
