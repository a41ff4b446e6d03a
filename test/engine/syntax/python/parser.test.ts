import assert from 'node:assert/strict';
import { MAX_DEPTH } from '../../../../src/engine/syntax/python/tree-builder';
import type { PythonParser } from '../../../../src/engine/syntax/python/parser';
import type { PyNode } from '../../../../src/engine/syntax/python/node';
import { testParser } from '../../../support/tools';

describe('syntax/python parser', () => {
  let parser: PythonParser;

  before(async () => {
    parser = await testParser();
  });

  const parse = (text: string) => {
    const parsed = parser.parse(text);
    parsed.dispose();
    return parsed.module;
  };
  const print = (node: PyNode): string =>
    node.children.length > 0 ? `${node.type}(${node.children.map(print).join(' ')})` : `${node.type}:${node.text}`;
  const find = (node: PyNode, type: string): PyNode | null => {
    if (node.type === type) return node;
    for (const child of node.children) {
      const found = find(child, type);
      if (found) return found;
    }
    return null;
  };
  const one = (text: string, type: string): PyNode => {
    const node = find(parse(text).root, type);
    assert.ok(node, `${type} in ${text}`);
    return node;
  };
  const definitions = (text: string) =>
    parse(text)
      .root.children.filter((c) => c.type.endsWith('_definition'))
      .map((c) => (c.field('definition') ?? c).field('name')?.text);

  it('gives nodes with fields, text and parents', () => {
    const call = one('y = F.relu(x, inplace=True)', 'call');
    assert.equal(call.field('function')?.text, 'F.relu');
    assert.equal(call.field('arguments')?.children.length, 2);
    assert.equal(call.parent?.type, 'assignment');
    assert.equal(call.field('nothing'), null);
  });

  it('gives every field of one name', () => {
    const statement = one('if a:\n  pass\nelif b:\n  pass\nelif c:\n  pass\nelse:\n  pass\n', 'if_statement');
    assert.deepEqual(
      statement.fieldAll('alternative').map((n) => n.type),
      ['elif_clause', 'elif_clause', 'else_clause'],
    );
  });

  it('names operators', () => {
    assert.deepEqual(one('a < b <= c', 'comparison_operator').operators, ['<', '<=']);
    assert.deepEqual(one('a not in b', 'comparison_operator').operators, ['not in']);
    assert.deepEqual(one('a is not b', 'comparison_operator').operators, ['is not']);
    assert.equal(one('a **= 2', 'augmented_assignment').operator, '**=');
    assert.equal(one('a // 2', 'binary_operator').operator, '//');
    assert.equal(one('a or b', 'boolean_operator').operator, 'or');
    assert.equal(one('-a', 'unary_operator').operator, '-');
    assert.equal(one('f(a)', 'call').operator, null);
  });

  it('keeps the punctuation that tells slices apart', () => {
    const colonFirst = one('x[:n]', 'slice');
    const colonLast = one('x[n:]', 'slice');
    assert.ok((colonFirst.tokens[0]?.start ?? 0) < (colonFirst.children[0]?.start ?? 0));
    assert.ok((colonLast.tokens[0]?.start ?? 0) > (colonLast.children[0]?.start ?? 0));
  });

  it('reads numbers that other parsers misread', () => {
    assert.equal(one('a = 2.*x', 'binary_operator').field('left')?.text, '2.');
    assert.equal(one('a = 1.e-7', 'float').text, '1.e-7');
  });

  it('counts in UTF-16 units', () => {
    const text = 'λ = "😀"; ŷ = loss(λ)';
    const call = one(text, 'call');
    assert.equal(text.slice(call.start, call.end), 'loss(λ)');
  });

  it('collects comments and leaves them out of the tree', () => {
    const module = parse('# losswright: p in (0, 1)\ndef f(p):  # end\n    return p\n    # inside\n');
    assert.deepEqual(
      module.comments.map((c) => c.text),
      ['# losswright: p in (0, 1)', '# end', '# inside'],
    );
    assert.equal(find(module.root, 'comment'), null);
  });

  it('says where the text is wrong', () => {
    const module = parse('a = 1\nb = = 2\nc = 3\n');
    assert.equal(module.errors.length, 1);
    assert.equal(module.root.hasError, true);
    assert.ok((module.errors[0]?.span.start ?? 0) >= 6);
    assert.deepEqual(parse('a = 1\n').errors, []);
  });

  it('keeps the other functions after an early open bracket', () => {
    const text =
      'import torch\nx = foo((\n\n@jit\n@other\ndef first(a):\n    return (a\n\ndef second(b):\n    return b\n\nclass Third:\n    def forward(self):\n        return 1\n';
    assert.deepEqual(definitions(text).slice(-2), ['second', 'Third']);
    assert.ok(definitions(text).includes('second'));
    for (const name of ['second', 'Third']) {
      const node = parse(text).root.children.find((c) => c.field('name')?.text === name);
      assert.equal(node?.hasError, false, name);
      assert.equal(node && text.slice(node.start, node.end), node?.text);
    }
  });

  it('does not take definitions out of a string of a sound file', () => {
    assert.deepEqual(definitions('"""\ndef f(x):\n    return x\n"""\ndef g(y):\n    return y\n'), ['g']);
  });

  it('parses an edited text as it parses a new one', () => {
    const texts = [
      'def f(x):\n    return x + 1\n',
      'def f(x):\n    return x * 21\n',
      'def f(x):\n    return "😀" * 21\n',
      'def f(x):\n    return "😁" * 21\n',
      'def f(x:\n    return "😁" * 21\n',
      '',
      'def g(x):\n    return x\n',
    ];
    let previous = parser.parse('x = 0\n');
    for (const text of texts) {
      const next = parser.parse(text, previous);
      assert.equal(print(next.module.root), print(parse(text).root), JSON.stringify(text));
      assert.equal(next.module.root.end, text.length);
      previous.dispose();
      previous = next;
    }
    previous.dispose();
  });

  it('still parses after the previous result was freed', () => {
    const previous = parser.parse('a = 1');
    previous.dispose();
    previous.dispose();
    assert.equal(parser.parse('a = 2', previous).module.root.children.length, 1);
  });

  it('survives any text', () => {
    const hostile = [
      '',
      '\0',
      'a = 1\0 + 2\nb = 3\n',
      '\ud800',
      'x = "\udfff"\ny = "\ud83d"',
      '\ufeffdef f(x): return x',
      '\r\r\r',
      '('.repeat(10_000),
      'x = ' + '('.repeat(10_000) + '1' + ')'.repeat(10_000),
      'x = ' + 'a + '.repeat(10_000) + '1',
      'x = ' + '-'.repeat(10_000) + '1',
      'def f(:\n'.repeat(500),
      '"""',
      '\t'.repeat(1000) + 'x',
      'if x:\n' + Array.from({ length: 90 }, (_, i) => ' '.repeat(i + 1) + 'if x:\n').join(''),
    ];
    for (const text of hostile) {
      const module = parse(text);
      assert.equal(module.root.type, 'module');
      assert.equal(module.root.end, text.length);
      for (const { span } of module.errors) assert.ok(0 <= span.start && span.start <= span.end && span.end <= text.length);
    }
  });

  it('bounds the depth of the tree', () => {
    const depth = (node: PyNode): number => 1 + Math.max(0, ...node.children.map(depth));
    const module = parse('x = ' + '('.repeat(10_000) + '1' + ')'.repeat(10_000));
    assert.ok(depth(module.root) <= MAX_DEPTH + 2);
    assert.ok(module.errors.some((e) => e.message === 'nested too deeply'));
  });

  it('parses a megabyte', () => {
    const text = 'def loss(p, y):\n    return -(y * log(p) + (1 - y) * log(1 - p)).mean()\n\n'.repeat(14_000);
    assert.ok(text.length > 1_000_000);
    assert.equal(parse(text).root.children.length, 14_000);
  }).timeout(20_000);
});
