import assert from 'node:assert/strict';
import { problemText } from '../../src/editor/strings/problems';
import { lossSyntax } from '../../src/engine/check/loss-syntax';

/** Texts whose problems have, between them, every wording of the grammar, of declarations and of calls. */
const WRONG = [
  'f(x) = )',
  'f(x) = log(x\n',
  'f(x) = (x + ) * 2',
  'f(x) = ',
  '3 = x',
  `f(x) = ${'('.repeat(700)}x${')'.repeat(700)}`,
  'f(x) = 2 3',
  '# losswright: x inn R\nf(x) = x',
  '# losswright: z in R\nf(x) = x',
  'f(x) = foo(x) + bar(y)',
  'f(x) = x + y',
  'f(x) = g(1, 2) + x\ng(x) = x',
  'f(x) = f(x)',
];

describe('problems of .loss files', () => {
  const messages = WRONG.flatMap((text) => lossSyntax(text).problems.map(({ message }) => message));

  it('are said in Chinese', () => {
    assert.ok(messages.length >= WRONG.length, messages.join('\n'));
    for (const message of messages) assert.match(problemText('zh-cn', message), /[\u4e00-\u9fff]/, message);
  });

  it('are said in English as they are, and keep their names in Chinese', () => {
    for (const message of messages) assert.equal(problemText('en', message), message);
    assert.equal(problemText('zh-cn', 'foo is not an operation'), '没有名为 foo 的运算');
  });
});
