import { type Attribute, type Attributes, ShapeError } from '../../numerics/signature';

/** A number among the attributes; `fallback` when it is absent or null. */
export function numberOf(attributes: Attributes, name: string, fallback: number): number {
  const value = attributes[name];
  return typeof value === 'number' ? value : fallback;
}

/** A truth value among the attributes; false when it is absent. */
export function flagOf(attributes: Attributes, name: string): boolean {
  return attributes[name] === true;
}

/** A list of numbers among the attributes; null when it is absent. Throws ShapeError when it is something else. */
export function listOf(attributes: Attributes, name: string): readonly number[] | null {
  const value = attributes[name];
  if (value === undefined || value === null) return null;
  if (typeof value === 'number') return [value];
  if (isNumbers(value)) return value;
  throw new ShapeError(`${name} must be a list of numbers`);
}

/** A list of numbers that must be given. Throws ShapeError. */
export function requiredList(attributes: Attributes, name: string): readonly number[] {
  const list = listOf(attributes, name);
  if (!list) throw new ShapeError(`${name} is missing`);
  return list;
}

/** A string among the attributes; `fallback` when it is absent. */
export function textOf(attributes: Attributes, name: string, fallback: string): string {
  const value = attributes[name];
  return typeof value === 'string' ? value : fallback;
}

function isNumbers(value: Attribute): value is readonly number[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'number');
}
