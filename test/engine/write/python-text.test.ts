import assert from 'node:assert/strict';
import { callArguments, parenthesised, STRENGTH, strengthOf } from '../../../src/engine/write/python-text';

describe('strength of Python source', () => {
  const cases: readonly [string, keyof typeof STRENGTH][] = [
    ['x', 'atom'],
    ['self.x[0]', 'atom'],
    ['f(a + b, c)', 'atom'],
    ['1e-7', 'atom'],
    ['a + b', 'sum'],
    ['a - b', 'sum'],
    ['-a', 'sign'],
    ['-a * b', 'product'],
    ['a ** 2', 'power'],
    ['a * b', 'product'],
    ['a @ b', 'product'],
    ['a < b', 'comparison'],
    ['a if b else c', 'choice'],
    ['lambda x: x', 'choice'],
    ['a and b', 'logic'],
    ['not a', 'logic'],
    ['a, b', 'tuple'],
    ['format', 'atom'],
    ['input', 'atom'],
    ['"a + b"', 'atom'],
    ['x[a:b] + 1', 'sum'],
  ];
  for (const [code, strength] of cases) it(`of ${code} is ${strength}`, () => assert.equal(strengthOf(code), STRENGTH[strength]));

  it('decides on parentheses', () => {
    assert.equal(parenthesised('a + b', STRENGTH.product), '(a + b)');
    assert.equal(parenthesised('a * b', STRENGTH.sum), 'a * b');
    assert.equal(parenthesised('f(a, b)', STRENGTH.atom), 'f(a, b)');
  });
});

describe('arguments of a call', () => {
  it('are split at top-level commas', () => {
    assert.deepEqual(callArguments('F.softmax(z[:, 0], dim=(1, 2))'), ['z[:, 0]', 'dim=(1, 2)']);
    assert.deepEqual(callArguments('z.softmax(-1)'), ['-1']);
    assert.deepEqual(callArguments('f()'), []);
    assert.deepEqual(callArguments('f(")", x)'), ['")"', 'x']);
  });

  it('are none where there is no call', () => {
    assert.equal(callArguments('x'), null);
    assert.equal(callArguments('f(x) + 1'), null);
  });
});
