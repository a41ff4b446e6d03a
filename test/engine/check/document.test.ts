import assert from 'node:assert/strict';
import { checkSource } from '../../../src/engine/check/check';
import { regionsOf } from '../../../src/engine/check/document';
import { DEFAULT_OPTIONS } from '../../../src/engine/check/options';
import type { Source } from '../../../src/engine/check/source';
import { testTools } from '../../support/tools';

const source = (language: Source['language'], text: string): Source => ({ path: 'x', language, text });
const at = (text: string, word: string) => ({ start: text.indexOf(word), end: text.indexOf(word) + word.length });

describe('regions of a source', () => {
  it('reads a Python file as it is', () => {
    const { regions } = regionsOf(source('python', 'a\nb'), () => true);
    assert.equal(regions.length, 1);
    assert.deepEqual(regions[0]?.rangeOf({ start: 2, end: 3 }).start, { line: 1, character: 0 });
  });

  it('joins the fences of a Markdown text, each language by itself, and finds the way back', () => {
    const text = '# note\n```python\nx = 1\n```\n- item\n  ```py\n  y = x\n  ```\n```loss\nf(x) = x\n```\n';
    const { regions } = regionsOf(source('markdown', text), () => false);
    const [python, loss] = regions;
    assert.ok(python && loss);
    assert.equal(python.text, '\n\nx = 1\n\n\n\ny = x', 'each fence starts on its own line');
    assert.deepEqual(python.rangeOf(at(python.text, 'y')), { start: { line: 6, character: 2 }, end: { line: 6, character: 3 } });
    assert.deepEqual(loss.rangeOf(at(loss.text, 'f')).start, { line: 9, character: 0 });
  });

  it('joins the cells of a notebook and names the cell', () => {
    const cells = [
      { cell_type: 'code', source: ['import numpy as np\n', '%matplotlib inline'] },
      { cell_type: 'markdown', source: 'text' },
      { cell_type: 'code', source: 'def loss(x):\n    return x' },
    ];
    const { regions, problem } = regionsOf(source('notebook', JSON.stringify({ cells, metadata: {} })), () => false);
    const [python] = regions;
    assert.ok(python);
    assert.equal(problem, null);
    const span = at(python.text, 'return');
    assert.equal(python.cellOf(span), 2);
    assert.deepEqual(python.rangeOf(span).start, { line: 1, character: 4 });
  });

  it('says of a loss and of what is found in it which cell they stand in', async () => {
    const cells = ['import torch', 'def entropy(z):\n    p = torch.softmax(z, dim=-1)\n    return -(p * torch.log(p)).sum()'];
    const text = JSON.stringify({ cells: cells.map((code) => ({ cell_type: 'code', source: code })), metadata: {} });
    const { losses, findings } = checkSource(source('notebook', text), await testTools(), DEFAULT_OPTIONS).report;
    assert.deepEqual([losses[0]?.cell, losses[0]?.range.start.line], [1, 0]);
    assert.ok(findings.length > 0 && findings.every(({ cell }) => cell === 1));
  });

  it('says what is not a notebook', () => {
    assert.match(regionsOf(source('notebook', '{'), () => false).problem ?? '', /not a notebook/);
  });
});
