import * as I from '../../../numerics/interval';
import * as Q from '../../../numerics/rational';
import type { Algebra, FunctionName, Term } from '../term';
import { isNumber, partsOf } from '../term';

const ODD: ReadonlySet<string> = new Set(['tanh', 'sinh', 'sin', 'tan', 'asin', 'atan', 'asinh', 'erf']);

/** Functions that need no identity but their value at 0 and their symmetry: f(-u) = ±f(u) brings the first weight to a positive number. */
export function evenOdd(algebra: Algebra, name: FunctionName, x: Term): Term {
  if (ODD.has(name) && isNumber(x, 0)) return x;
  if (name === 'cosh' && isNumber(x, 0)) return algebra.number(1);
  const mirrored = isMirrored(x);
  if (ODD.has(name) && mirrored) return algebra.negative(algebra.intern({ op: name, args: [algebra.negative(x)] }));
  if (name === 'cosh' && mirrored) return algebra.intern({ op: name, args: [algebra.negative(x)] });
  if (name === 'erfc' && isNumber(x, 0)) return algebra.number(1);
  return algebra.intern({ op: name, args: [x] });
}

function isMirrored(x: Term): boolean {
  const { constant, parts } = partsOf(x);
  const first = parts[0];
  return first ? first.weight.numerator < 0n : constant.numerator < 0n;
}

/** cos(acos x + m) = x cos m - √(1 - x²) sin m. */
export function cosOf(algebra: Algebra, x: Term): Term {
  if (isNumber(x, 0)) return algebra.number(1);
  const { constant, parts } = partsOf(x);
  const inverse = parts.find((p) => p.term.op === 'acos' && Q.equals(p.weight, Q.ONE));
  const free = inverse && parts.every((p) => p === inverse || p.term.free.size === 0);
  if (!inverse || !free) return algebra.intern({ op: 'cos', args: [isMirrored(x) ? algebra.negative(x) : x] });
  const inner = inverse.term.args[0] as Term;
  const angle = algebra.sum(
    constant,
    parts.filter((p) => p !== inverse),
  );
  if (isNumber(angle, 0)) return inner;
  const height = algebra.power(algebra.subtract(algebra.number(1), algebra.power(inner, 2)), Q.rational(1, 2));
  const cosine = algebra.intern({ op: 'cos', args: [angle] });
  return algebra.subtract(algebra.multiply(cosine, inner), algebra.multiply(algebra.apply('sin', angle), height));
}

/** A step function that is constant on the range of its argument is that constant. */
export function stepOf(algebra: Algebra, name: 'sign' | 'floor' | 'ceil' | 'round', x: Term): Term {
  const step = { sign: I.sign, floor: I.floor, ceil: I.ceil, round: I.round }[name];
  const image = step(algebra.range(x));
  if (I.isPoint(image) && Number.isFinite(image.lo) && !image.nan) return algebra.number(image.lo === 0 ? 0 : image.lo);
  return algebra.intern({ op: name, args: [x] });
}
