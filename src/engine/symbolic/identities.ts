/** Left side, right side; `a` and `b` stand for any term. Formulas are mathjs's, functions are ops. */
export type Identity = readonly [left: string, right: string];

/**
 * Identities that give a composition its name, or undo one. Each holds wherever its left side is defined, except that a name
 * may be defined where the composition overflows or divides by zero: formulas are for reading, hazards are found elsewhere.
 */
export const IDENTITIES: readonly Identity[] = [
  ['log(exp(a))', 'a'],
  ['exp(log(a))', 'a'],
  ['log(1 + exp(a))', 'softplus(a)'],
  ['log1p(exp(a))', 'softplus(a)'],
  ['(1 + exp(a))^(-1)', '1 - sigmoid(a)'],
  ['(1 + exp(a))^(-2)', '(1 - sigmoid(a))^2'],
  ['exp(a) * (1 - sigmoid(a))', 'sigmoid(a)'],
  ['exp(-a) * sigmoid(a)', '1 - sigmoid(a)'],
  ['expm1(a) + 1', 'exp(a)'],
  ['max(a, 0) + softplus(-abs(a))', 'softplus(a)'],
  ['max(0, a) + softplus(-abs(a))', 'softplus(a)'],
  ['relu(a) + softplus(-abs(a))', 'softplus(a)'],
  ['softplus(-abs(a)) - min(a, 0)', 'softplus(-a)'],
  ['softplus(-abs(a)) - min(0, a)', 'softplus(-a)'],
  ['sqrt(a^2)', 'abs(a)'],
  ['a^0.5', 'sqrt(a)'],
  ['abs(-a)', 'abs(a)'],
  ['sign(-a)', '-sign(a)'],
  ['abs(a) * sign(a)', 'a'],
  ['abs(abs(a))', 'abs(a)'],
  ['a * abs(a)^(-1)', 'sign(a)'],
  ['max(0, a) * where(a > 0, 1, 0)', 'max(0, a)'],
  ['max(a, 0) * where(a > 0, 1, 0)', 'max(a, 0)'],
  ['relu(a) * where(a > 0, 1, 0)', 'relu(a)'],
  ['clip(a, b, Infinity)', 'max(a, b)'],
  ['clip(a, -Infinity, b)', 'min(a, b)'],
  ['xlogy(a, b)', 'a * log(b)'],
  ['hypot(a, b)', 'sqrt(a^2 + b^2)'],
  ['logaddexp(a, b)', 'log(exp(a) + exp(b))'],
  ['lerp(a, b, c)', 'a + c * (b - a)'],
  ['entr(a)', '-a * log(a)'],
  ['divide_no_nan(a, b)', 'a / b'],
  ['where(a >= b, 0, 1)', 'where(b > a, 1, 0)'],
  ['where(a > b, 0, 1)', 'where(b >= a, 1, 0)'],
  ['where(a <= b, 0, 1)', 'where(a > b, 1, 0)'],
  ['where(a < b, 0, 1)', 'where(a >= b, 1, 0)'],
  ['sinh(a) * cosh(a)^(-1)', 'tanh(a)'],
  ['sinh(a)^2 * cosh(a)^(-2)', 'tanh(a)^2'],
  ['to_bool(a)', 'a != 0'],
  ['(exp(a) - exp(-a)) * (exp(a) + exp(-a))^(-1)', 'tanh(a)'],
];
