import assert from 'node:assert/strict';
import { parse } from 'mathjs';
import type { ConditionalNode, ConstantNode, FunctionAssignmentNode, MathNode } from 'mathjs';
import { MAX_DEPTH } from '../../../../src/engine/syntax/loss/expression-reader';
import { parseLoss } from '../../../../src/engine/syntax/loss/parser';
import type { LossNode } from '../../../../src/engine/syntax/loss/node';

const RELATIONS: Record<string, string> = { smaller: '<', smallerEq: '<=', larger: '>', largerEq: '>=', equal: '==', unequal: '!=' };
const ELEMENTWISE: Record<string, string> = { dotMultiply: 'multiply', dotDivide: 'divide', dotPow: 'pow' };

/** Both trees in one notation. */
function ours(node: LossNode): string {
  switch (node.kind) {
    case 'number':
      return String(node.value);
    case 'text':
      return JSON.stringify(node.value);
    case 'name':
      return node.name;
    case 'call':
      return `${node.callee.name}(${node.args.map(ours).join(' ')})`;
    case 'operator':
      return node.operator === 'percentage'
        ? `divide(${node.args.map(ours).join(' ')} 100)`
        : `${node.operator}(${node.args.map(ours).join(' ')})`;
    case 'relation':
      return `rel(${node.args.map((a, i) => (i === 0 ? ours(a) : `${node.operators[i - 1]} ${ours(a)}`)).join(' ')})`;
    case 'conditional':
      return `if(${ours(node.condition)} ${ours(node.then)} ${ours(node.otherwise)})`;
    case 'matrix':
      return `[${node.rows.map((row) => row.map(ours).join(' ')).join('; ')}]`;
    case 'index':
      return `${ours(node.object)}[${node.indices.map(ours).join(' ')}]`;
    case 'error':
      return 'ERROR';
  }
}

/** mathjs takes its operator words for names where an operand is due; we do not. */
function nameOf(name: string): string {
  if (['and', 'or', 'xor', 'mod', 'not'].includes(name)) throw new SyntaxError(name);
  return name;
}

function theirs(node: MathNode): string {
  const children: MathNode[] = [];
  node.forEach((child) => void children.push(child));
  const all = children.map(theirs);
  if (node.type === 'ParenthesisNode') return all[0] ?? '';
  if (node.type === 'ConstantNode')
    return typeof (node as ConstantNode).value === 'string'
      ? JSON.stringify((node as ConstantNode).value)
      : String((node as ConstantNode).value);
  if (node.type === 'SymbolNode') return nameOf((node as unknown as { name: string }).name);
  if (node.type === 'FunctionNode') return `${all[0]}(${all.slice(1).join(' ')})`;
  if (node.type === 'ConditionalNode') {
    const { condition, trueExpr, falseExpr } = node as ConditionalNode;
    return `if(${[condition, trueExpr, falseExpr].map(theirs).join(' ')})`;
  }
  if (node.type === 'RelationalNode') {
    const { conditionals } = node as unknown as { conditionals: string[] };
    return `rel(${all.map((a, i) => (i === 0 ? a : `${RELATIONS[conditionals[i - 1] ?? '']} ${a}`)).join(' ')})`;
  }
  if (node.type === 'ArrayNode')
    return children.some((c) => c.type === 'ArrayNode') ? `[${all.map((a) => a.slice(1, -1)).join('; ')}]` : `[${all.join(' ')}]`;
  if (node.type === 'IndexNode') return `[${all.join(' ')}]`;
  if (node.type === 'AccessorNode') return all.join('');
  const fn = (node as unknown as { fn: string }).fn;
  const relation = RELATIONS[fn];
  return relation ? `rel(${all.join(` ${relation} `)})` : `${ELEMENTWISE[fn] ?? fn}(${all.join(' ')})`;
}

function mathjsTree(text: string): string {
  try {
    const tree = parse(text);
    return tree.type === 'ConstantNode' && text.trim() === '' ? 'ERROR' : theirs(tree);
  } catch {
    return 'ERROR';
  }
}

function ourTree(text: string): string {
  const { statements, errors } = parseLoss(text);
  const [statement] = statements;
  return errors.length > 0 || statements.length !== 1 || !statement ? 'ERROR' : ours(statement.body);
}

/** Expressions that try each construct, separated by `;;`. */
const CURATED = String.raw`
-x^2 ;; 2x^2 ;; 2 x y ;; -2^-3 ;; a^b^c ;; a! ;; a' ;; a'^2 ;; a% ;; 10%3 ;; 10 % 3 ;; 10% ;; 5%*2 ;; 10% + 3 ;; a - b% ;; x% y
-x% ;; 2 x% ;; not a and b ;; not not a ;; not a * b ;; a and b or c ;; a or b and c ;; a xor b or c ;; a < b < c
a < b == c > d ;; a == b ;; a != b + 1 ;; a ? b : c ? d : e ;; a < b ? c : d ;; 1/2x ;; 1/2 x ;; 1/2/3 x ;; 1/2(x) ;; a/2 x
a*1/2x ;; a 1/2 x ;; -1/2 x ;; 2^3/4 x ;; (1)/2 x ;; 1/2 3 ;; 1/2 x/3 y ;; 2(x+1) ;; (x+1)(x-2) ;; x(y) ;; f (x) ;; f(x)(y)
f(x) y ;; 2 f(x) ;; 2^x y ;; x^2y ;; x^2 3 ;; a 2 ;; 1 2 ;; x y 2 ;; 3! 2 ;; 2 -1 ;; a -b ;; -1 x ;; [1, 2] ;; [1, 2; 3, 4] ;; []
[1, 2]' ;; x[1] ;; x[1, 2] ;; 2 x[1] ;; 1. ;; 1.e-7 ;; .5 ;; 1e5x ;; 2e ;; 5.*3 ;; 5 .* x ;; x./y ;; 2.^x ;; x.^2.^3 ;; a mod b
a mod b * c ;; a * -b ;; a ^ -b ;; 2^-x y ;; -a*b ;; +a ;; - -a ;; a - -b ;; -3! ;; 2^3! ;; norm(x, 'fro') ;; norm(x, "fro")
ŷ + α_1 - x_1 ;; $x ;; ℝ ;; f() ;; ( ;; ) ;; a + ;; * a ;; a b c ;; a, b ;; f(a ;; f(,) ;; 1..2 ;; a ? b ;; a ? b : ;; not
a not b ;; 2 not b ;; mod ;; and ;; a # comment ;; "unfinished ;; a <= b <= c ;; a = = b ;; x^ ;; ^x ;; [1, 2 ;; [1; 2]
log(p)^2 y ;; 2 log(p) ;; (a)(b)(c) ;; (a) 2 ;; -(a) 2 ;; a! b ;; where(a <= b, c, d) ;; a < b and c >= d or not e
delta * abs(y - yhat) - delta^2 / 2 ;; -(y * log(p) + (1 - y) * log(1 - p))
abs(y - yhat) <= delta ? (y - yhat)^2 / 2 : delta * abs(y - yhat)
`
  .trim()
  .split(/ ;; |\n/);

const ACROSS_LINES = ['(a\n+ b)', 'a +\n b', 'f(a,\n b)'];

/** A small deterministic generator (mulberry32). */
function generator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

const TOKENS = [
  'x',
  'y',
  'f(x)',
  '(y)',
  '2',
  '3',
  '.5',
  '+',
  '-',
  '*',
  '/',
  '^',
  '!',
  ' < ',
  '<=',
  '==',
  ' and ',
  ' or ',
  ' xor ',
  ' not ',
  ' mod ',
  '? x :',
  ' ',
];

describe('syntax/loss parser', () => {
  it('groups the language as mathjs does', () => {
    for (const text of [...CURATED, ...ACROSS_LINES]) assert.equal(ourTree(text), mathjsTree(text), text);
  });

  it('groups random token sequences as mathjs does', () => {
    const next = generator(7);
    let accepted = 0;
    for (let i = 0; i < 3000; i++) {
      const text = Array.from({ length: 1 + next(9) }, () => TOKENS[next(TOKENS.length)])
        .join('')
        .trim();
      const expected = mathjsTree(text);
      if (expected !== 'ERROR') accepted++;
      assert.equal(ourTree(text), expected, text);
    }
    assert.ok(accepted > 200, `${accepted} were expressions`);
  });

  it('reads definitions as mathjs does', () => {
    const text = 'huber(y, yhat, delta) = abs(y - yhat) <= delta ? 1 : 2';
    const [statement] = parseLoss(text).statements;
    const reference = parse(text) as FunctionAssignmentNode;
    assert.equal(statement?.kind, 'definition');
    assert.ok(statement?.kind === 'definition');
    assert.equal(statement.name.name, reference.name);
    assert.deepEqual(
      statement.parameters.map((p) => p.name),
      reference.params,
    );
    assert.equal(ours(statement.body), theirs(reference.expr));
    assert.equal(text.slice(statement.parameters[1]?.start, statement.parameters[1]?.end), 'yhat');
  });

  it('separates statements by lines and semicolons', () => {
    const { statements, comments, errors } = parseLoss('# one\n\nf(x) = x; g(y) = y # two\r\nc = 3;;\n\nf(c)\n# three');
    assert.deepEqual(
      statements.map((s) => s.kind),
      ['definition', 'definition', 'assignment', 'expression'],
    );
    assert.deepEqual(
      comments.map((c) => c.text),
      ['# one', '# two', '# three'],
    );
    assert.deepEqual(errors, []);
  });

  it('lets a definition span lines where it cannot end', () => {
    const text = 'f(x, y) =\n  x +\n  y *\n  (x\n   - y)\ng(x) = x\n';
    assert.deepEqual(parseLoss(text).errors, []);
    assert.equal(parseLoss(text).statements.length, 2);
  });

  it('keeps the other definitions of a broken file', () => {
    const text = 'f(x) = (x + \ng(y) = y^2\nh(z) = z +* 2\nk(u) = u\nx +\n';
    const { statements, errors } = parseLoss(text);
    const sound = statements.filter((s) => s.kind === 'definition' && !ours(s.body).includes('ERROR'));
    assert.deepEqual(
      sound.map((s) => s.kind === 'definition' && s.name.name),
      ['g', 'k'],
    );
    assert.ok(errors.length >= 2);
  });

  it('says that only names are defined', () => {
    assert.match(parseLoss('2 + x = 3').errors[0]?.message ?? '', /only a name/);
    assert.match(parseLoss('f(x, 1) = 3').errors[0]?.message ?? '', /only a name/);
  });

  it('gives the places of its nodes', () => {
    const text = 'f(x) = a + (b * c) # end';
    const [statement] = parseLoss(text).statements;
    const body = statement?.body;
    assert.ok(body?.kind === 'operator');
    assert.equal(text.slice(body.start, body.end), 'a + (b * c)');
    assert.equal(text.slice(body.args[1]?.start, body.args[1]?.end), '(b * c)');
  });

  it('survives any text', () => {
    const hostile = [
      '',
      '\0',
      '\ud800',
      '('.repeat(10_000),
      '['.repeat(10_000),
      '-'.repeat(10_000) + '1',
      'a+'.repeat(10_000),
      'a^'.repeat(5_000),
      'f(x) = '.repeat(1000),
      '= \n'.repeat(1000),
      '%'.repeat(1000),
      "'".repeat(999),
      'x\n'.repeat(20_000),
      '\ufefff(x) = x',
    ];
    for (const text of hostile) {
      const { errors } = parseLoss(text);
      for (const { span } of errors) assert.ok(0 <= span.start && span.start <= span.end && span.end <= text.length);
    }
  }).timeout(20_000);

  it('bounds the depth of expressions', () => {
    const depth = (node: LossNode): number => (node.kind === 'operator' ? 1 + Math.max(...node.args.map(depth)) : 1);
    const { statements, errors } = parseLoss(`${'-'.repeat(5000)}1`);
    assert.ok(statements[0] && depth(statements[0].body) <= MAX_DEPTH + 1);
    assert.ok(errors.some((e) => e.message === 'nested too deeply'));
  });
});
