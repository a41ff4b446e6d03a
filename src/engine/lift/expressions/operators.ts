import type { Machine } from '../machine';
import { lineageOf, member } from '../modules/classes';
import { binary, compare, unary } from '../values/arithmetic';
import { truth } from '../values/truth';
import { tensorOf } from '../values/tensor';
import { boolean, type Value } from '../values/value';

const BINARY: Readonly<Record<string, string>> = {
  '+': 'add',
  '-': 'sub',
  '*': 'mul',
  '/': 'truediv',
  '//': 'floordiv',
  '%': 'mod',
  '**': 'pow',
  '@': 'matmul',
  '&': 'and',
  '|': 'or',
  '^': 'xor',
};

const COMPARED: Readonly<Record<string, readonly [string, string]>> = {
  '==': ['eq', 'eq'],
  '!=': ['ne', 'ne'],
  '<': ['lt', 'gt'],
  '<=': ['le', 'ge'],
  '>': ['gt', 'lt'],
  '>=': ['ge', 'le'],
};

/** `a <operator> b`: what the classes of objects say, else arithmetic of numbers. Throws Unreadable, Raised. */
export function operate(machine: Machine, operator: string, a: Value, b: Value, depth: number): Value {
  const name = BINARY[operator];
  const own = name === undefined ? null : (ownAnswer(machine, `__${name}__`, a, [b], depth) ?? reflected(machine, name, a, b, depth));
  return own ?? binary(machine, operator, a, b);
}

/** `a <operator>= b` of objects that change themselves, else as the plain operator. Throws Unreadable, Raised. */
export function operateInPlace(machine: Machine, operator: string, a: Value, b: Value, depth: number): Value {
  return ownAnswer(machine, `__i${BINARY[operator] ?? ''}__`, a, [b], depth) ?? operate(machine, operator, a, b, depth);
}

/** `-x`, `+x`, `~x` of a value of which the code tells the name. Throws Unreadable, Raised. */
export function operateAlone(machine: Machine, operator: string, value: Value, name: string, depth: number): Value {
  const method = { '-': '__neg__', '+': '__pos__', '~': '__invert__' }[operator];
  return (method === undefined ? null : ownAnswer(machine, method, value, [], depth)) ?? unary(machine, operator, value, name);
}

/** One comparison, by the classes of objects where they have their own. Throws Unreadable, Raised. */
export function compared(machine: Machine, operator: string, a: Value, b: Value, depth: number): Value {
  if (a.kind !== 'object' && b.kind !== 'object') return compare(machine, operator, a, b);
  const [name, mirrored] = COMPARED[operator] ?? [];
  if (name === undefined || mirrored === undefined) return compare(machine, operator, a, b);
  const own = ownAnswer(machine, `__${name}__`, a, [b], depth) ?? ownAnswer(machine, `__${mirrored}__`, b, [a], depth);
  if (own) return own;
  const equal = operator === '!=' ? (ownAnswer(machine, '__eq__', a, [b], depth) ?? ownAnswer(machine, '__eq__', b, [a], depth)) : null;
  return equal ? negated(machine, equal) : compare(machine, operator, a, b);
}

/** What an object's own method (`__add__`) answers; null where it has none or leaves it to the other operand. Throws Unreadable, Raised. */
export function ownAnswer(machine: Machine, name: string, value: Value, given: readonly Value[], depth: number): Value | null {
  if (value.kind !== 'object' || !value.model) return null;
  const method = member(machine, lineageOf(machine, value.model).classes, name, value, depth);
  const answer = method ? machine.call(method, { positional: [...given], keywords: new Map() }, depth) : null;
  return answer?.kind === 'none' ? null : answer;
}

/** `b.__radd__(a)`; arrays of NumPy do not ask, they go through their elements. */
function reflected(machine: Machine, name: string, a: Value, b: Value, depth: number): Value | null {
  const isArray = a.kind === 'tensor' || a.kind === 'free';
  if (a.kind === 'text' || a.kind === 'opaque' || (isArray && machine.library.framework.id === 'numpy')) return null;
  return ownAnswer(machine, `__r${name}__`, b, [a], depth);
}

function negated(machine: Machine, value: Value): Value {
  const known = truth(machine, value);
  return typeof known === 'boolean' ? boolean(!known) : machine.apply('logical_not', [tensorOf(machine, known)]);
}
