import type { Expression } from '../../ir/expression';
import type { Machine } from '../machine';
import { Unreadable } from '../state/unreadable';
import { applyNodes, asNumber } from '../values/apply';
import { asComplex, complexOf, isComplex, joinedParts, magnitude, pairsOf, partOf } from '../values/complex';
import { expressionOf, tensorOf } from '../values/tensor';
import type { ComplexValue, Value } from '../values/value';

/** What an op makes of one complex operand. */
type OfOne = (machine: Machine, z: ComplexValue) => Value;

const ONE: Readonly<Record<string, OfOne>> = {
  abs: (machine, z) => tensorOf(machine, magnitude(machine, z)),
  'lift:real': (machine, z) => tensorOf(machine, z.real),
  'lift:imag': (machine, z) => tensorOf(machine, z.imaginary),
  'lift:angle': (machine, z) => tensorOf(machine, applyNodes(machine, 'atan2', [z.imaginary, z.real])),
  'lift:conj': (machine, z) => complexOf(machine, z.real, applyNodes(machine, 'negative', [z.imaginary])),
  'lift:view_as_real': (machine, z) => tensorOf(machine, pairsOf(machine, z)),
  'lift:is_complex': () => ({ kind: 'boolean', value: true }),
  square: (machine, z) => multiplied(machine, z, z),
  exp: (machine, z) => {
    const size = applyNodes(machine, 'exp', [z.real]);
    const part = (op: string): Expression => on(machine, 'multiply', size, applyNodes(machine, op, [z.imaginary]));
    return complexOf(machine, part('cos'), part('sin'));
  },
};

type OfTwo = (machine: Machine, x: ComplexValue, y: ComplexValue) => Value;

const TWO: Readonly<Record<string, OfTwo>> = {
  add: (machine, x, y) => complexOf(machine, on(machine, 'add', x.real, y.real), on(machine, 'add', x.imaginary, y.imaginary)),
  subtract: (machine, x, y) =>
    complexOf(machine, on(machine, 'subtract', x.real, y.real), on(machine, 'subtract', x.imaginary, y.imaginary)),
  multiply: multiplied,
  divide: (machine, x, y) => {
    const size = on(machine, 'add', on(machine, 'square', y.real), on(machine, 'square', y.imaginary));
    const top = multiplied(machine, x, { ...y, imaginary: applyNodes(machine, 'negative', [y.imaginary]) });
    return complexOf(machine, on(machine, 'divide', top.real, size), on(machine, 'divide', top.imaginary, size));
  },
};

function on(machine: Machine, op: string, ...args: Expression[]): Expression {
  return applyNodes(machine, op, args);
}

function multiplied(machine: Machine, x: ComplexValue, y: ComplexValue): ComplexValue {
  const product = (a: Expression, b: Expression): Expression => on(machine, 'multiply', a, b);
  return complexOf(
    machine,
    on(machine, 'subtract', product(x.real, y.real), product(x.imaginary, y.imaginary)),
    on(machine, 'add', product(x.real, y.imaginary), product(x.imaginary, y.real)),
  );
}

/** An op of the registry on operands of which one is complex. Throws Unreadable where that is not modelled. */
export function applyComplex(machine: Machine, op: string, operands: readonly Value[]): Value {
  const [x, y] = operands;
  const one = ONE[op];
  if (one && x && operands.length === 1) return one(machine, asComplex(machine, x));
  if (op === 'power' && x?.kind === 'complex' && y && asNumber(y)?.value === 2) return multiplied(machine, x, x);
  if ((op === 'multiply' || op === 'divide') && x?.kind === 'complex' && y && !isComplex(y)) {
    const by = expressionOf(machine, y);
    return complexOf(machine, on(machine, op, x.real, by), on(machine, op, x.imaginary, by));
  }
  if (op === 'negative' && x?.kind === 'complex')
    return complexOf(machine, applyNodes(machine, op, [x.real]), applyNodes(machine, op, [x.imaginary]));
  const two = TWO[op];
  if (!two || !x || !y) throw new Unreadable(`${op} of complex numbers`);
  return two(machine, asComplex(machine, x), asComplex(machine, y));
}

/** What asks only for the shape of its operand. */
const ASKS = /^lift:(shape|size|numel|rank|is_tensor|is_floating)$/;

/** What moves elements about, and what is linear in its one complex operand: it does the same to both parts. */
const PARTWISE = new Set(
  (
    'lift:reshape lift:reshape_as lift:flatten lift:unflatten lift:squeeze lift:unsqueeze lift:transpose lift:permute lift:matrix_transpose ' +
    'lift:moveaxis lift:expand lift:expand_as lift:tile lift:repeat lift:concatenate lift:stack lift:split lift:chunk lift:sections lift:unstack ' +
    'lift:flip lift:roll lift:pad lift:pad_last lift:select lift:narrow lift:index_select lift:identity lift:copy lift:diagonal lift:einsum ' +
    'lift:fft_shift sum mean stop_gradient matmul cumsum'
  ).split(' '),
);

/** torch's sums with a factor, which is 1 unless it is given. */
const SCALED: Readonly<Record<string, string>> = { 'lift:add_scaled': 'add', 'lift:subtract_scaled': 'subtract' };

/** A library call of which some argument is complex. */
export function callOfComplex(
  machine: Machine,
  means: string,
  bound: ReadonlyMap<string, Value>,
  again: (bound: Map<string, Value>) => Value,
): Value {
  const parts = (part: 'real' | 'imaginary'): Map<string, Value> =>
    new Map([...bound].map(([name, value]) => [name, partOf(machine, value, part)]));
  if (ASKS.test(means)) return again(parts('real'));
  const complex = [...bound.values()].filter(isComplex);
  if (PARTWISE.has(means) && complex.length === 1) return joinedParts(machine, again(parts('real')), again(parts('imaginary')));
  const [first] = complex;
  if (means === 'loss:l1') return again(distances(machine, bound));
  if (complex.length === 1 && first?.kind === 'complex' && ONE[means]) return ONE[means](machine, first);
  const operands = [...bound.values()].slice(0, 2);
  const plain = SCALED[means];
  if (plain && asNumber(bound.get('alpha') ?? { kind: 'none' })?.value === 1) return applyComplex(machine, plain, operands);
  if (TWO[means] || means === 'power' || means === 'negative')
    return applyComplex(machine, means, means === 'negative' ? complex : operands);
  throw new Unreadable(`${means.replace(/^(lift|loss):/, '')} of complex numbers`);
}

/** An absolute error of complex numbers is their distance, against 0. */
function distances(machine: Machine, bound: ReadonlyMap<string, Value>): Map<string, Value> {
  const [x, y] = [bound.get('input'), bound.get('target')];
  if (!x || !y) throw new Unreadable('an absolute error of complex numbers without a target');
  const apart = applyComplex(machine, 'abs', [applyComplex(machine, 'subtract', [x, y])]);
  const zeros = tensorOf(machine, applyNodes(machine, 'multiply', [expressionOf(machine, apart), machine.graph.constant(0)]));
  return new Map([...bound, ['input', apart], ['target', machine.apply('stop_gradient', [zeros])]]);
}
