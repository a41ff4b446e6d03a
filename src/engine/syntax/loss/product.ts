import type { SyntaxNode } from '@lezer/common';
import type { Span } from '../../text/span';
import type { Place } from './part';
import type { LossNode, OperatorName } from './node';

const PRODUCTS: Readonly<Record<string, OperatorName>> = { Multiply: 'multiply', Divide: 'divide', Modulus: 'mod' };

/** What reading a product needs of the reader of expressions. */
interface Reader {
  read(node: SyntaxNode): LossNode;
  fail(place: Place, message: string): LossNode;
  failAt(span: Span, message: string): LossNode;
}

/** Factors written side by side, and the operator in front of them. */
interface Group {
  readonly operator: OperatorName;
  readonly factors: Factor[];
}

interface Factor {
  readonly node: LossNode;
  /** Tree node name; `Divide` for a fraction of two numbers. */
  readonly type: string;
}

/**
 * A chain of `*`, `/`, `mod` and factors side by side, grouped as mathjs groups it: `a/2 x` is a/(2x), but a number over a
 * number in front of a name is a coefficient, `1/2 x` is (1/2)x.
 */
export function readProduct(node: SyntaxNode, reader: Reader): LossNode {
  const groups: Group[] = [];
  for (const group of groupsOf(node, reader)) {
    const before = groups[groups.length - 1];
    if (before && isCoefficient(before, group)) joinCoefficient(before, group);
    else groups.push(group);
  }
  return groups.reduce<LossNode | null>((left, group) => combine(left, group, reader), null) ?? reader.fail(node, 'syntax error');
}

function groupsOf(node: SyntaxNode, reader: Reader): Group[] {
  const groups: Group[] = [];
  let at: SyntaxNode | null = node;
  while (at) {
    const operator: OperatorName | undefined = PRODUCTS[at.name];
    const factors: SyntaxNode | null = operator ? at.lastChild : at;
    if (factors) groups.push({ operator: operator ?? 'multiply', factors: factorsOf(factors, reader) });
    at = operator ? at.firstChild : null;
  }
  return groups.reverse();
}

function factorsOf(node: SyntaxNode, reader: Reader): Factor[] {
  const factors: Factor[] = [];
  let at: SyntaxNode | null = node;
  for (; at?.name === 'Implicit'; at = at.firstChild)
    if (at.lastChild) factors.push({ node: reader.read(at.lastChild), type: at.lastChild.name });
  if (at) factors.push({ node: reader.read(at), type: at.name });
  return factors.reverse();
}

function isCoefficient(before: Group, group: Group): boolean {
  const [first, second] = group.factors;
  const last = before.factors[before.factors.length - 1];
  if (group.operator !== 'divide' || first?.type !== 'Number' || !second || !last) return false;
  const signed = last.node.kind === 'operator' && ['Negative', 'Positive'].includes(last.type) && last.node.args[0]?.kind === 'number';
  return last.type === 'Number' || signed;
}

function joinCoefficient(before: Group, group: Group): void {
  const [divisor, ...rest] = group.factors;
  const dividend = before.factors.pop();
  if (!divisor || !dividend) return;
  const span = { start: dividend.node.start, end: divisor.node.end };
  before.factors.push(
    { node: { kind: 'operator', operator: 'divide', args: [dividend.node, divisor.node], ...span }, type: 'Divide' },
    ...rest,
  );
}

function combine(left: LossNode | null, group: Group, reader: Reader): LossNode {
  const right = sideBySide(group.factors, reader);
  return left ? binary(group.operator, left, right) : right;
}

function sideBySide(factors: readonly Factor[], reader: Reader): LossNode {
  const [first, ...rest] = factors;
  let product = first?.node as LossNode;
  let before = first as Factor;
  for (const factor of rest) {
    const separable = ['Name', 'Call', 'Paren', 'Factorial', 'Index'].includes(before.type);
    if (startsWithNumber(factor) && !separable) return reader.failAt(factor.node, 'a number cannot follow here');
    product = binary('multiply', product, factor.node);
    before = factor;
  }
  return product;
}

/** Whether the factor's first token is a number. */
function startsWithNumber({ node, type }: Factor): boolean {
  if (type === 'Number') return true;
  if (type === 'Paren' || node.kind !== 'operator') return false;
  const [first] = node.args;
  return first?.start === node.start && first.kind === 'number';
}

function binary(operator: OperatorName, left: LossNode, right: LossNode): LossNode {
  return { kind: 'operator', operator, args: [left, right], start: left.start, end: right.end };
}
