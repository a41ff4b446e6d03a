import { type Expression, inOrder, sizeOf } from '../ir/expression';
import type { Loss } from '../ir/loss';
import { formatsIn } from './node-formats';
import { formatOf } from '../numerics/format';
import type { Given, Hazard } from './hazard';
import { type Input, accepts, inputsOf } from './inputs';
import { ORDINARY_VALUES } from './ordinary-values';
import { type FrameworkArithmetic, Replay } from './replay';

/** A mean made by hand. */
interface Mean {
  readonly sum: Expression;
  /** What is counted to divide by; null where the number of elements divides. */
  readonly counted: Expression | null;
}

/** A length whose elements half precision can still count. */
const COUNTABLE = 40_000;

/**
 * Hand-made means whose total leaves half precision for a batch of ordinary size: a sum that is divided by the number
 * of its elements or by the sum of the mask on them. The witness is a long input of ones, or of the first small number
 * that does it.
 */
export function halfSums(loss: Loss, arithmetic: FrameworkArithmetic): readonly Hazard[] {
  if (!loss.body) return [];
  const formatIn = formatsIn(loss.body, arithmetic.format);
  return inOrder(loss.body).flatMap((node) => {
    const mean = node.op === 'divide' ? meanOf(node) : null;
    return mean && formatIn(mean.sum) === 'float16' ? overflowOf(mean, loss, arithmetic) : [];
  });
}

function meanOf({ args: [quotient, divisor] }: Expression): Mean | null {
  const sum = totalUnder(quotient);
  const [summed] = sum?.args ?? [];
  if (!divisor || !sum || !summed) return null;
  if (divisor.op === 'constant')
    return divisor.attributes.value === sizeOf(summed.shape) / sizeOf(sum.shape) ? { sum, counted: null } : null;
  const [counted] = totalUnder(unfloored(divisor))?.args ?? [];
  const masked = counted && inOrder(summed).some(({ op, args }) => op === 'multiply' && args.includes(counted));
  return masked ? { sum, counted } : null;
}

function totalUnder(node: Expression | undefined): Expression | undefined {
  let total = node;
  while (total && ['reshape', 'negative'].includes(total.op)) total = total.args[0];
  return total?.op === 'sum' ? total : undefined;
}

/** A divisor without what keeps it from 0. */
function unfloored(node: Expression): Expression {
  const [x] = node.args;
  return x && ['clip', 'maximum', 'add'].includes(node.op) ? unfloored(x) : node;
}

/** An input lengthened along its first axis until it has that many elements. */
function filled(input: Input, value: number, elements: number): Given {
  const [first, ...rest] = input.node.shape;
  const shape = first === undefined ? [] : [Math.ceil(elements / sizeOf(rest)), ...rest];
  return { input, values: new Float64Array(sizeOf(shape)).fill(value), shape };
}

/** The first input that is not counted at a value, what is counted at 1, the rest at 0. */
function fillsOf({ counted }: Mean, inputs: readonly Input[], value: number): number[] {
  const ones = new Set(counted ? inOrder(counted) : []);
  const varied = inputs.find(({ node }) => !ones.has(node));
  return inputs.map((input) => {
    const wanted = ones.has(input.node) ? 1 : input === varied ? value : 0;
    return accepts(input, wanted) ? wanted : accepts(input, 0) ? 0 : input.value;
  });
}

function overflowOf(mean: Mean, loss: Loss, arithmetic: FrameworkArithmetic): Hazard[] {
  const [summed] = mean.sum.args;
  const inputs = inputsOf(loss);
  if (!summed || summed.kind !== 'float') return [];
  const elements = mean.counted ? COUNTABLE : ORDINARY_VALUES.elements.ordinary;
  const replay = new Replay(summed, inputs, arithmetic);
  for (const value of [1, 2, 10]) {
    const fills = fillsOf(mean, inputs, value);
    const assignment = inputs.map((input, i) => new Float64Array(sizeOf(input.node.shape)).fill(fills[i] ?? 0));
    const term = replay.valuesAt(assignment, summed)[0] ?? 0;
    if (Number.isFinite(formatOf('float16').round(term * elements))) continue;
    const given = inputs.map((input, i): Given => filled(input, fills[i] ?? 0, elements));
    return [hazardOf(mean, term, given, arithmetic)];
  }
  return [];
}

/** Infinity divided by a count, which is infinite itself where the framework rounds it and it is too long. */
function hazardOf({ sum, counted }: Mean, term: number, given: readonly Given[], { conventions, format }: FrameworkArithmetic): Hazard {
  const value = !counted && conventions.scalarsInHalf === 'rounded' ? NaN : Infinity;
  return {
    node: sum,
    phase: 'forward',
    operand: 0,
    at: [term],
    got: Infinity,
    breaks: 'value',
    tier: 'ordinary',
    format,
    computedIn: 'float16',
    flushes: false,
    given,
    outcome: { value: Float64Array.of(value), gradients: new Map<string, Float64Array>() },
    needs: [],
  };
}
