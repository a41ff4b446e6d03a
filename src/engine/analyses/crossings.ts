import { type Expression, inOrder, sizeOf } from '../ir/expression';
import { type FormatName, formatOf } from '../numerics/format';
import type { Assignment } from './candidates';
import { type Input, accepts } from './inputs';
import { type FrameworkArithmetic, Replay } from './replay';

/** Inputs at which a divisor made of sums happens to be 0. */
export interface Crossing {
  readonly node: Expression;
  readonly assignment: Assignment;
  /** The inputs that the divisor is made of. */
  readonly inputs: readonly Input[];
}

const DIVISORS = 2;
const FROM = 1;
const TO: readonly number[] = [-10, 10];
const HALVINGS = 1100;

/** For the first divisors in which something is added, the inputs between plain ones of either sign at which they are exactly 0. */
export function* crossings(body: Expression, inputs: readonly Input[], arithmetic: FrameworkArithmetic): Generator<Crossing> {
  const divisions = inOrder(body).filter((node) => node.op === 'divide' && isSum(node.args[1]));
  for (const node of divisions.slice(0, DIVISORS)) {
    const [, divisor] = node.args;
    const used = divisor ? inputs.filter((input) => inOrder(divisor).includes(input.node)) : [];
    if (!divisor || used.length > DIVISORS || used.some(({ quantity }) => quantity !== 'bare' && quantity !== 'free')) continue;
    const assignment = crossingOf(divisor, inputs, used, arithmetic);
    if (assignment) yield { node, assignment, inputs: used };
  }
}

function isSum(node: Expression | undefined): boolean {
  return node?.op === 'add' || node?.op === 'subtract';
}

function crossingOf(
  divisor: Expression,
  inputs: readonly Input[],
  used: readonly Input[],
  arithmetic: FrameworkArithmetic,
): Assignment | null {
  const replay = new Replay(divisor, inputs, arithmetic);
  const base = inputs.map((input) => filled(input, accepts(input, FROM) ? FROM : input.value));
  for (const input of used) {
    const at = (value: number): Assignment =>
      inputs.map((other, i) => (other === input ? filled(other, value) : (base[i] as Float64Array)));
    const valueAt = (value: number): number => replay.valuesAt(at(value), divisor)[0] ?? NaN;
    for (const to of TO) {
      const root = accepts(input, to) ? rootBetween(valueAt, FROM, to, arithmetic.format) : null;
      if (root !== null && accepts(input, root)) return at(root);
    }
  }
  return null;
}

function filled({ node: { shape } }: Input, value: number): Float64Array {
  return new Float64Array(sizeOf(shape)).fill(value);
}

/** Where a function of one number is exactly 0, by halving; null where it does not change its sign or jumps over 0. */
function rootBetween(valueAt: (value: number) => number, from: number, to: number, format: FormatName): number | null {
  const { round } = formatOf(format);
  let [low, high] = [from, to];
  const sign = Math.sign(valueAt(low));
  if (sign * Math.sign(valueAt(high)) >= 0) return null;
  for (let i = 0; i < HALVINGS; i++) {
    const middle = round(low + (high - low) / 2);
    const value = valueAt(middle);
    if (value === 0) return middle;
    if (!Number.isFinite(value) || middle === low || middle === high) return null;
    if (Math.sign(value) === sign) low = middle;
    else high = middle;
  }
  return null;
}
