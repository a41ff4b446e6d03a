import { minusOneOf } from '../cancellation';
import { hazardRule } from '../hazard-rule';
import { isExponential, opposite } from '../softmax';
import { elementsOf, withoutConstant } from '../view';
import type { Expression } from '../../ir/expression';

/** (eˣ - e⁻ˣ) / (eˣ + e⁻ˣ), or (e²ˣ - 1) / (e²ˣ + 1). */
export const tanhNaive = hazardRule({
  name: 'tanh-naive',
  rank: 66,
  matches: ({ node }, view) => [node, ...view.downstream(node, 4)].some(isTanh),
});

function isTanh({ op, args: [x, y] }: Expression): boolean {
  if (op !== 'divide' || !x || !y) return false;
  const [above, below] = [elementsOf(x), elementsOf(y)];
  const inner = minusOneOf(above);
  if (inner && isExponential(inner)) return withoutConstant(below) === inner;
  return above.op === 'subtract' && below.op === 'add' && isPair(above) && isPair(below);
}

function isPair({ args: [x, y] }: Expression): boolean {
  return x !== undefined && y !== undefined && opposite(x, y);
}
