import assert from 'node:assert/strict';
import { dd, toNumber } from '../../../src/engine/numerics/double-double';
import { TermAlgebra } from '../../../src/engine/analyses/scalar/algebra';
import { Derivatives } from '../../../src/engine/analyses/scalar/derivative';
import { jetOf } from '../../../src/engine/analyses/scalar/jet';
import { compile } from '../../../src/engine/analyses/scalar/tape';
import type { FunctionName, Term } from '../../../src/engine/analyses/scalar/term';

const ALGEBRA = new TermAlgebra(new Map());
const x = ALGEBRA.variable('x');

/** Coefficients as the symbolic derivatives have them. */
function expected(term: Term, at: number): number[] {
  const derivatives = new Derivatives(ALGEBRA, 'x');
  const orders = [term];
  while (orders.length < 4) orders.push(derivatives.of(orders[orders.length - 1] as Term));
  return orders.map((t, k) => compile(t, ['x'])([at]) / ([1, 1, 2, 6][k] as number));
}

function agrees(term: Term, at: number): void {
  const jet = jetOf(term)(dd(at));
  assert.ok(jet);
  expected(term, at).forEach((value, k) => {
    const got = toNumber((jet[k] as (typeof jet)[0]).mid);
    assert.ok(Math.abs(got - value) <= 1e-11 * (1 + Math.abs(value)), `order ${k} at ${at}: ${got} for ${value}`);
  });
}

describe('Taylor series', () => {
  const functions = 'exp log sigmoid softplus tanh sinh cosh sin cos asin acos atan asinh erf'.split(' ') as FunctionName[];
  for (const name of functions) {
    it(`of ${name} are those of its derivatives, also of a curved argument`, () => {
      for (const at of [0.3, 0.71]) {
        agrees(ALGEBRA.apply(name, x), at);
        agrees(ALGEBRA.apply(name, ALGEBRA.scale({ numerator: 1n, denominator: 2n }, ALGEBRA.multiply(x, x))), at);
      }
    });
  }

  it('of powers, quotients and logsumexp', () => {
    const u = ALGEBRA.sum({ numerator: 2n, denominator: 1n }, [
      { weight: { numerator: 1n, denominator: 1n }, term: ALGEBRA.apply('sin', x) },
    ]);
    for (const exponent of [-3, -1, -0.5, 0.5, 1.5, 2, 3, 9]) agrees(ALGEBRA.power(u, exponent), 0.4);
    agrees(ALGEBRA.divide(ALGEBRA.multiply(x, x, x), u), -1.2);
    agrees(ALGEBRA.apply('logsumexp', x, ALGEBRA.multiply(x, x), ALGEBRA.apply('cos', x)), 0.6);
  });

  it('have no value where there is none', () => {
    assert.equal(jetOf(ALGEBRA.power(x, 0.5))(dd(0)), null);
    assert.equal(jetOf(ALGEBRA.apply('log', x))(dd(0)), null);
    assert.equal(jetOf(ALGEBRA.apply('abs', x))(dd(0)), null);
    assert.equal(jetOf(ALGEBRA.apply('lgamma', x))(dd(1)), null);
  });
});
