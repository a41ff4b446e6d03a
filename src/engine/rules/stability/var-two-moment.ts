import { precisionRule } from '../precision-rule';
import { elementsOf, isSquare, isOp } from '../view';
import type { Expression } from '../../ir/expression';

const isMean = isOp('mean', 'sum', 'divide');

/** E[x²] - E[x]². */
export const varTwoMoment = precisionRule({
  name: 'var-two-moment',
  severity: 'warning',
  probe: 'offset',
  from: 0.01,
  matches({ op, args: [x, y] }) {
    if (op !== 'subtract' || !x || !y) return false;
    const first = elementsOf(x);
    const inner = first.args[0];
    return isMean(first) && inner !== undefined && isSquare(inner) && isSquareOfMean(elementsOf(y), base(inner));
  },
});

function base(square: Expression): Expression | undefined {
  const [x] = elementsOf(square).args;
  return x && elementsOf(x);
}

function isSquareOfMean(node: Expression, of: Expression | undefined): boolean {
  const mean = base(node);
  return isSquare(node) && mean !== undefined && isMean(mean) && mean.args[0] !== undefined && elementsOf(mean.args[0]) === of;
}
