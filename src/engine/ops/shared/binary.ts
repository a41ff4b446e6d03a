import type { Format } from '../../numerics/format';
import type { Interval } from '../../numerics/interval';
import type { Attributes } from '../../numerics/signature';
import type { Backward, Forward, Op } from '../op';
import { elementwise, type Reading } from './elementwise';

/** Gradient of one operand of two: upstream `g`, operands, result `r`. */
export type BinaryPull = (g: number, x: number, y: number, r: number, at: Backward) => number;

/** An elementwise op of two operands. */
export interface Binary extends Reading {
  /** Names of the operands, when not x and y. */
  readonly operands?: readonly [string, string];
  value(x: number, y: number, at: Forward): number;
  readonly pulls: readonly [BinaryPull | null, BinaryPull | null];
  range(x: Interval, y: Interval, attributes: Attributes, format?: Format): Interval;
}

/** The op of a definition. */
export function binary(definition: Binary): Op {
  const { value, pulls, range, operands = ['x', 'y'], ...rest } = definition;
  return elementwise({
    ...rest,
    operands,
    value: (x, y, _z, at) => value(x, y, at),
    pulls: pulls.map((pull) => pull && ((g, x, y, _z, r, at) => pull(g, x, y, r, at))),
    range: ([x, y], attributes, _signatures, format) => range(x as Interval, y as Interval, attributes, format),
  });
}
