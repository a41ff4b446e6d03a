import type { OptionValue } from '../state/trace';
import { boolean, float, integer, text, type Value } from '../values/value';

/** The number that a parameter is taken to be, or is given. */
export function countValue(path: string, count: number, given?: OptionValue): Value {
  return { ...integer(Number.isInteger(given) ? Number(given) : count), of: { path, as: 'count' } };
}

/** A constant given from outside as a value. */
export function plainValue(value: OptionValue): Value {
  if (value === null) return { kind: 'none' };
  if (typeof value === 'string') return text(value);
  if (typeof value === 'boolean') return boolean(value);
  return Number.isInteger(value) ? integer(value) : float(value);
}

/** The value marked with the parameter that it belongs to. */
export function withOrigin(value: Value, origin: string): Value {
  return value.kind === 'text' || value.kind === 'boolean' || value.kind === 'none' ? { ...value, origin } : value;
}
