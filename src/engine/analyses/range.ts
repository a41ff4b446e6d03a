import type { Expression } from '../ir/expression';
import { inOrder } from '../ir/expression';
import { hullOf } from '../ir/domain';
import type { Loss } from '../ir/loss';
import { type Format, type FormatName, formatOf } from '../numerics/format';
import { ALL, type Interval, hull, interval, isEmpty, point, roundInterval } from '../numerics/interval';
import { opNamed } from '../ops/registry';
import { formatsIn } from './node-formats';
import { type Input, inputsOf } from './inputs';
import { ORDINARY_VALUES, type Tier } from './ordinary-values';
import { carriersOf } from './gradient-flow';
import { overflowsAtEnds } from './end-slopes';
import { refine } from './relations';
import type { FrameworkArithmetic } from './replay';

/** Float-aware ranges of all nodes of a loss: what each can be in a format, infinities and nan included. */
export type Ranges = ReadonlyMap<Expression, Interval>;

/** Ranges of every node when the inputs keep to a tier of values; `adjust` may change what a node passes on to its users. */
function rangesOf(
  loss: Loss,
  working: FrameworkArithmetic,
  tier: Tier,
  adjust = (range: Interval, _node: Expression): Interval => range,
): Ranges {
  const ranges = new Map<Expression, Interval>();
  if (!loss.body) return ranges;
  const inputs = new Map(inputsOf(loss).map((input) => [input.node, input]));
  const formats = formatsOf(loss.body, working);
  for (const node of inOrder(loss.body)) ranges.set(node, adjust(rangeOf(node, ranges, inputs, formats(node), tier), node));
  return ranges;
}

function rangeOf(
  node: Expression,
  ranges: Map<Expression, Interval>,
  inputs: ReadonlyMap<Expression, Input>,
  format: Format,
  tier: Tier,
): Interval {
  const input = inputs.get(node);
  if (input) return rounded(rangeOfInput(input, tier), node, format);
  if (node.op === 'constant') return constantRange(node, format);
  const op = opNamed(node.op);
  if (!op) return { ...ALL, nan: true };
  const operands = node.args.map((a) => meeting(node, a, ranges.get(a) ?? ALL, format));
  const plain = op.range(operands, node.attributes, node.args, format);
  return rounded(refine(node, plain, ranges, format), node, format);
}

/** A Python number that meets a tensor is rounded: to the tensor's format, or to single precision where that is half. */
function meeting(node: Expression, operand: Expression, range: Interval, format: Format): Interval {
  if (node.kind !== 'float' || operand.kind !== 'weak') return range;
  const own = roundInterval(range, format);
  return format.epsilon > SINGLE.epsilon ? hull(own, roundInterval(range, SINGLE)) : own;
}

const SINGLE = formatOf('float32');

/** Python numbers, integers and truth values are not rounded. */
function rounded(range: Interval, { kind }: Expression, format: Format): Interval {
  return kind === 'float' ? roundInterval(range, format) : range;
}

function constantRange(node: Expression, format: Format): Interval {
  const { value, values } = node.attributes;
  const list = Array.isArray(values) ? values.map(Number) : [Number(value)];
  if (list.length === 0 || list.some(Number.isNaN)) return { ...ALL, nan: true };
  // Tables of whole images are too long for the arguments of a call.
  const low = list.reduce((least, one) => Math.min(least, one));
  const high = list.reduce((most, one) => Math.max(most, one));
  return rounded(list.length === 1 ? point(low) : interval(low, high, false, false), node, format);
}

/** The values that an input is assumed to take. */
function rangeOfInput(input: Input, tier: Tier): Interval {
  if (input.quantity === 'held') return point(input.value);
  if (input.quantity === 'unread') return { ...ALL, nan: true };
  if (input.quantity === 'mask') return interval(0, 1);
  const { low, high, lowOpen, highOpen } = hullOf(input.domain);
  const limit = input.logarithmic
    ? ORDINARY_VALUES.logarithm[tier]
    : input.target
      ? ORDINARY_VALUES.regression[tier]
      : ORDINARY_VALUES.unbounded[tier];
  const lo = low === -Infinity && lowOpen ? -limit : low;
  const hi = high === Infinity && highOpen ? limit : high;
  return lo <= hi ? interval(lo, hi, lowOpen && lo === low, highOpen && hi === high) : interval(low, high, lowOpen, highOpen);
}

/** Ranges of every node for ordinary inputs. */
export function ordinaryRanges(loss: Loss, arithmetic: FrameworkArithmetic): Ranges {
  return rangesOf(loss, arithmetic, 'ordinary');
}

/**
 * The first operation of a loss that is not proved to make neither nan nor infinity, forward and backward, for all ordinary and
 * extraordinary inputs of the table of ordinary values; null where each is, or nothing was read.
 */
export function firstUnproved(loss: Loss, arithmetic: FrameworkArithmetic): Expression | null {
  if (!loss.body) return null;
  const ranges = rangesOf(loss, arithmetic, 'extraordinary');
  const pulled = pulledIn(loss.body, inputsOf(loss));
  const formats = formatsOf(loss.body, arithmetic);
  const isProved = (node: Expression): boolean =>
    (node.op === 'constant' || isFine(ranges.get(node))) && !losesGuard(node, formats(node)) && !isSteep(node, ranges, pulled, arithmetic);
  return inOrder(loss.body).find((node) => !isProved(node)) ?? null;
}

/** Whether a loss was read as a whole and nothing of it is left unproved. */
export function provedSafe(loss: Loss, arithmetic: FrameworkArithmetic): boolean {
  return loss.body !== null && loss.status === 'full' && firstUnproved(loss, arithmetic) === null;
}

/** What an operation is suspected of: to leave its domain, to make an infinity, to have a broken slope. */
export type Suspicion = 'nan' | 'value' | 'slope';

/**
 * Operations that may be the first to go wrong within a tier: their range is broken, or their slope, while what their
 * operands break is left to the operands, unless an infinity comes in from outside. A guide for the search, not a proof:
 * broken ranges go on as moderate ones.
 */
export function suspectsOf(loss: Loss, arithmetic: FrameworkArithmetic, tier: Tier): ReadonlyMap<Expression, Suspicion> {
  const suspects = new Map<Expression, Suspicion>();
  const given = new Set<Expression>();
  const formats = loss.body && formatsOf(loss.body, arithmetic);
  const ranges = rangesOf(loss, arithmetic, tier, (range, node) => {
    if (formats && losesGuard(node, formats(node))) suspects.set(node, 'value');
    if (isFine(range)) return range;
    if (node.args.length === 0 ? node.op !== 'opaque' : node.args.some((a) => given.has(a))) given.add(node);
    if (node.args.length > 0 && node.op !== 'opaque') suspects.set(node, range.nan && node.args.length === 1 ? 'nan' : 'value');
    return given.has(node) ? range : moderate(range);
  });
  const pulled = loss.body ? pulledIn(loss.body, inputsOf(loss)) : NOTHING;
  for (const node of ranges.keys()) if (!suspects.has(node) && isSteep(node, ranges, pulled, arithmetic)) suspects.set(node, 'slope');
  return suspects;
}

const NOTHING: ReadonlySet<Expression> = new Set();

/** Nodes through which a gradient is pulled to an input that training moves. */
function pulledIn(body: Expression, inputs: readonly Input[]): ReadonlySet<Expression> {
  const order = inOrder(body);
  return new Set(inputs.filter(({ differentiable }) => differentiable).flatMap(({ node }) => [...carriersOf(node, order)]));
}

/** The format that each node computes in: casts change it, operands promote. */
function formatsOf(body: Expression, { format, flushesSubnormals }: FrameworkArithmetic): (node: Expression) => Format {
  const nameOf = formatsIn(body, format);
  const made = new Map<FormatName, Format>();
  return (node) => {
    const name = nameOf(node);
    const known = made.get(name) ?? formatOf(name, flushesSubnormals && name === 'float32');
    made.set(name, known);
    return known;
  };
}

function isFine(range: Interval | undefined): boolean {
  return range !== undefined && !range.nan && !isEmpty(range) && Number.isFinite(range.lo) && Number.isFinite(range.hi);
}

/** Whether an epsilon that a library's operation adds by itself is 0 in the format. */
function losesGuard({ op, attributes }: Expression, { round }: Format): boolean {
  const { eps } = attributes;
  if (typeof eps !== 'number' || eps <= 0) return false;
  return round(eps) === 0 || (op === 'logit' && round(1 - eps) === 1);
}

function isSteep(node: Expression, ranges: Ranges, pulled: ReadonlySet<Expression>, arithmetic: FrameworkArithmetic): boolean {
  const operands = node.args.map((a) => ranges.get(a) ?? ALL);
  const op = opNamed(node.op);
  if (!op || !pulled.has(node) || operands.length === 0) return false;
  const moving = node.args.map((a) => pulled.has(a));
  return (
    (op.steep?.(operands, node.attributes, arithmetic.conventions) ?? false) || overflowsAtEnds(op, node, operands, moving, arithmetic)
  );
}

const MODERATE = 128;

function moderate(range: Interval): Interval {
  if (isEmpty(range)) return interval(-MODERATE, MODERATE);
  const lo = Number.isFinite(range.lo) ? range.lo : Math.min(-MODERATE, Number.isFinite(range.hi) ? range.hi : 0);
  const hi = Number.isFinite(range.hi) ? range.hi : Math.max(MODERATE, lo);
  return interval(lo, hi);
}
