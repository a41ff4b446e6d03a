import type { SyntaxNode } from '@lezer/common';
import type { LossNode, LossSyntaxError, OperatorName, RelationName } from './node';
import { readProduct } from './product';
import type { Part, Place } from './part';
import type { Span } from '../../text/span';

/** Expressions nested deeper than this are an error, so that readers may recurse. */
export const MAX_DEPTH = 600;

const OPERATORS: Readonly<Record<string, OperatorName>> = {
  Add: 'add',
  Subtract: 'subtract',
  Power: 'pow',
  Negative: 'unaryMinus',
  Positive: 'unaryPlus',
  Not: 'not',
  And: 'and',
  Or: 'or',
  Xor: 'xor',
  Factorial: 'factorial',
  Transpose: 'ctranspose',
  Percentage: 'percentage',
};

/** Turns Lezer's tree into plain nodes, as mathjs would group them. */
export class ExpressionReader {
  private depth = 0;

  constructor(
    private readonly part: Part,
    private readonly errors: LossSyntaxError[],
  ) {}

  /** The expression of a tree node; parts that are wrong become `error`. */
  read(node: SyntaxNode): LossNode {
    if (this.depth >= MAX_DEPTH) return this.fail(node, 'nested too deeply');
    this.depth++;
    const result = this.readKind(node);
    this.depth--;
    return result;
  }

  /** An error node, reported. */
  fail(place: Place, message: string): LossNode {
    return this.failAt(this.part.spanOf(place), message);
  }

  /** An error node at a place of the whole text, reported. */
  failAt(span: Span, message: string): LossNode {
    this.errors.push({ span, message });
    return { kind: 'error', message, ...span };
  }

  private readKind(node: SyntaxNode): LossNode {
    const span = this.part.spanOf(node);
    const children = childrenOf(node);
    if (node.type.isError || children.some((child) => child.type.isError)) return { kind: 'error', message: 'syntax error', ...span };
    const operator = OPERATORS[node.name];
    if (operator) return ofPercentage({ kind: 'operator', operator, args: children.map((child) => this.read(child)), ...span });
    switch (node.name) {
      case 'Number':
        return { kind: 'number', value: Number(this.part.textOf(node)), ...span };
      case 'String':
        return { kind: 'text', value: this.part.textOf(node).slice(1, -1), ...span };
      case 'Name':
        return { kind: 'name', name: this.part.textOf(node), ...span };
      case 'Paren':
        return this.readOnly(children, span);
      case 'Multiply':
      case 'Divide':
      case 'Modulus':
      case 'Implicit':
        return readProduct(node, this);
      default:
        return this.readCompound(node.name, children, span);
    }
  }

  private readCompound(type: string, children: readonly SyntaxNode[], span: Span): LossNode {
    const [first, second, third] = children;
    if (type === 'Matrix')
      return { kind: 'matrix', rows: children.map((row) => childrenOf(row).map((child) => this.read(child))), ...span };
    if (!first) return { kind: 'error', message: 'syntax error', ...span };
    const rest = children.slice(1);
    if (type === 'Call') {
      const callee = { name: this.part.textOf(first), ...this.part.spanOf(first) };
      return { kind: 'call', callee, args: rest.map((child) => this.read(child)), ...span };
    }
    if (type === 'Index') return { kind: 'index', object: this.read(first), indices: rest.map((child) => this.read(child)), ...span };
    if (type === 'Relation') return this.readRelation(children, span);
    if (type === 'Conditional' && second && third) {
      return { kind: 'conditional', condition: this.read(first), then: this.read(second), otherwise: this.read(third), ...span };
    }
    return { kind: 'error', message: 'syntax error', ...span };
  }

  /** What a parenthesis holds; the span covers the parenthesis. */
  private readOnly(children: readonly SyntaxNode[], span: Span): LossNode {
    const [inner] = children;
    return inner ? { ...this.read(inner), ...span } : { kind: 'error', message: 'syntax error', ...span };
  }

  private readRelation(children: readonly SyntaxNode[], span: Span): LossNode {
    const isOperator = (child: SyntaxNode) => child.name === 'RelationOperator';
    const operators = children.filter(isOperator).map((child) => this.part.textOf(child) as RelationName);
    const args = children.filter((child) => !isOperator(child)).map((child) => this.read(child));
    return { kind: 'relation', operators, args, ...span };
  }
}

/** Children of a tree node, without comments. */
export function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) if (child.name !== 'Comment') children.push(child);
  return children;
}

/** mathjs reads `a + 5%` as a + a·5%. */
function ofPercentage(node: LossNode & { readonly kind: 'operator' }): LossNode {
  const [left, right] = node.args;
  if (!left || right?.kind !== 'operator' || right.operator !== 'percentage') return node;
  if (node.operator !== 'add' && node.operator !== 'subtract') return node;
  const { start, end } = right;
  return { ...node, args: [left, { kind: 'operator', operator: 'multiply', args: [left, right], start, end }] };
}
