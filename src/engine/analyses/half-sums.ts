import { type Expression, inOrder, sizeOf } from '../ir/expression';
import type { Loss } from '../ir/loss';
import { formatOf } from '../numerics/format';
import type { Given, Hazard } from './hazard';
import { type Input, accepts, inputsOf } from './inputs';
import { ORDINARY_VALUES } from './ordinary-values';
import { type FrameworkArithmetic, Replay } from './replay';

/**
 * Hand-made means whose total leaves half precision for a batch of ordinary size: a sum that is divided by the number
 * of its elements. The witness is a long input of ones, or of the first small number that does it.
 */
export function halfSums(loss: Loss, arithmetic: FrameworkArithmetic): readonly Hazard[] {
  if (!loss.body || arithmetic.format !== 'float16') return [];
  const order = inOrder(loss.body);
  const counted = order
    .filter((node) => node.op === 'divide' && isCountOf(node.args[1], node.args[0]))
    .map((node) => totalUnder(node.args[0]));
  return counted.flatMap((sum) => (sum ? overflowOf(sum, loss, arithmetic) : []));
}

function totalUnder(node: Expression | undefined): Expression | undefined {
  let total = node;
  while (total && ['reshape', 'negative'].includes(total.op)) total = total.args[0];
  return total?.op === 'sum' ? total : undefined;
}

/** Whether a divisor is the number of elements that a sum adds. */
function isCountOf(divisor: Expression | undefined, quotient: Expression | undefined): boolean {
  const total = totalUnder(quotient);
  const [summed] = total?.args ?? [];
  if (!divisor || !total || !summed || divisor.op !== 'constant') return false;
  return divisor.attributes.value === sizeOf(summed.shape) / sizeOf(total.shape);
}

/** An input lengthened along its first axis until it has that many elements. */
function filled(input: Input, value: number, elements: number): Given {
  const [first, ...rest] = input.node.shape;
  const shape = first === undefined ? [] : [Math.ceil(elements / sizeOf(rest)), ...rest];
  return { input, values: new Float64Array(sizeOf(shape)).fill(value), shape };
}

function overflowOf(sum: Expression, loss: Loss, arithmetic: FrameworkArithmetic): Hazard[] {
  const [summed] = sum.args;
  const inputs = inputsOf(loss);
  if (!summed || summed.kind !== 'float' || inOrder(summed).some((node) => node.op === 'cast')) return [];
  const elements = ORDINARY_VALUES.elements.ordinary;
  const replay = new Replay(summed, inputs, arithmetic);
  for (const value of [1, 2, 10]) {
    const fills = inputs.map((input, i) => (i === 0 && accepts(input, value) ? value : accepts(input, 0) ? 0 : input.value));
    const term =
      replay.valuesAt(
        inputs.map((input, i) => new Float64Array(sizeOf(input.node.shape)).fill(fills[i] ?? 0)),
        summed,
      )[0] ?? 0;
    if (Number.isFinite(formatOf('float16').round(term * elements))) continue;
    const given = inputs.map((input, i): Given => filled(input, fills[i] ?? 0, elements));
    const outcome = { value: Float64Array.of(Infinity), gradients: new Map<string, Float64Array>() };
    return [
      {
        node: sum,
        phase: 'forward',
        operand: 0,
        at: [term],
        got: Infinity,
        breaks: 'value',
        tier: 'ordinary',
        format: 'float16',
        flushes: false,
        given,
        outcome,
        needs: [],
      },
    ];
  }
  return [];
}
