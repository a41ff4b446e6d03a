import assert from 'node:assert/strict';
import { lossSyntax, lossVocabulary } from '../../../src/engine/check/loss-syntax';

const TEXT = '# losswright: x in R; wrt x\nscale = 2\nhuber(x, delta) = abs(x) <= delta ? x^2 / scale : delta * abs(x) - e\n';

describe('the syntax of a .loss text', () => {
  const named = (text: string): string[] =>
    lossSyntax(text).tokens.map(({ start, end, type, modifiers }) => [text.slice(start, end), type, ...modifiers].join(' '));

  it('tells what each name stands for', () => {
    assert.deepEqual(named(TEXT), [
      'scale variable declaration',
      'huber function declaration',
      'x parameter declaration',
      'delta parameter declaration',
      'abs function defaultLibrary',
      'x parameter',
      'delta parameter',
      'x parameter',
      'scale variable',
      'delta parameter',
      'abs function defaultLibrary',
      'x parameter',
      'e variable readonly defaultLibrary',
    ]);
    assert.deepEqual(lossSyntax(TEXT).problems, []);
  });

  it('places errors of grammar', () => {
    const text = 'f(x) = log(x\ng(x) = x^2\n';
    const [problem, ...rest] = lossSyntax(text).problems;
    assert.equal(problem?.kind, 'syntax');
    assert.match(problem.message, /unfinished|missing/);
    assert.ok(problem.start >= text.indexOf('x\n') && problem.end <= text.indexOf('\ng('));
    assert.deepEqual(rest, []);
  });

  it('places names and calls without a meaning', () => {
    const text = 'f(x) = foo(x) + bar\n';
    const problems = lossSyntax(text).problems.map(({ kind, start, end }) => [kind, text.slice(start, end)]);
    assert.deepEqual(problems, [
      ['meaning', 'foo(x)'],
      ['meaning', 'bar'],
    ]);
  });

  it('names a problem of a helper once', () => {
    assert.equal(lossSyntax('h(x) = foo(x)\nf(x) = h(x)\ng(x) = h(x)\n').problems.length, 1);
  });

  it('takes any text', () => {
    for (const text of ['', '(', '=', 'f(', '# losswright: x in', 'f(x) = [1, 2', '\u0000'])
      assert.ok(Array.isArray(lossSyntax(text).tokens));
  });

  it('has a vocabulary without leaves, each name once', () => {
    const { functions, constants, rules } = lossVocabulary();
    assert.ok(rules.includes('stability/log-zero-prob'));
    assert.ok(functions.includes('logsumexp') && functions.includes('where') && !functions.includes('parameter'));
    assert.equal(new Set(functions).size, functions.length);
    assert.ok(constants.includes('pi'));
  });
});
