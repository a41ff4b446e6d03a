import type { Expression } from '../../ir/expression';
import { HANDED_ON } from '../../ir/handed-on';
import { hazardRule } from '../hazard-rule';
import { isLog } from '../logarithm';
import { isExponential } from '../softmax';
import { constantOf, essence, isOp, isSquare, summand, unguarded, within } from '../view';

/** log of a product of probabilities, or of a density or a mixture of them, that underflows to 0. */
export const logOfUnderflowedProduct = hazardRule({
  name: 'log-of-underflowed-product',
  rank: 57,
  matches({ node, at }) {
    const [x] = node.args;
    if (!isLog(node) || !x || (at[0] ?? 1) !== 0 || isJoined(x)) return false;
    const inner = essence(unguarded(x));
    const mixed = summand(inner);
    if (mixed) return within(mixed, isDensity, 2);
    return (
      within(inner, isOp('prod', 'cumprod'), 3) || isExponential(inner) || (inner.op === 'multiply' && within(inner, isExponential, 3))
    );
  },
});

/** Whether an expression is put together of others, of which any may be the one that is 0. */
function isJoined({ op, args }: Expression): boolean {
  const [x] = args;
  if (op === 'stack' || op === 'concatenate') return args.length > 1;
  return x !== undefined && HANDED_ON.has(op) && isJoined(x);
}

/** `exp(-d²)`, scaled or not: it cannot overflow. */
function isDensity(node: Expression): boolean {
  const [x] = node.args;
  return isExponential(node) && x !== undefined && isFalling(x);
}

/** A square with a negative factor. */
function isFalling({ op, args: [x, y] }: Expression): boolean {
  if (!x) return false;
  if (op === 'negative') return isSquare(essence(x));
  if (op === 'divide') return isFalling(x);
  if (op !== 'multiply' || !y) return false;
  const factor = constantOf(x) ?? constantOf(y) ?? 0;
  return factor < 0 ? isSquare(essence(x)) || isSquare(essence(y)) : isFalling(x) || isFalling(y);
}
