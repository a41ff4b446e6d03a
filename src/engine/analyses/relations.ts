import type { Expression } from '../ir/expression';
import type { Format } from '../numerics/format';
import { type Interval, intersect, interval, point } from '../numerics/interval';

/**
 * Sharpens the range of a node by what relates its operands: equal nodes (`x - x`, `x / x`, `x * x`), a maximum that is
 * taken away, parts of a sum, rows that sum to one, and conditions that a branch has met.
 */
export function refine(node: Expression, plain: Interval, ranges: ReadonlyMap<Expression, Interval>, format: Format): Interval {
  const related = RELATIONS[node.op]?.(node, ranges, format);
  if (!related) return plain;
  return { ...intersect(plain, related), nan: plain.nan };
}

type Relation = (node: Expression, ranges: ReadonlyMap<Expression, Interval>, format: Format) => Interval | null;

const RELATIONS: Readonly<Record<string, Relation>> = {
  subtract: difference,
  multiply: product,
  divide: quotient,
  where: branches,
  sum: totalOfRow,
  xlogy: selfEntropy,
};

function difference({ args: [x, y] }: Expression): Interval | null {
  if (!x || !y) return null;
  if (x === y) return point(0);
  if (isMaximumOf(y, x)) return interval(-Infinity, 0, true, false);
  return isMaximumOf(x, y) ? interval(0, Infinity, false, true) : null;
}

/** Whether `bound` is at least every element of `node`: its maximum over axes, or over it and something else. */
function isMaximumOf(bound: Expression, node: Expression): boolean {
  const [x] = bound.args;
  if (['reshape', 'broadcast_to', 'stop_gradient', 'identity'].includes(bound.op) && x) return isMaximumOf(x, node);
  return (bound.op === 'max' || bound.op === 'maximum') && bound.args.includes(node);
}

function product({ args: [x, y] }: Expression): Interval | null {
  return x && x === y ? interval(0, Infinity, false, false) : null;
}

/** A part of a total of non-negative parts is at most the total. */
function quotient({ args: [x, y] }: Expression, ranges: ReadonlyMap<Expression, Interval>): Interval | null {
  const range = x && ranges.get(x);
  if (!x || !y || !range || range.lo < 0) return null;
  return isTotalOf(y, x) ? interval(0, 1) : null;
}

function isTotalOf(total: Expression, part: Expression): boolean {
  const [x] = total.args;
  if (['reshape', 'broadcast_to'].includes(total.op) && x) return isTotalOf(x, part);
  return total.op === 'sum' && x === part;
}

/** Each branch in the range that its condition leaves it. */
function branches({ args: [condition, yes, no] }: Expression, ranges: ReadonlyMap<Expression, Interval>, format: Format): Interval | null {
  if (!condition || !yes || !no) return null;
  const a = underCondition(condition, yes, ranges, true, format);
  const b = underCondition(condition, no, ranges, false, format);
  return a && b
    ? { lo: Math.min(a.lo, b.lo), hi: Math.max(a.hi, b.hi), loOpen: openLow(a, b), hiOpen: openHigh(a, b), nan: a.nan || b.nan }
    : null;
}

function openLow(a: Interval, b: Interval): boolean {
  return a.lo === b.lo ? a.loOpen && b.loOpen : a.lo < b.lo ? a.loOpen : b.loOpen;
}

function openHigh(a: Interval, b: Interval): boolean {
  return a.hi === b.hi ? a.hiOpen && b.hiOpen : a.hi > b.hi ? a.hiOpen : b.hiOpen;
}

/** The range of a branch; narrowed where the condition compares that very branch with a constant. */
function underCondition(
  condition: Expression,
  branch: Expression,
  ranges: ReadonlyMap<Expression, Interval>,
  holds: boolean,
  format: Format,
): Interval | null {
  const range = ranges.get(branch);
  const [x, y] = condition.args;
  const bound = y && ranges.get(y);
  if (!range || x !== branch || !bound || bound.lo !== bound.hi) return range ?? null;
  const side = holds ? condition.op : OPPOSITE[condition.op];
  const limits = side ? LIMITS[side]?.(bound.lo) : undefined;
  return limits ? awayFromZero({ ...intersect(range, limits), nan: range.nan }, branch, format) : range;
}

/** A number of the format that is more than 0 is at least its smallest one. */
function awayFromZero(range: Interval, { kind }: Expression, { smallestSubnormal }: Format): Interval {
  if (kind !== 'float') return range;
  if (range.lo === 0 && range.loOpen) return { ...range, lo: smallestSubnormal, loOpen: false };
  return range.hi === 0 && range.hiOpen ? { ...range, hi: -smallestSubnormal, hiOpen: false } : range;
}

const OPPOSITE: Readonly<Record<string, string>> = {
  less: 'greater_equal',
  less_equal: 'greater',
  greater: 'less_equal',
  greater_equal: 'less',
  not_equal: 'equal',
};

const LIMITS: Readonly<Record<string, (bound: number) => Interval>> = {
  less: (bound) => interval(-Infinity, bound, true, true),
  less_equal: (bound) => interval(-Infinity, bound, true, false),
  greater: (bound) => interval(bound, Infinity, true, true),
  greater_equal: (bound) => interval(bound, Infinity, false, true),
  equal: (bound) => point(bound),
};

/** x log x of the same x has no pole at 0 and is at least -1/e. */
function selfEntropy({ args: [x, y] }: Expression, ranges: ReadonlyMap<Expression, Interval>): Interval | null {
  const range = x && ranges.get(x);
  if (!range || x !== y || range.lo < 0) return null;
  return interval(-0.37, Math.max(0, range.hi * Math.log(Math.max(1, range.hi))), false, false);
}

/** Rows of a softmax sum to one, up to rounding; a sum of exponentials of differences from the maximum holds a 1. */
function totalOfRow({ args: [x], attributes: { axes } }: Expression): Interval | null {
  if (!x || !(axes === null || Array.isArray(axes))) return null;
  if (x.op === 'softmax') return Array.isArray(axes) && axes.length === 1 && axes[0] === x.attributes.axis ? interval(0.5, 1.5) : null;
  const [shifted] = x.op === 'exp' ? x.args : [];
  const [base, maximum] = shifted?.op === 'subtract' ? shifted.args : [];
  return base && maximum && String(axesOfMaximum(maximum, base)) === String(axes) ? interval(1, Infinity, false, true) : null;
}

function axesOfMaximum(bound: Expression, node: Expression): unknown {
  const [x] = bound.args;
  if (['reshape', 'broadcast_to', 'stop_gradient', 'identity'].includes(bound.op) && x) return axesOfMaximum(x, node);
  return bound.op === 'max' && x === node ? bound.attributes.axes : undefined;
}
