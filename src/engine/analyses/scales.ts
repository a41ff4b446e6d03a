import type { Expression } from '../ir/expression';
import { HANDED_ON } from '../ir/handed-on';
import { type Case, isNameless, nodesUnder } from './divisors';
import type { Input } from './inputs';
import { isPlain } from './plain';

/** Operations whose value leaves the real numbers, or all bounds, as soon as their operand leaves its domain. */
export const LOGARITHMS: ReadonlySet<string> = new Set(['log', 'log2', 'log10']);

/** Whether determinants of what is given divide, or are divided: those of covariances are positive. */
export function hasDeterminant(node: Expression): boolean {
  const quotient = LOGARITHMS.has(node.op) ? node.args[0] : node;
  if (quotient?.op !== 'divide') return false;
  return nodesUnder(quotient).some(({ op, args: [matrix] }) => op === 'det' && matrix !== undefined && isPlain(matrix));
}

/** Whether a logarithm is taken of what one part of an argument exceeds another by: the width of an interval. */
export function isWidth({ op, args: [x, y] }: Expression, inputs: readonly Input[]): boolean {
  const [upper, lower] = op === 'subtract' ? [rootOf(x), rootOf(y)] : [];
  return upper !== undefined && upper === lower && inputs.filter(({ node }) => node === x || node === y).every(({ target }) => !target);
}

/** The argument that a parameter is a part of. */
function rootOf(node: Expression | undefined): string | undefined {
  return node?.op === 'parameter' ? /^(.+)\[\d+\]$/.exec(String(node.attributes.name))?.[1] : undefined;
}

const SCALED: ReadonlySet<string> = new Set(['divide', 'multiply', 'constant', 'parameter']);

/** Whether a logarithm is taken of numbers over an argument that a letter names: a scale, or a count. */
export function dividesByLetter({ blame: { node, at }, inputs }: Case, operand: Expression): boolean {
  const under = nodesUnder(operand);
  const [letter, ...others] = under.filter(({ op }) => op === 'parameter');
  if (!LOGARITHMS.has(node.op) || !((at[0] ?? 0) < 0) || !letter || others.length > 0 || !isNameless(letter, inputs)) return false;
  return under.some(({ op }) => op === 'divide') && under.every(({ op }) => SCALED.has(op) || HANDED_ON.has(op));
}
