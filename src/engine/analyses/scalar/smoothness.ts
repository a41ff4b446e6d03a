import * as I from '../../numerics/interval';
import * as Q from '../../numerics/rational';
import { inOrder } from './tape';
import type { Algebra, Term } from './term';
import { isSurelyPositive } from './positivity';
import { dependsOn, weighted } from './term';

/** Operations with kinks or jumps. */
export const NON_SMOOTH: ReadonlySet<string> = new Set(['abs', 'max', 'where', 'sign', 'floor', 'ceil', 'round', 'oddroot']);

/** Whether a function is defined and smooth wherever the algebra's domains allow its variables to be. */
export function isSmooth(algebra: Algebra, term: Term, variables: readonly string[]): boolean {
  return inOrder(term).every((node) => !dependsOn(node, variables) || isSmoothNode(algebra, node, variables));
}

/**
 * An innermost part at which a function may not be smooth where it is defined; null where there is none. Poles, and where a logarithm
 * ends, are no points of its domain.
 */
export function roughPart(algebra: Algebra, term: Term, variables: readonly string[]): Term | null {
  const isPole = (node: Term): boolean =>
    node.op === 'log' || node.op === 'tan' || (node.op === 'product' && weighted(node).every(({ weight }) => Q.isInteger(weight)));
  const isRough = (node: Term): boolean => dependsOn(node, variables) && !isPole(node) && !isSmoothNode(algebra, node, variables);
  return inOrder(term).find(isRough) ?? null;
}

function isSmoothNode(algebra: Algebra, node: Term, variables: readonly string[]): boolean {
  if (node.op === 'where') return !dependsOn(node.args[0] as Term, variables);
  if (node.op === 'max') return node.args.every((a) => !dependsOn(algebra.subtract(a, node.args[0] as Term), variables));
  if (NON_SMOOTH.has(node.op)) return false;
  if (node.op === 'product')
    return weighted(node).every((factor) => !dependsOn(factor.term, variables) || isSmoothPower(algebra, factor.term, factor.weight));
  const [argument] = node.args;
  if (!argument) return true;
  const range = algebra.range(argument);
  switch (node.op) {
    case 'log':
    case 'lgamma':
    case 'digamma':
    case 'trigamma':
      return isSurelyPositive(algebra, argument);
    case 'asin':
    case 'acos':
      return I.includes(I.interval(-1, 1, true, true), range);
    case 'tan':
      return I.includes(I.interval(-1.5707963, 1.5707963), range);
    default:
      return true;
  }
}

/** A broken power needs a positive base, a negative one a base that is never 0. */
function isSmoothPower(algebra: Algebra, base: Term, exponent: Q.Rational): boolean {
  if (Q.isInteger(exponent) && exponent.numerator > 0n) return true;
  const range = algebra.range(base);
  return isSurelyPositive(algebra, base) || (Q.isInteger(exponent) && I.isNegative(range));
}
