import type { Expression } from '../ir/expression';
import { type Case, culpritOf, inputsUnder, isBare, nodesUnder, TOTALS } from './divisors';
import type { Blame } from './hazard';
import type { Input } from './inputs';
import { ORDINARY_VALUES } from './ordinary-values';

/** What a module holds and trains itself, such as the logarithm of a temperature: its values are its own, not the caller's. */
export function stateUnder({ node, operand }: Blame, inputs: readonly Input[]): readonly Input[] {
  const divisor = node.op === 'divide' && operand === 1 ? node.args[1] : undefined;
  const scale = divisor && nodesUnder(divisor).some(({ op }) => op === 'exp') ? divisor : undefined;
  const used = node.op === 'exp' ? inputsUnder(node, inputs) : scale ? inputsUnder(scale, inputs) : [];
  return used.every((input) => input.name.startsWith('self.') && (scale ? input.logarithmic : input.node.shape.length === 0)) ? used : [];
}

/** Logarithms of probabilities, where a total of their exponentials is 0 or next to it: those of a distribution add up to 1. */
export function normalisedUnder({ blame: { node, at, operand: index }, inputs, valuesOf }: Case, operand: Expression): readonly Input[] {
  if (node.op !== 'divide' || index !== 1 || !(Math.abs(at[1] ?? 1) < SMALL)) return [];
  const used = inputsUnder(culpritOf(operand, valuesOf), inputs).filter(({ configured }) => !configured);
  const under = nodesUnder(operand);
  const adds = under.some(({ op }) => TOTALS.has(op)) && under.some(({ op }) => op === 'exp');
  return adds && used.length > 0 && used.every(({ logProbability }) => logProbability) ? used : [];
}

/** No total of a distribution comes near it. */
const SMALL = 1e-30;

/** What divides in an exponential, where nothing tells of it and it is negative or next to nothing. */
export function badScale({ blame: { node, got }, inputs, valuesOf }: Case): readonly Input[] {
  if (node.op !== 'exp' || got !== Infinity) return [];
  for (const { op, args } of nodesUnder(node)) {
    const divisor = op === 'divide' ? args[1] : undefined;
    if (!divisor || valuesOf(divisor).every((v) => v >= SMALLEST_SCALE)) continue;
    const used = inputsUnder(divisor, inputs);
    if (used.every(isBare)) return used;
  }
  return [];
}

/** Temperatures below this one are no ordinary ones. */
const SMALLEST_SCALE = 1e-3;

/** What an exponential is taken of, where nothing tells what any of it is: no prediction, or one for want of another that is far from everyday values. */
export function exponentiated({ blame: { node, got }, inputs, valuesOf }: Case): readonly Input[] {
  if (node.op !== 'exp' || got !== Infinity) return [];
  const used = inputsUnder(node, inputs).filter(({ quantity }) => quantity !== 'held');
  const isFar = (input: Input): boolean => valuesOf(input.node).some((v) => Math.abs(v) > ORDINARY_VALUES.unbounded.ordinary);
  return used.every((input) => input.quantity === 'bare' && (!input.prediction || isFar(input))) ? used : [];
}
