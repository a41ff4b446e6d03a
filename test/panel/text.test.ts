import assert from 'node:assert/strict';
import { numberText } from '../../media/panel/number-text';
import { EN } from '../../media/panel/strings/en';
import { speaker } from '../../media/panel/strings/say';
import { ZH_CN } from '../../media/panel/strings/zh-cn';
import { verticalWindow } from '../../media/panel/vertical';
import { suppression } from '../../src/editor/suppression';
import { EN as EDITOR_EN } from '../../src/editor/strings/en';
import { ZH_CN as EDITOR_ZH_CN } from '../../src/editor/strings/zh-cn';

const slots = (sentence: string): string[] => [...sentence.matchAll(/\{(\w+)\}/g)].map(([slot]) => slot).sort();

describe('numbers as text', () => {
  for (const [x, text] of [
    [0, '0'],
    [-0.5, '−0.5'],
    [1 / 3, '0.3333'],
    [123456, '1.235e5'],
    [1e-7, '1e−7'],
    [-1e-4, '−1e−4'],
    [Infinity, '∞'],
    [-Infinity, '−∞'],
    [NaN, 'nan'],
  ] as const) {
    it(`writes ${x} as ${text}`, () => assert.equal(numberText(x), text));
  }
});

describe('sentences', () => {
  it('have the same slots in every language', () => {
    for (const [english, chinese] of [
      [EN, ZH_CN],
      [EDITOR_EN, EDITOR_ZH_CN],
    ] as const) {
      for (const [id, sentence] of Object.entries(english))
        assert.deepEqual(slots((chinese as Record<string, string>)[id] ?? ''), slots(sentence), id);
    }
  });

  it('are filled', () => {
    assert.equal(speaker('en')('element.one', { index: 2, count: 3 }), '2 of 3');
    assert.equal(speaker('zh-cn')('element.one', { index: 2, count: 3 }), '第 2 个，共 3 个');
  });
});

describe('the vertical window', () => {
  it('holds everything where nothing runs away', () => {
    const [low, high] = verticalWindow([[0, 1, 2, null, 4]]);
    assert.ok(low < 0 && high > 4 && high < 5);
  });

  it('cuts a pole off, so that the rest can be seen', () => {
    const column = Array.from({ length: 200 }, (_, i) => 1 / (i + 1e-6));
    const [, high] = verticalWindow([column]);
    assert.ok(high < 10, String(high));
  });
});

describe('a suppression', () => {
  for (const [line, result] of [
    ['    return torch.log(p)', '    return torch.log(p)  # losswright: ignore[stability/a]'],
    ['x = 1  # losswright: ignore[stability/b]', 'x = 1  # losswright: ignore[stability/b, stability/a]'],
    ['x = 1  # losswright: p in (0, 1)', 'x = 1  # losswright: p in (0, 1); ignore[stability/a]'],
    ['x = a + \\', null],
  ] as const) {
    it(`of "${line.trim()}"`, () => assert.equal(suppression(line, 'stability/a'), result));
  }
});
