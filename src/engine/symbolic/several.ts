import type { Expression } from '../ir/expression';
import { add, apply, divide, literal, multiply, power } from './algebra';
import { NoFormula } from './no-formula';
import { normalAxis } from './places';
import type { Term } from './term';

/** Whether a reduction runs over exactly the things that were stacked. */
export function alongStack(operand: Expression, whole: boolean, axes: readonly number[]): boolean {
  if (operand.op !== 'stack') return false;
  return (
    operand.shape.length === 1 || (!whole && axes.length === 1 && axes[0] === normalAxis(operand.attributes.axis, operand.shape.length))
  );
}

/** A reduction of several terms is written out. */
export function ofSeveral({ op, attributes }: Expression, terms: readonly Term[]): Term {
  if (op === 'sum') return add(...terms);
  if (op === 'mean') return divide(add(...terms), literal(terms.length));
  if (op === 'prod') return multiply(...terms);
  if (op === 'norm' && (attributes.ord ?? 2) === 2) return apply('sqrt', [add(...terms.map((t) => power(t, literal(2))))]);
  if (op === 'logsumexp') return apply('logsumexp', terms);
  if (op === 'max' || op === 'min') return terms.reduce((left, right) => apply(op === 'max' ? 'maximum' : 'minimum', [left, right]));
  throw new NoFormula(op);
}
