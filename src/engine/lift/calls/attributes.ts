import type { Attribute } from '../../numerics/signature';
import { UnknownCount } from '../state/unreadable';
import { describe } from '../values/tensor';
import type { Value } from '../values/value';
import { constantOf } from '../values/constant';

/** A value as the attribute of an op; throws Unreadable for what is not a known constant. */
export function attributeOf(value: Value, name: string): Attribute {
  switch (value.kind) {
    case 'none':
      return null;
    case 'text':
    case 'boolean':
    case 'number':
      return value.value;
    case 'dtype':
      return value.name;
    case 'tuple':
      return value.items.map((item) => attributeOf(item, name));
    case 'list':
      return value.cell.value.map((item) => attributeOf(item, name));
    case 'tensor': {
      const known = constantOf(value);
      if (known) return known.length === 1 && value.cell.value.shape.length === 0 ? (known[0] ?? null) : known;
      break;
    }
    default:
  }
  throw new UnknownCount(name, value, `${name} is ${describe(value)} and not a known constant`);
}

/** Axes counted from the front, and `axes` as a list. */
export function axisAttribute(name: string, value: Attribute, rank: number): Attribute {
  if (name !== 'axis' && name !== 'axes') return value;
  const front = (axis: Attribute): Attribute => (typeof axis === 'number' && axis < 0 ? axis + rank : axis);
  if (typeof value === 'number') return name === 'axes' ? [front(value)] : front(value);
  if (!Array.isArray(value)) return value;
  return name === 'axis' && value.length === 1 ? front(value[0] ?? null) : value.map(front);
}
