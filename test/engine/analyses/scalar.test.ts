import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { degreeOf } from '../../../src/engine/analyses/curvature/degree';
import { piecesOf } from '../../../src/engine/analyses/pieces/piecewise';
import { TermAlgebra } from '../../../src/engine/analyses/scalar/algebra';
import { repeatable } from '../../../src/engine/analyses/scalar/coordinate';
import { Derivatives } from '../../../src/engine/analyses/scalar/derivative';
import { scalarLoss } from '../../../src/engine/analyses/scalar/loss-terms';
import { printTerm } from '../../../src/engine/analyses/scalar/print';
import { enclosureOf } from '../../../src/engine/analyses/scalar/enclosure';
import { compile } from '../../../src/engine/analyses/scalar/tape';
import type { Term } from '../../../src/engine/analyses/scalar/term';
import { contains, EMPTY, interval, point } from '../../../src/engine/numerics/interval';
import { rational } from '../../../src/engine/numerics/rational';
import { lossOf } from './labelled-cases';

function termOf(expression: string, domains: Readonly<Record<string, string>>): { algebra: TermAlgebra; term: Term } {
  const form = scalarLoss(lossOf(expression, domains, Object.keys(domains)));
  return 'why' in form ? assert.fail(form.why) : form;
}

const IDENTITIES: readonly (readonly [string, string, string])[] = [
  ['1 / (1 + exp(-x))', 'R', 'sigmoid(x)'],
  ['exp(x) / (1 + exp(x))', 'R', 'sigmoid(x)'],
  ['1 - sigmoid(x)', 'R', 'sigmoid(-x)'],
  ['log(1 / (1 + exp(-x)))', 'R', '-softplus(-x)'],
  ['log(1 + exp(x)) - x', 'R', 'softplus(-x)'],
  ['max(x, 0) + log1p(exp(-abs(x)))', 'R', 'softplus(x)'],
  ['relu(x) - relu(-x)', 'R', 'x'],
  ['max(x, 1 - x) + min(x, 1 - x)', 'R', '1'],
  ['sqrt(x^2)', 'R', 'abs(x)'],
  ['log(x^2)', '(0, inf)', '2 * log(x)'],
  ['x / x', '(0, inf)', '1'],
  ['exp(log(x))', '(0, inf)', 'x'],
  ['(x - 1)^2 - (x + 1)^2', 'R', '-4 * x'],
  ['0.1 * x + 0.2 * x - 0.3 * x', 'R', '0'],
  ['cos(acos(x))', '(-1, 1)', 'x'],
  ['sqrt(2) * sqrt(2) * x', 'R', '2 * x'],
  ['sigmoid(log(x / (1 - x)))', '(0, 1)', 'x'],
  ['min(max(x, -5), 5)', '[-1, 1]', 'x'],
  ['where(x > 0, x, x)', 'R', 'x'],
];

describe('scalar terms', () => {
  for (const [expression, domain, canonical] of IDENTITIES) {
    it(`${expression} is ${canonical} on ${domain}`, () => {
      assert.equal(printTerm(termOf(expression, { x: domain }).term), canonical);
    });
  }

  it('keeps a domain that a cancellation would lose', () => {
    assert.notEqual(printTerm(termOf('x / x', { x: 'R' }).term), '1');
    const form = scalarLoss(lossOf('sqrt(x) * sqrt(x)', { x: 'R' }, ['x']));
    assert.ok(!('why' in form) && form.condition === 'x >= 0, where it is defined');
  });

  it('keeps one operand of a largest where each is dominated, as on an empty domain', () => {
    const algebra = new TermAlgebra(new Map([['x', EMPTY]]));
    const x = algebra.variable('x');
    const largest = algebra.apply('max', x, algebra.scale(rational(2), x), algebra.number(3));
    assert.ok(largest.op !== 'max' || largest.args.length > 0, printTerm(largest));
  });

  it('never lets undefined constants cancel', () => {
    const algebra = new TermAlgebra(new Map());
    const pole = algebra.power(algebra.number(0), -1);
    assert.ok(algebra.range(algebra.subtract(pole, pole)).nan || algebra.subtract(pole, pole).op !== 'number');
    assert.notEqual(algebra.multiply(algebra.number(0), pole).op, 'number');
  });

  it('takes nothing out of a largest that does not cancel', () => {
    const algebra = new TermAlgebra(new Map());
    const pole = algebra.power(algebra.number(0), -1);
    const [t, two] = [algebra.variable('t'), algebra.number(2)];
    assert.equal(algebra.apply('max', algebra.add(pole, two), algebra.add(pole, algebra.multiply(pole, t))).op, 'max');
  });

  it('a degree of homogeneity is found of terms that share their parts', () => {
    const algebra = new TermAlgebra(new Map());
    let [a, b] = [algebra.variable('x'), algebra.variable('y')];
    for (let i = 0; i < 60; i++) [a, b] = [algebra.apply('max', algebra.apply('abs', a), b), algebra.oddRoot(algebra.power(b, 3), 3)];
    for (let i = 0; i < 60; i++) a = algebra.power(algebra.add(algebra.power(a, 2), algebra.apply('abs', algebra.multiply(a, b))), 0.5);
    assert.deepEqual(degreeOf(a, ['x', 'y']), rational(1));
  });

  it('derivatives of every function agree with differences', () => {
    const names = [
      'exp',
      'log',
      'sigmoid',
      'softplus',
      'tanh',
      'sinh',
      'cosh',
      'sin',
      'cos',
      'tan',
      'asin',
      'acos',
      'atan',
      'asinh',
      'erf',
      'erfc',
      'logerfc',
      'lgamma',
      'digamma',
    ] as const;
    const algebra = new TermAlgebra(new Map([['x', interval(0.1, 0.9)]]));
    const x = algebra.variable('x');
    for (const name of names) {
      const term = algebra.apply(name, algebra.multiply(x, algebra.add(x, algebra.number(0.05))));
      const [value, slope] = [compile(term, ['x']), compile(new Derivatives(algebra, 'x').of(term), ['x'])];
      for (const at of [0.2, 0.5, 0.8]) {
        const step = 1e-5;
        assert.ok(
          Math.abs((value([at + step]) - value([at - step])) / (2 * step) - slope([at])) < 1e-6 * (1 + Math.abs(slope([at]))),
          `${name} at ${at}`,
        );
      }
    }
  });

  it('ranges and enclosures hold every value', () => {
    const random = repeatable(8);
    const texts = [
      'log(1 + x^2) - sigmoid(x * y)',
      'x * y - x - y',
      'max(x, y) * exp(-abs(x))',
      'where(x < y, x^3, 1 / (2 + y))',
      'sqrt(x^2 + y^2 + 0.1)',
    ];
    for (const text of texts) {
      const { algebra, term } = termOf(text, { x: '[-1, 2]', y: '[0, 1]' });
      const value = compile(term, ['x', 'y']);
      for (let i = 0; i < 50; i++) {
        const [a, b] = [random() * 3 - 1, random()];
        const near = enclosureOf(
          algebra,
          term,
        )(
          new Map([
            ['x', point(a)],
            ['y', point(b)],
          ]),
        );
        assert.ok(contains(algebra.range(term), value([a, b])), text);
        assert.ok(near.hi - near.lo < 1e-9 && Math.abs(near.lo - value([a, b])) < 1e-9, text);
      }
    }
  });

  it('sees that p + y - p y stays in [0, 1]', () => {
    const { algebra, term } = termOf('p + y - p * y', { p: '[0, 1]', y: '[0, 1]' });
    assert.deepEqual([algebra.range(term).lo, algebra.range(term).hi], [0, 1]);
  });
});

describe('pieces', () => {
  const placesOf = (expression: string, domain: string, low: number, high: number): readonly number[] => {
    const { term } = termOf(expression, { x: domain });
    const { pieces, complete } = piecesOf(term, 'x', interval(low, high, true, true));
    assert.ok(complete, expression);
    return pieces.slice(1).map((piece) => piece.low?.value ?? NaN);
  };

  it('are split where branches change, nested ones too', () => {
    assert.deepEqual(placesOf('abs(abs(x) - 1)', 'R', -Infinity, Infinity), [-1, 0, 1]);
    assert.deepEqual(placesOf('floor(2 * x)', '[0, 2]', 0, 2), [0.5, 1, 1.5]);
    assert.deepEqual(placesOf('max(x^2, 2 * x, -x)', 'R', -Infinity, Infinity), [-1, 0, 2]);
  });

  it('irrational seams are isolated', () => {
    const [low, high] = placesOf('max(0, 2 - x^2)', 'R', -Infinity, Infinity) as [number, number];
    assert.ok(Math.abs(low + Math.SQRT2) < 1e-14 && Math.abs(high - Math.SQRT2) < 1e-14);
    const [clamp] = placesOf('max(log(x), -100)', '(0, 1)', 0, 1) as [number];
    assert.ok(Math.abs(Math.log(clamp) + 100) < 1e-9);
  });

  it('a search by bisection is left whole after a number of steps', () => {
    const algebra = new TermAlgebra(new Map());
    const x = algebra.variable('x');
    const positive = (term: Term): Term => algebra.power(algebra.apply('max', term, algebra.number(0)), 2);
    let [low, width] = [algebra.subtract(x, algebra.number(1)), algebra.number(1)];
    for (let i = 0; i < 50; i++) {
      width = algebra.scale(rational(1, 2), width);
      const middle = algebra.add(low, width);
      const left = algebra.add(positive(algebra.subtract(x, middle)), positive(algebra.negative(middle)), algebra.number(-1));
      low = algebra.where('<', left, low, middle);
    }
    const { complete, tooMany, steps } = piecesOf(low, 'x', interval(-Infinity, Infinity));
    assert.deepEqual({ complete, tooMany }, { complete: false, tooMany: true });
    assert.ok(steps < 10_000, String(steps));
  });
});
