import { UnknownCount, Unreadable } from '../state/unreadable';
import { asNumber } from './apply';
import { NONE, type Value } from './value';
import { constantOf } from './constant';
import { describe, read } from './tensor';

/** The elements of a tuple or list, or null. */
export function itemsOf(value: Value): readonly Value[] | null {
  if (value.kind === 'tuple') return value.items;
  return value.kind === 'list' ? value.cell.value : null;
}

/** Whether a value is the shape of an array, or a part of one, as `size()` gives it. */
export function isShape(value: Value): boolean {
  return value.kind === 'tuple' && value.items.every((item) => item.kind === 'number' && item.counts === true);
}

/** A known integer; throws Unreadable. `what` names it for the reason. */
export function integerOf(value: Value, what: string): number {
  const number = asNumber(value)?.value ?? wholeConstant(value);
  if (number === null || !Number.isInteger(number)) throw new UnknownCount(what, value);
  return number;
}

/** A known number; throws Unreadable. */
export function numberOf(value: Value, what: string): number {
  const number = asNumber(value)?.value ?? wholeConstant(value);
  if (number === null) throw new UnknownCount(what, value);
  return number;
}

/** The one integer that a tensor of known values holds; null for any other value. */
function wholeConstant(value: Value): number | null {
  if (value.kind !== 'tensor' || read(value).kind !== 'int') return null;
  const [only, ...more] = constantOf(value) ?? [];
  return only !== undefined && more.length === 0 ? only : null;
}

/** A known string; throws Unreadable. */
export function textOf(value: Value, what: string): string {
  if (value.kind !== 'text') throw new Unreadable(`${what} is ${describe(value)}, not a known string`);
  return value.value;
}

/** How Python writes a known string or integer; undefined for any other value. */
export function wordOf(value: Value): string | undefined {
  const number = value.kind === 'number' && value.integer ? String(value.value) : undefined;
  return value.kind === 'text' ? value.value : number;
}

/** A string that stands for a dict key; equal Python keys have equal strings. Throws Unreadable. */
export function keyOf(value: Value): string {
  if (value.kind === 'text') return `s:${value.value}`;
  if (value.kind === 'none') return 'none';
  const number = asNumber(value);
  if (number) return `n:${number.value}`;
  if (value.kind === 'tuple') return `(${value.items.map(keyOf).join(',')})`;
  if (value.kind === 'dtype' || value.kind === 'library') return `${value.kind}:${value.name}`;
  if (value.kind === 'class') return `class:${value.model.name}`;
  throw new Unreadable(`${describe(value)} is a dict key`);
}

/** Each of equal keys once. Throws Unreadable for what is no key. */
export function distinct(items: readonly Value[]): Value[] {
  return [...new Map(items.map((item) => [keyOf(item), item])).values()];
}

/** Where every tensor of a loss lives. */
const DEVICE = 'torch.device';

/** Whether two values are known to be the same Python object or equal plain values. */
export function same(a: Value, b: Value): boolean {
  if (a === b) return true;
  if (a.kind === 'tensor' && b.kind === 'tensor') return a.cell === b.cell;
  if (a.kind === 'free' && b.kind === 'free') return a.path === b.path;
  if (a.kind === 'none' || b.kind === 'none') return a.kind === b.kind;
  const x = asNumber(a);
  const y = asNumber(b);
  if (x && y) return x.value === y.value && x.node === y.node;
  if (a.kind === 'text' && b.kind === 'text') return a.value === b.value;
  if (a.kind === 'function' && b.kind === 'function') return a.node === b.node && a.receiver === b.receiver;
  if (a.kind === 'tuple' && b.kind === 'tuple')
    return a.items.length === b.items.length && a.items.every((item, i) => same(item, b.items[i] ?? item));
  if ((a.kind === 'library' && b.kind === 'library') || (a.kind === 'dtype' && b.kind === 'dtype')) return a.name === b.name;
  if (a.kind === 'class' && b.kind === 'class') return a.model === b.model;
  return (
    (a.kind === 'list' && b.kind === 'list' && a.cell === b.cell) ||
    (a.kind === 'object' && b.kind === 'object' && (a.attributes === b.attributes || [a, b].every(({ library }) => library === DEVICE)))
  );
}

/** Whether `a == b` holds of two values that are no arrays: lists and tuples by their elements. Throws Unreadable for elements of which that is not known. */
export function equal(a: Value, b: Value): boolean {
  const [left, right] = [itemsOf(a), itemsOf(b)];
  if (!left || !right || a.kind !== b.kind) return same(a, b);
  if (left.length !== right.length) return false;
  const known = [...left, ...right].every((item) => PLAIN.has(item.kind) && asNumber(item)?.node == null);
  if (!known && !left.every((item, i) => same(item, right[i] ?? NONE))) throw new Unreadable('whether an unread value is a certain one');
  return left.every((item, i) => equal(item, right[i] ?? NONE));
}

/** Kinds of values of which it is known what they equal. */
const PLAIN: ReadonlySet<Value['kind']> = new Set<Value['kind']>([
  'number',
  'boolean',
  'text',
  'none',
  'tuple',
  'list',
  'dtype',
  'class',
  'function',
]);
