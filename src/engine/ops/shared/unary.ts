import type { Format } from '../../numerics/format';
import type { Interval } from '../../numerics/interval';
import type { Attributes } from '../../numerics/signature';
import type { Backward, Forward, Op } from '../op';
import { elementwise, type Reading } from './elementwise';

/** An elementwise op of one operand. */
interface Unary extends Reading {
  value(x: number, at: Forward): number;
  /** Gradient of the operand from upstream `g`, operand `x` and result `y`; null: no gradient passes. */
  readonly pull: ((g: number, x: number, y: number, at: Backward) => number) | null;
  range(x: Interval, attributes: Attributes, format?: Format): Interval;
}

/** The op of a definition. The result is a float unless `kind` says otherwise. */
export function unary(definition: Unary): Op {
  const { value, pull, range, kind = 'float', ...rest } = definition;
  return elementwise({
    ...rest,
    kind,
    operands: ['x'],
    value: (x, _y, _z, at) => value(x, at),
    pulls: [pull && ((g, x, _y, _z, r, at) => pull(g, x, r, at))],
    range: ([x], attributes, _signatures, format) => range(x as Interval, attributes, format),
  });
}
