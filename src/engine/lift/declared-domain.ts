import type { Domain } from '../ir/domain';
import { REALS, interval } from '../ir/domain';

const NUMBER = String.raw`[+-]?(?:inf|(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)`;
const INTERVAL = new RegExp(String.raw`^([[(])\s*(${NUMBER})\s*,\s*(${NUMBER})\s*([\])])$`);
const FINITE_SET = /^\{(.*)\}$/;

/** A number of a declaration: decimal, or `inf` with a sign. Null when it is none. */
export function readNumber(text: string): number | null {
  const trimmed = text.trim();
  if (!new RegExp(`^${NUMBER}$`).test(trimmed)) return null;
  return Number(trimmed.replace('inf', 'Infinity'));
}

/** A declared set of values: `(0, 1]`, `{0, 1}`, `R`, `Z`, `simplex`. A string says what is wrong. */
export function readDomain(text: string): Domain | string {
  const trimmed = text.trim();
  if (trimmed === 'R') return REALS;
  if (trimmed === 'Z') return interval(-Infinity, Infinity, true, true, true);
  if (trimmed === 'simplex') return { kind: 'simplex' };
  const whole = /^Z\s*(?:∩|&)\s*(.*)$/.exec(trimmed);
  if (whole) return wholeNumbers(readDomain(whole[1] ?? ''));
  const set = FINITE_SET.exec(trimmed);
  return set ? readSet(set[1] ?? '') : readInterval(trimmed);
}

/** The values that satisfy `x relation bound`. A string says what is wrong. */
export function readRelation(relation: string, bound: number): Domain | string {
  if (relation === '==') return Number.isFinite(bound) ? { kind: 'set', values: [bound] } : 'a value must be finite';
  const open = !relation.endsWith('=');
  const result = relation.startsWith('<') ? interval(-Infinity, bound, true, open) : interval(bound, Infinity, open, true);
  return result.kind === 'interval' && result.low < result.high ? result : 'no number satisfies this';
}

/** Values in both domains; a string when there are none. */
export function intersect(a: Domain, b: Domain): Domain | string {
  if (a.kind === 'simplex' || b.kind === 'simplex') return { kind: 'simplex' };
  if (a.kind === 'set') return nonEmpty({ kind: 'set', values: a.values.filter((value) => within(b, value)) });
  if (b.kind === 'set') return intersect(b, a);
  const [low, lowOpen] = a.low === b.low ? [a.low, a.lowOpen || b.lowOpen] : a.low > b.low ? [a.low, a.lowOpen] : [b.low, b.lowOpen];
  const [high, highOpen] =
    a.high === b.high ? [a.high, a.highOpen || b.highOpen] : a.high < b.high ? [a.high, a.highOpen] : [b.high, b.highOpen];
  return nonEmpty(interval(low, high, lowOpen, highOpen, a.integer || b.integer));
}

function readSet(inside: string): Domain | string {
  const values = inside.split(',').map(readNumber);
  if (values.some((value) => value === null || !Number.isFinite(value))) return 'a set lists finite numbers: {0, 1}';
  return { kind: 'set', values: values.filter((value) => value !== null) };
}

function readInterval(text: string): Domain | string {
  const match = INTERVAL.exec(text);
  const low = readNumber(match?.[2] ?? '');
  const high = readNumber(match?.[3] ?? '');
  if (!match || low === null || high === null) return 'expected an interval such as (0, 1], a set such as {0, 1}, R, Z or simplex';
  return nonEmpty(interval(low, high, match[1] === '(', match[4] === ')'));
}

function wholeNumbers(domain: Domain | string): Domain | string {
  return typeof domain === 'string' || domain.kind !== 'interval' ? domain : { ...domain, integer: true };
}

function nonEmpty(domain: Domain): Domain | string {
  const empty = domain.kind === 'set' ? domain.values.length === 0 : domain.kind === 'interval' && isEmpty(domain);
  return empty ? 'no number is in this domain' : domain;
}

function isEmpty({ low, high, lowOpen, highOpen }: Domain & { readonly kind: 'interval' }): boolean {
  return low > high || (low === high && (lowOpen || highOpen || !Number.isFinite(low)));
}

function within(domain: Domain, value: number): boolean {
  if (domain.kind === 'set') return domain.values.includes(value);
  if (domain.kind === 'simplex') return true;
  const { low, high, lowOpen, highOpen, integer } = domain;
  if (integer && !Number.isInteger(value)) return false;
  return (lowOpen ? value > low : value >= low) && (highOpen ? value < high : value <= high);
}
