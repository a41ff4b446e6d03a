import { type Expression, inOrder } from '../ir/expression';
import type { Blame } from './hazard';

/**
 * Whether the operation to blame stands on something that was not read, or on no input at all, so that its value is a guess; so
 * is a divisor of constants that is 0 by numbers that were only chosen.
 */
export function isGuess({ node, operand, at: values }: Blame): boolean {
  const [base, exponent] = node.args;
  const at = node.args[operand] ?? base;
  if (node.op === 'divide' && at && values[operand] === 0 && isChosen(at)) return true;
  const roots = node.op === 'power' && exponent && at ? [at, exponent] : at ? [at] : [];
  const under = inOrder(...roots);
  return under.some((n) => n.op === 'opaque') || !inOrder(node).some((n) => n.op === 'parameter' || n.op === 'random');
}

/** Whether -inf is what a logarithm is taken for: of a choice between 1 and 0. */
export function isMeant({
  node: {
    op,
    args: [chosen],
  },
}: Blame): boolean {
  const sides = op.startsWith('log') && chosen?.op === 'where' ? chosen.args.slice(1) : [];
  return (
    sides.length > 0 && sides.every((side) => inOrder(side).every(({ op: inner }) => ['constant', 'broadcast_to', 'cast'].includes(inner)))
  );
}

/** Whether a quotient is one of two numbers of Python there, for which it raises an exception: nothing was added to what both began with. */
export function isRaised({ node: { op, args }, at }: Blame): boolean {
  return op === 'divide' && at[1] === 0 && args.every((side, place) => isPlainAt(side, at[place] ?? NaN));
}

function isPlainAt({ op, args, kind, attributes }: Expression, at: number): boolean {
  if (op === 'select') return args.slice(1).some((side) => isPlainAt(side, at));
  return op === 'constant' && kind === 'weak' && attributes.value === at;
}

/** Whether a node is made of constants, none of them an epsilon. */
function isChosen(root: Expression): boolean {
  return inOrder(root).every(({ op, attributes: { value } }) => {
    if (op === 'parameter' || op === 'random') return false;
    return typeof value !== 'number' || value === 0 || Math.abs(value) > LARGEST_EPSILON;
  });
}

const LARGEST_EPSILON = 0.01;
