import type { Expression, Graph } from '../../ir/expression';
import type { Replacement } from '../rewrite';
import { numberOf } from './match';

/** sqrt(x) becomes sqrt(x + eps), log(x) becomes log(x + eps), x / y becomes x / (y + eps); null for other ops. */
export function withEpsilon(graph: Graph, node: Expression, epsilon: number): Replacement | null {
  const index = ['sqrt', 'rsqrt', 'log'].includes(node.op) ? 0 : node.op === 'divide' ? 1 : null;
  const operand = index === null ? undefined : node.args[index];
  if (operand === undefined) return null;
  const guarded = graph.apply('add', [operand, graph.constant(epsilon)]);
  return {
    node,
    by: graph.apply(
      node.op,
      node.args.map((argument, i) => (i === index ? guarded : argument)),
      node.attributes,
    ),
  };
}

/** An epsilon of the source becomes another number: every operand of `node` that is this constant. */
export function withOtherConstant(graph: Graph, node: Expression, old: number, value: number): Replacement | null {
  if (!node.args.some((argument) => numberOf(argument) === old)) return null;
  const args = node.args.map((argument) => (numberOf(argument) === old ? graph.constant(value) : argument));
  return { node, by: graph.apply(node.op, args, node.attributes) };
}
