import type { NumberValue } from './value';

type Fold = (x: number, y: number) => number;

const FOLDS: Readonly<Record<string, Fold>> = {
  add: (x, y) => x + y,
  subtract: (x, y) => x - y,
  multiply: (x, y) => x * y,
  divide: (x, y) => x / y,
  floor_divide: (x, y) => Math.floor(x / y),
  mod: (x, y) => x - y * Math.floor(x / y),
  power: (x, y) => x ** y,
  negative: (x) => -x,
  abs: Math.abs,
  exp: Math.exp,
  expm1: Math.expm1,
  log: Math.log,
  log1p: Math.log1p,
  log2: Math.log2,
  log10: Math.log10,
  sqrt: Math.sqrt,
  square: (x) => x * x,
  sin: Math.sin,
  cos: Math.cos,
  tan: Math.tan,
  tanh: Math.tanh,
  cosh: Math.cosh,
  sinh: Math.sinh,
  atan: Math.atan,
  acos: Math.acos,
  asin: Math.asin,
  atan2: Math.atan2,
  floor: Math.floor,
  ceil: Math.ceil,
  trunc: Math.trunc,
  maximum: Math.max,
  minimum: Math.min,
  identity: (x) => x,
};

const KEEPS_INTEGERS = new Set([
  'add',
  'subtract',
  'multiply',
  'floor_divide',
  'mod',
  'negative',
  'abs',
  'maximum',
  'minimum',
  'identity',
  'square',
  'power',
]);

/** The value of an op of Python numbers, and whether it is an integer; null when this op is not folded. */
export function fold(op: string, operands: readonly NumberValue[]): { readonly value: number; readonly integer: boolean } | null {
  const apply = Object.hasOwn(FOLDS, op) ? FOLDS[op] : undefined;
  const [x, y] = operands;
  if (!apply || !x) return null;
  const value = apply(x.value, y?.value ?? 0);
  const integer = operands.every((operand) => operand.integer) && KEEPS_INTEGERS.has(op) && Number.isInteger(value);
  return { value, integer };
}
