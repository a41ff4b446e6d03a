import type { Expression } from '../ir/expression';
import type { Shape } from '../numerics/signature';
import { ONE, literal, subtract } from './algebra';
import { NoFormula } from './no-formula';
import { longSizes, progression } from './places';
import { same } from './reduction';
import type { Place, Term } from './term';
import { count, symbol, whole } from './term';

/** Longer tables of constants are not spelled out. */
const LONGEST_TABLE = 8;

/** The element of a constant at a place on each of its axes. */
export function constantAt(node: Expression, at: readonly Place[]): Term {
  const { value, values, extent } = node.attributes;
  if (typeof value === 'number') return extent === true && value !== 1 ? count([{ id: -1, size: value }]) : literal(value);
  if (!Array.isArray(values)) throw new NoFormula('constant');
  const first: unknown = values[0];
  if (values.every((v) => v === first) && typeof first === 'number') return literal(first);
  if (!at.every((place) => typeof place === 'number')) return entryOf(values.map(Number), node, at);
  const offset = at.reduce<number>((sum, place, axis) => sum * (node.shape[axis] ?? 1) + Number(place), 0);
  return literal(Number(values[offset]));
}

/** A table of whole numbers that count is a function of the position, as is a diagonal; another table is a name that spells its values. */
function entryOf(values: readonly number[], node: Expression, at: readonly Place[]): Term {
  const moving = at.filter((place, axis) => node.shape[axis] !== 1 && typeof place !== 'number');
  const [place, column] = moving;
  if (moving.length === 2 && at.length === 2 && place !== undefined && column !== undefined)
    return diagonalOf(values, node.shape[1] ?? 1, place, column) ?? unspelled(values, node.shape, moving);
  if (moving.length !== 1 || place === undefined || values.length > LONGEST_TABLE) return unspelled(values, node.shape, moving);
  const counted = node.kind === 'int' ? progression(values, place) : null;
  return counted ?? symbol(`[${values.join(', ')}]`, [place]);
}

function unspelled(values: readonly number[], shape: Shape, at: readonly Place[]): Term {
  return whole('constant', [], { values, shape }, at, longSizes(shape));
}

/** A table of ones on the diagonal and zeros beside it, or the other way around. */
function diagonalOf(values: readonly number[], columns: number, row: Place, column: Place): Term | null {
  const isOn = (i: number): boolean => i % columns === Math.floor(i / columns);
  const holds = (on: number, off: number): boolean => values.every((value, i) => value === (isOn(i) ? on : off));
  if (holds(1, 0)) return same(row, column);
  return holds(0, 1) ? subtract(ONE, same(row, column)) : null;
}
