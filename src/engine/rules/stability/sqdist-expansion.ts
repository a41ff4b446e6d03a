import type { Expression } from '../../ir/expression';
import { precisionRule } from '../precision-rule';
import { elementsOf, essence, isOp, isSquaredNorm, summand, within } from '../view';

/** |a|² + |b|² - 2 a·b. */
export const sqdistExpansion = precisionRule({
  name: 'sqdist-expansion',
  severity: 'warning',
  probe: 'offset',
  from: 0.01,
  matches(node) {
    if (node.op !== 'add' && node.op !== 'subtract') return false;
    const terms = termsOf(node, 1);
    if (terms.length !== 3) return false;
    const dots = terms.filter(({ term }) => isDot(term));
    return (
      dots.length === 1 && terms.every(({ term, sign }) => (isDot(term) ? sign < 0 || isScaledDown(term) : sign > 0 && isLength(term)))
    );
  },
});

interface Term {
  readonly term: Expression;
  readonly sign: number;
}

/** What a sum adds and subtracts. */
function termsOf(node: Expression, sign: number): Term[] {
  const { op, args } = elementsOf(node);
  const [x, y] = args;
  if (op === 'negative' && x) return termsOf(x, -sign);
  if ((op !== 'add' && op !== 'subtract') || !x || !y) return [{ term: node, sign }];
  return [...termsOf(x, sign), ...termsOf(y, op === 'add' ? sign : -sign)];
}

/** A scalar product of two different tensors, scaled or not. */
function isDot(term: Expression): boolean {
  if (isLength(term)) return false;
  const core = essence(term);
  if (within(core, isOp('matmul', 'einsum', 'outer'), 2)) return true;
  const product = summand(core);
  return product?.op === 'multiply' && product.args[0] !== product.args[1];
}

/** Whether a scaled product has a negative factor, as in `-2 * (a @ b)`. */
function isScaledDown(term: Expression): boolean {
  return within(term, ({ op, args }) => op === 'multiply' && args.some((a) => a.op === 'constant' && Number(a.attributes.value) < 0), 2);
}

/** A squared length: a total of squares, or the diagonal of a matrix of scalar products. */
function isLength(term: Expression): boolean {
  return isSquaredNorm(term) || within(term, isOp('diagonal'), 3);
}
