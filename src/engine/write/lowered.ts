import type { Expression, Graph } from '../ir/expression';
import { numberOf } from './stable/match';

/** An op in terms of simpler ones, for libraries that have no function for it; null where there is no such form. */
export function lowered(graph: Graph, node: Expression): Expression | null {
  return LOWERINGS[node.op]?.(graph, node) ?? null;
}

type Lowering = (graph: Graph, node: Expression) => Expression | null;

const LOWERINGS: Readonly<Record<string, Lowering>> = {
  normalize: (graph, node) => unit(graph, node, node.args[0]),
  cosine_similarity: (graph, node) => {
    const [x, y] = node.args.map((v) => unit(graph, node, v));
    return x && y ? graph.apply('sum', [graph.apply('multiply', [x, y])], { axes: [node.attributes.axis ?? -1], keepdims: false }) : null;
  },
  divide_no_nan: (graph, { args: [x, y] }) => {
    if (!x || !y) return null;
    const none = graph.apply('equal', [y, graph.constant(0)]);
    const safe = graph.apply('where', [none, graph.constant(1), y]);
    return graph.apply('where', [none, graph.constant(0), graph.apply('divide', [x, safe])]);
  },
  logaddexp: (graph, { args: [x, y] }) => {
    if (!x || !y) return null;
    if (numberOf(x) === 0) return graph.apply('softplus', [y]);
    const gap = graph.apply('negative', [graph.apply('abs', [graph.apply('subtract', [x, y])])]);
    return graph.apply('add', [graph.apply('maximum', [x, y]), graph.apply('softplus', [gap])]);
  },
  log10: (graph, node) => logarithm(graph, node, Math.LN10),
  log2: (graph, node) => logarithm(graph, node, Math.LN2),
  var: (graph, node) => variance(graph, node),
  std: (graph, node) => graph.apply('sqrt', [variance(graph, node)]),
};

/** x divided by its norm along the axis, the norm at least eps. */
function unit(graph: Graph, { attributes: { ord = 2, axis = -1, eps = 0 } }: Expression, x: Expression | undefined): Expression | null {
  if (!x) return null;
  const length = graph.apply('norm', [x], { ord, axes: [axis], keepdims: true });
  return graph.apply('divide', [x, graph.apply('maximum', [length, graph.constant(Number(eps))])]);
}

function logarithm(graph: Graph, node: Expression, scale: number): Expression {
  return graph.apply('divide', [graph.apply('log', node.args), graph.constant(scale)]);
}

function variance(graph: Graph, { args, shape, attributes: { axes = null, keepdims = false, correction = 0 } }: Expression): Expression {
  const size = (sizes: readonly number[]): number => sizes.reduce((product, n) => product * n, 1);
  const [x] = args as readonly [Expression];
  const centred = graph.apply('subtract', [x, graph.apply('mean', [x], { axes, keepdims: true })]);
  const total = graph.apply('sum', [graph.apply('square', [centred])], { axes, keepdims });
  return graph.apply('divide', [total, graph.constant(size(x.shape) / size(shape) - Number(correction))]);
}
