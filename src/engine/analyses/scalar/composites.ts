import * as Q from '../../numerics/rational';
import type { Attribute } from '../../numerics/signature';
import type { Algebra, Builder, Term } from './term';

function numberOr(value: Attribute | undefined, absent: number): Q.Rational {
  return Q.fromNumber(typeof value === 'number' && Number.isFinite(value) ? value : absent);
}

function one(algebra: Algebra): Term {
  return algebra.number(1);
}

/** `x < 0 ? negative : positive`. */
function bySign(algebra: Algebra, x: Term, negative: Term, positive: Term): Term {
  return algebra.where('<', x, negative, positive);
}

function clipped(algebra: Algebra, x: Term, low: Term | null, high: Term | null): Term {
  const raised = low ? algebra.apply('max', x, low) : x;
  return high ? algebra.negative(algebra.apply('max', algebra.negative(raised), algebra.negative(high))) : raised;
}

function expm1(algebra: Algebra, x: Term): Term {
  return algebra.subtract(algebra.apply('exp', x), one(algebra));
}

const SELU_SCALE = 1.0507009873554805;
const SELU_ALPHA = 1.6732632423543772;

/** An infinite bound of clip is no bound. */
function bound(term: Term | undefined): Term | null {
  return term === undefined || (term.op === 'variable' && term.name.endsWith('inf')) ? null : term;
}

/** Elementwise ops that are made of others. */
export const COMPOSITES: Readonly<Record<string, Builder>> = {
  relu: (a, [x]) => a.apply('max', x as Term, a.number(0)),
  leaky_relu: (a, [x], { slope }) => bySign(a, x as Term, a.scale(numberOr(slope, 0.01), x as Term), x as Term),
  elu: (a, [x], { alpha }) => bySign(a, x as Term, a.scale(numberOr(alpha, 1), expm1(a, x as Term)), x as Term),
  selu: (a, [x]) => {
    const negative = a.scale(Q.multiply(Q.fromNumber(SELU_SCALE), Q.fromNumber(SELU_ALPHA)), expm1(a, x as Term));
    return bySign(a, x as Term, negative, a.scale(Q.fromNumber(SELU_SCALE), x as Term));
  },
  silu: (a, [x]) => a.multiply(x as Term, a.apply('sigmoid', x as Term)),
  mish: (a, [x]) => a.multiply(x as Term, a.apply('tanh', a.apply('softplus', x as Term))),
  gelu: (a, [x], { approximate }) => (approximate === true || approximate === 'tanh' ? tanhGelu(a, x as Term) : exactGelu(a, x as Term)),
  relu6: (a, [x]) => clipped(a, x as Term, a.number(0), a.number(6)),
  hardtanh: (a, [x], { low, high }) => clipped(a, x as Term, a.number(numberOr(low, -1)), a.number(numberOr(high, 1))),
  hardsigmoid: (a, [x]) => hardSigmoid(a, x as Term),
  hardswish: (a, [x]) => a.multiply(x as Term, hardSigmoid(a, x as Term)),
  softsign: (a, [x]) => a.divide(x as Term, a.add(one(a), a.apply('abs', x as Term))),
  clip: (a, [x, low, high]) => clipped(a, x as Term, bound(low), bound(high)),
};

function hardSigmoid(algebra: Algebra, x: Term): Term {
  const line = algebra.sum(Q.rational(1, 2), [{ weight: Q.rational(1, 6), term: x }]);
  return clipped(algebra, line, algebra.number(0), one(algebra));
}

/** x/2 · erfc(-x / √2). */
function exactGelu(algebra: Algebra, x: Term): Term {
  const tail = algebra.apply('erfc', algebra.negative(algebra.divide(x, algebra.power(algebra.number(2), Q.rational(1, 2)))));
  return algebra.scale(Q.rational(1, 2), algebra.multiply(x, tail));
}

function tanhGelu(algebra: Algebra, x: Term): Term {
  const cubic = algebra.add(x, algebra.scale(Q.fromNumber(0.044715), algebra.power(x, 3)));
  const scale = algebra.power(algebra.divide(algebra.number(2), algebra.pi), Q.rational(1, 2));
  const squashed = algebra.apply('tanh', algebra.multiply(scale, cubic));
  return algebra.scale(Q.rational(1, 2), algebra.multiply(x, algebra.add(one(algebra), squashed)));
}
