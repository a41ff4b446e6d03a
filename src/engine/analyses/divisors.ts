import type { Expression } from '../ir/expression';
import type { Blame } from './hazard';
import type { Input } from './inputs';

/** Operations that add up what they are given. */
export const TOTALS: ReadonlySet<string> = new Set(['sum', 'mean', 'einsum', 'matmul', 'cumsum']);

/** What is known of a failure when it is asked whose fault it is. */
export interface Case {
  readonly blame: Blame;
  readonly inputs: readonly Input[];
  /** Whether the witness keeps inputs of unknown scale between 0 and 1. */
  readonly benign: boolean;
  /** Whether numbers of the configuration that have no default are away from their everyday values. */
  readonly knobs: boolean;
  /** Whether the source writes the operation itself, rather than a library inside a call. */
  readonly written: boolean;
  /** Whether the author says which inputs the gradients are wanted for. */
  readonly declared: boolean;
  /** Whether the value itself breaks, not only a gradient. */
  readonly spoilsValue: boolean;
  /** Whether the author's own test sends bad values elsewhere. */
  readonly tested: boolean;
  readonly valuesOf: (node: Expression) => Float64Array;
}

/** Whether a divisor is 0 only where its caller makes it so. */
export function dividesBadly(
  { blame: { node, at, operand: index }, inputs, written, spoilsValue, valuesOf }: Case,
  operand: Expression,
): boolean {
  if (!(DIVISIONS.has(node.op) || isNegativePower(node)) || at[index] !== 0) return false;
  return (
    isExtent(operand) ||
    hasNoExtent(operand, valuesOf) ||
    (spoilsValue && isNameless(operand, inputs)) ||
    cancels(operand, valuesOf) ||
    (!written && nodesUnder(operand).some((n) => TOTALS.has(n.op)))
  );
}

const DIVISIONS: ReadonlySet<string> = new Set(['divide', 'reciprocal', 'mod', 'floor_divide']);

/** Whether the author keeps a divisor from 0 by an epsilon, of which the reciprocal is beyond the format. */
export function isGuardTooSmall({ blame: { node, at, operand: index, got } }: Case, operand: Expression): boolean {
  if (!DIVISIONS.has(node.op) || !((at[index] ?? 0) > 0) || Math.abs(got) !== Infinity) return false;
  return ['add', 'maximum', 'clip'].includes(operand.op) && operand.args.some(({ attributes: { value } }) => Number(value) > 0);
}

/** The part of an operand that makes it 0: of a product, the factor that is 0 where the other is not. */
export function culpritOf(node: Expression, valuesOf: Case['valuesOf']): Expression {
  const [x, y] = node.args;
  if (!valuesOf(node).every((v) => v === 0)) return node;
  if (x && !y && (TOTALS.has(node.op) || node.op === 'reshape' || node.op === 'broadcast_to')) return culpritOf(x, valuesOf);
  if (node.op !== 'multiply' || !x || !y) return node;
  const [first, second] = [x, y].map((factor) => valuesOf(factor).every((v) => v === 0));
  return first === second ? node : culpritOf(first ? x : y, valuesOf);
}

/** A power that divides. */
function isNegativePower({ op, args: [, exponent] }: Expression): boolean {
  return op === 'power' && exponent?.op === 'constant' && Number(exponent.attributes.value) < 0;
}

/** An argument called by a single letter, perhaps numbered, that divides as it is: a scale or a count, of which nothing else is known. */
export function isNameless(operand: Expression, inputs: readonly Input[]): boolean {
  const node = unsigned(operand);
  const known = (input: Input): boolean => input.target || (input.prediction && !isBare(input) && !input.unscaled);
  if (inputs.some((input) => input.node === node && known(input))) return false;
  return node.op === 'parameter' && /(^|\.)[a-zA-Z]\d?$/.test(String(node.attributes.name));
}

function unsigned(node: Expression): Expression {
  const core = unmoved(node);
  return (core.op === 'abs' || core.op === 'negative') && core.args[0] ? unsigned(core.args[0]) : core;
}

/** Whether a node is the width of a box, or the step between neighbours: one part of an argument less another. */
export function isExtent(operand: Expression): boolean {
  const node = unmoved(operand);
  const [x, y] = node.op === 'subtract' ? node.args.map(unmoved) : [];
  return x?.op === 'parameter' && x === y;
}

/** Whether a divisor adds up the areas of boxes, and none of them has a width or a height: two at least, each of two sides. */
function hasNoExtent(operand: Expression, valuesOf: Case['valuesOf']): boolean {
  const sides = sidesIn(operand);
  return sides.length >= 4 && sides.every((side) => hasZero(valuesOf(side)));
}

function sidesIn(node: Expression): Expression[] {
  if (isExtent(node)) return [node];
  const through = ['add', 'subtract', 'multiply', 'reshape', 'clip', 'maximum', 'relu'].includes(node.op);
  return through ? node.args.flatMap(sidesIn) : [];
}

function unmoved(node: Expression): Expression {
  const [x] = node.args;
  return x && ['reshape', 'transpose', 'broadcast_to', 'slice', 'take', 'gather', 'cast', 'identity', 'stop_gradient'].includes(node.op)
    ? unmoved(x)
    : node;
}

/** Whether an expression is 0 because terms that are not 0 happen to add up to it. */
function cancels(node: Expression, valuesOf: Case['valuesOf']): boolean {
  const [x, y] = node.args;
  if (!x) return false;
  if (node.op === 'add' && y)
    return addsUpToZero(valuesOf(node), valuesOf(x), valuesOf(y)) || node.args.some((a) => hasZero(valuesOf(a)) && cancels(a, valuesOf));
  if (node.op === 'subtract' && y && hasZero(valuesOf(x)) && hasZero(valuesOf(y)))
    return node.args.some((a) => hasZero(valuesOf(a)) && cancels(a, valuesOf));
  if (node.op === 'sum' || node.op === 'mean') {
    const terms = valuesOf(x);
    return terms.some((v) => v > 0) && terms.some((v) => v < 0);
  }
  return (
    ['multiply', 'sqrt', 'abs', 'square', 'reshape', 'broadcast_to', 'negative', 'cast', 'clip', 'maximum', 'relu', 'prod'].includes(
      node.op,
    ) && node.args.some((a) => hasZero(valuesOf(a)) && cancels(a, valuesOf))
  );
}

function addsUpToZero(total: Float64Array, x: Float64Array, y: Float64Array): boolean {
  return total.some((v, k) => v === 0 && (x[k % x.length] ?? 0) !== 0 && (y[k % y.length] ?? 0) !== 0);
}

function hasZero(values: Float64Array): boolean {
  return values.includes(0);
}

/** Whether nothing is known of an input's values. */
export function isBare({ quantity, knob }: Input): boolean {
  return quantity === 'bare' || (knob !== null && quantity !== 'held');
}

/** The nodes that an expression is made of, itself among them. */
export function nodesUnder(root: Expression): Expression[] {
  const seen = new Set<Expression>([root]);
  for (const node of seen) for (const argument of node.args) seen.add(argument);
  return [...seen];
}

/** The inputs that an expression is made of, without those that only tell which elements are picked. */
export function inputsUnder(root: Expression, inputs: readonly Input[]): Input[] {
  const reached = new Set(valuesUnder(root));
  return inputs.filter((input) => reached.has(input.node));
}

/** The nodes that an expression is made of, without those that only tell which elements are picked. */
export function valuesUnder(root: Expression): Expression[] {
  const seen = new Set<Expression>([root]);
  for (const { op, args } of seen) for (const argument of op === 'take' || op === 'gather' ? args.slice(0, 1) : args) seen.add(argument);
  return [...seen];
}
