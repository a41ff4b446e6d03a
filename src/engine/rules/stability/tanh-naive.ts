import { hazardRule } from '../hazard-rule';
import { opposite } from '../softmax';
import { elementsOf } from '../view';
import type { Expression } from '../../ir/expression';

/** (eˣ - e⁻ˣ) / (eˣ + e⁻ˣ). */
export const tanhNaive = hazardRule({
  name: 'tanh-naive',
  rank: 66,
  matches: ({ node }, view) => [node, ...view.downstream(node, 4)].some(isQuotientOfOpposites),
});

function isQuotientOfOpposites({ op, args: [x, y] }: Expression): boolean {
  if (op !== 'divide' || !x || !y) return false;
  const [above, below] = [elementsOf(x), elementsOf(y)];
  return above.op === 'subtract' && below.op === 'add' && isPair(above) && isPair(below);
}

function isPair({ args: [x, y] }: Expression): boolean {
  return x !== undefined && y !== undefined && opposite(x, y);
}
