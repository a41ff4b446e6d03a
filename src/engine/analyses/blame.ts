import { type Expression, inOrder } from '../ir/expression';
import type { Format } from '../numerics/format';
import type { Conventions } from '../ops/conventions';
import type { Operand } from '../ops/op';
import { opNamed } from '../ops/registry';
import { broadcastOffsets } from '../ops/shared/shapes';
import type { Blame } from './hazard';

/** Values and gradients of every node after one forward and backward sweep. */
export interface Trace {
  valuesOf(node: Expression): Float64Array;
  /** Undefined where no gradient arrives, or none goes on to an input that is trained. */
  gradientOf(node: Expression): Float64Array | undefined;
}

/** The arithmetic that a trace was made with. */
export interface Arithmetic {
  readonly format: Format;
  readonly conventions: Conventions;
}

/**
 * The first node, in the order given, whose value is nan or infinite although its operands' are not, of those that a
 * broken result comes from. An infinity that an input or a constant brings in is no fault; a nan made out of it is. A row
 * of -inf that makes a softmax nan is blamed on the softmax, not on the logarithm of the mask that wrote the -inf.
 * `reaches`: whether what breaks at a node is part of what is wrong in the end.
 */
export function blameForward(
  order: readonly Expression[],
  trace: Trace,
  reaches: (node: Expression, broken: ReadonlySet<Expression>) => boolean,
): Blame | null {
  const tainted = new Set<Expression>();
  const origins = new Map<Expression, number>();
  let replaced: Blame | null = null;
  for (const node of order) {
    const values = trace.valuesOf(node);
    const index = brokenIndex(node, values, trace, tainted);
    if (index < 0) continue;
    const inherited = node.args.some((a) => tainted.has(a));
    tainted.add(node);
    const [first] = origins.keys();
    if (!inherited) origins.set(node, index);
    else if (first && isSoftmaxOfNothing(node, trace) && isLogOfMask(first)) replaced ??= forwardBlame(node, index, values, trace);
  }
  if (replaced) return replaced;
  const masks = new Set([...origins.keys()].filter((node) => isLogOfMask(node) && isAddedToScores(node, order)));
  if (masks.size > 0) replaced = blameAfter(order, trace, masks);
  if (replaced) return replaced;
  for (const [node, index] of origins) {
    if (!reaches(node, tainted)) continue;
    const blame = forwardBlame(node, index, trace.valuesOf(node), trace);
    return (DIVISIONS.has(node.op) && blame.at[blame.operand] === 0 ? infinityUnder(node, origins, trace) : null) ?? blame;
  }
  return null;
}

const DIVISIONS: ReadonlySet<string> = new Set(['divide', 'reciprocal']);

/** What is to blame for a divisor that is 0 because an infinity divided: the operation that made it. */
function infinityUnder(root: Expression, origins: ReadonlyMap<Expression, number>, trace: Trace): Blame | null {
  const infinite = infiniteDivisor(root, trace.valuesOf);
  const under = new Set(infinite ? inOrder(infinite) : []);
  const found = [...origins].find(([node, index]) => under.has(node) && isInfinite(trace.valuesOf(node)[index] ?? 0));
  return found ? forwardBlame(found[0], found[1], trace.valuesOf(found[0]), trace) : null;
}

/** The infinite divisor that makes an operand of a node 0, if one does. */
export function infiniteDivisor({ args }: Expression, valuesOf: Trace['valuesOf']): Expression | null {
  for (const argument of args) {
    const divisor = argument.op === 'divide' ? argument.args[1] : argument.op === 'reciprocal' ? argument.args[0] : undefined;
    const found =
      divisor && valuesOf(divisor).some(isInfinite) ? divisor : KEEPS_ZERO.has(argument.op) ? infiniteDivisor(argument, valuesOf) : null;
    if (found) return found;
  }
  return null;
}

/** Operations of which the result is 0 where an operand is. */
const KEEPS_ZERO: ReadonlySet<string> = new Set([
  'multiply',
  'sqrt',
  'square',
  'power',
  'abs',
  'negative',
  'reshape',
  'broadcast_to',
  'slice',
  'cast',
]);

function isInfinite(x: number): boolean {
  return Math.abs(x) === Infinity;
}

/** The first nan, where -inf comes out of logarithms of masks that are added to scores: they are meant. */
function blameAfter(order: readonly Expression[], trace: Trace, masks: ReadonlySet<Expression>): Blame | null {
  for (const node of order) {
    const values = trace.valuesOf(node);
    const index = values.findIndex(Number.isNaN);
    if (node.args.length === 0 || index < 0) continue;
    return masks.has(node) ? null : forwardBlame(node, index, values, trace);
  }
  return null;
}

function isAddedToScores(mask: Expression, order: readonly Expression[]): boolean {
  return order.some(({ op, args: [x] }) => OVER_ROWS.has(op) && x?.op === 'add' && x.args.includes(mask));
}

const OVER_ROWS: ReadonlySet<string> = new Set(['softmax', 'log_softmax', 'logsumexp', 'logcumsumexp']);

function isSoftmaxOfNothing(node: Expression, trace: Trace): boolean {
  const [operand] = node.args;
  return (
    OVER_ROWS.has(node.op) &&
    operand !== undefined &&
    trace.valuesOf(operand).includes(-Infinity) &&
    trace.valuesOf(node).some(Number.isNaN)
  );
}

/** A logarithm that writes -inf where a mask is 0, which is what it is for. */
function isLogOfMask({ op, args: [x] }: Expression): boolean {
  return ['log', 'log2'].includes(op) && x !== undefined && (x.kind === 'bool' || ['parameter', 'to_float', 'cast', 'add'].includes(x.op));
}

/** Index of the first element that broke here or inherits a break, or -1. */
function brokenIndex(node: Expression, values: Float64Array, trace: Trace, tainted: ReadonlySet<Expression>): number {
  if (node.args.length === 0) return -1;
  const index = values.findIndex((v) => !Number.isFinite(v));
  if (index < 0) return -1;
  const given = node.args.some((a) => !tainted.has(a) && trace.valuesOf(a).some((v) => !Number.isFinite(v)));
  const inherited = node.args.some((a) => tainted.has(a));
  return given && !inherited ? values.findIndex(Number.isNaN) : index;
}

function forwardBlame(node: Expression, index: number, values: Float64Array, trace: Trace): Blame {
  const at = node.args.map((a) => elementAt(node, a, trace.valuesOf(a), index));
  return { node, phase: 'forward', operand: operandAtFault(node, at), at, got: values[index] ?? NaN };
}

/** The divisor of a quotient, the argument of everything else. */
function operandAtFault(node: Expression, at: readonly number[]): number {
  if (node.op === 'divide' || node.op === 'mod' || node.op === 'floor_divide') return 1;
  const broken = at.findIndex((v) => !Number.isFinite(v));
  return Math.max(0, broken);
}

/** The operand's element that belongs to an element of the result; where it is no single one, the most extreme. */
function elementAt(node: Expression, operand: Expression, values: Float64Array, index: number): number {
  if (values.length === 1) return values[0] ?? NaN;
  if (values.length === sizeOfResult(node)) return values[index] ?? NaN;
  if (opNamed(node.op)?.elementwise) return values[broadcastOffsets(operand.shape, node.shape)[index] ?? 0] ?? NaN;
  return values.find((v) => !Number.isFinite(v)) ?? values.reduce((a, b) => (Math.abs(b) > Math.abs(a) ? b : a), 0);
}

function sizeOfResult(node: Expression): number {
  return node.shape.reduce((product, size) => product * size, 1);
}

/** The last node in the order given whose pull-back makes nan or infinity out of a finite gradient and finite values. */
export function blameBackward(order: readonly Expression[], trace: Trace, arithmetic: Arithmetic): Blame | null {
  for (const node of [...order].reverse()) {
    const blame = brokenSlope(node, trace, arithmetic);
    if (blame) return blame;
  }
  return null;
}

/** How a node makes nan or infinity out of a finite gradient, if it does. */
export function brokenSlope(node: Expression, trace: Trace, arithmetic: Arithmetic): Blame | null {
  const gradient = trace.gradientOf(node);
  if (!gradient?.every(Number.isFinite)) return null;
  if (!node.args.some((a) => trace.gradientOf(a)?.some((v) => !Number.isFinite(v)))) return null;
  return brokenPullBack(node, gradient, trace, arithmetic);
}

function brokenPullBack(node: Expression, gradient: Float64Array, trace: Trace, { format, conventions }: Arithmetic): Blame | null {
  const operands: Operand[] = node.args.map((a) => ({ shape: a.shape, kind: a.kind, values: trace.valuesOf(a) }));
  const { attributes, shape } = node;
  const pulled =
    opNamed(node.op)?.backward({ operands, attributes, shape, format, conventions, result: trace.valuesOf(node), gradient }) ?? [];
  for (const [operand, slopes] of pulled.entries()) {
    const index = slopes ? slopes.findIndex((v) => !Number.isFinite(v)) : -1;
    if (!slopes || index < 0 || !node.args[operand] || !trace.gradientOf(node.args[operand])) continue;
    const at = operands.map((o) => (o.values.length === slopes.length ? (o.values[index] ?? NaN) : (o.values[0] ?? NaN)));
    return { node, phase: 'backward', operand, at, got: slopes[index] ?? NaN };
  }
  return null;
}
