import { type Expression, type Graph, inOrder } from '../../ir/expression';
import type { StableForm } from './forms';
import { beyondOne, negated, numberOf, under } from './match';

/** sqrt(1 + u) - 1 is u / (sqrt(1 + u) + 1), which keeps the digits of a small u. */
export const rootMinusOne: StableForm = (graph, node) => {
  const [root, one] = node.op === 'subtract' ? node.args : [];
  const rest = root && numberOf(one) === 1 ? beyondOne(under(root, 'sqrt') ?? undefined) : null;
  return root && rest ? graph.apply('divide', [rest, graph.apply('add', [root, graph.constant(1)])]) : null;
};

/** max(a, b) + log(1 + exp(-|a - b|)) is b + softplus(a - b), whose slope is right where a and b are equal. */
export const sharedMaximum: StableForm = (graph, node) => {
  if (node.op !== 'add') return null;
  const [x, y] = node.args;
  return (x && y && (joined(graph, x, y) ?? joined(graph, y, x))) || null;
};

/** `rest`, in which a maximum is a term, with the tail that belongs to the maximum. */
function joined(graph: Graph, rest: Expression, tail: Expression): Expression | null {
  const gap = gapOf(tail);
  const top = gap && termsOf(rest).find((term) => larger(graph, term, gap) !== null);
  const by = top && larger(graph, top, gap);
  return by ? exchanged(graph, rest, top, by) : null;
}

/** `d` of log(1 + exp(-|d|)), however it is written. */
function gapOf(tail: Expression): Expression | null {
  const grown = under(tail, 'log1p') ?? beyondOne(under(tail, 'log') ?? undefined);
  const exponent = grown ? under(grown, 'exp') : under(tail, 'softplus');
  return under(exponent ? (negated(exponent) ?? undefined) : undefined, 'abs');
}

/** What a term that is the larger of two becomes together with its tail; null for other terms. */
function larger(graph: Graph, term: Expression, gap: Expression): Expression | null {
  if (isPositivePart(term) && term.args[0] === gap) return graph.apply('softplus', [gap]);
  const [a, b] = pairOf(term);
  if (!a || !b || gap.op !== 'subtract' || !gap.args.includes(a) || !gap.args.includes(b)) return null;
  return graph.apply('add', [b, graph.apply('softplus', [graph.apply('subtract', [a, b])])]);
}

function isPositivePart({ op, args: [, low, high] }: Expression): boolean {
  if (op === 'relu') return true;
  if (op === 'maximum') return numberOf(low) === 0;
  return op === 'clip' && numberOf(low) === 0 && numberOf(high) === Infinity;
}

/** The two that the larger is taken of. */
function pairOf({ op, args }: Expression): readonly Expression[] {
  if (op === 'maximum') return args;
  const [condition, a, b] = op === 'where' ? args : [];
  if (!condition || !a || !b || !condition.args.includes(a) || !condition.args.includes(b)) return [];
  const isFirstLarger = condition.op.startsWith('greater') ? condition.args[0] === a : condition.args[1] === a;
  return /^(greater|less)/.test(condition.op) && isFirstLarger ? [a, b] : [];
}

/** What a sum adds, not what it takes away. */
function termsOf(node: Expression): readonly Expression[] {
  const [x, y] = node.args;
  if (node.op === 'add' && x && y) return [...termsOf(x), ...termsOf(y)];
  return node.op === 'subtract' && x ? termsOf(x) : [node];
}

function exchanged(graph: Graph, root: Expression, node: Expression, by: Expression): Expression {
  const images = new Map([[node, by]]);
  for (const inner of inOrder(root)) {
    if (images.has(inner)) continue;
    const args = inner.args.map((argument) => images.get(argument) ?? argument);
    images.set(inner, args.every((argument, i) => argument === inner.args[i]) ? inner : graph.apply(inner.op, args, inner.attributes));
  }
  return images.get(root) ?? root;
}
