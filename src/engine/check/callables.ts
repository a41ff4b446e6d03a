import { rebuild } from '../ir/rebuild';
import type { Expression, Graph } from '../ir/expression';
import { flatten } from './json-number';

/** What a callable parameter stands for in an evaluation: `"identity"`, or `{"linear": W}`, which is x ↦ x Wᵀ. */
export type Callables = Readonly<Record<string, unknown>>;

/** The body with the calls of callable parameters replaced by what they stand for, or the problem. */
export function withCallables(graph: Graph, body: Expression, callables: Callables): Expression | string {
  const problems: string[] = [];
  const result = rebuild(graph, body, ({ op, attributes }, args) => {
    const name = attributes['name'];
    if (op !== 'opaque' || typeof name !== 'string' || !Object.hasOwn(callables, name)) return null;
    const value = applied(graph, callables[name], args[0]);
    if (typeof value !== 'string') return value;
    problems.push(`the callable "${name}" ${value}`);
    return null;
  });
  return problems[0] ?? result;
}

function applied(graph: Graph, callable: unknown, argument: Expression | undefined): Expression | string {
  if (!argument) return 'is called without an argument';
  if (callable === 'identity') return argument;
  if (typeof callable !== 'object' || callable === null || !('linear' in callable)) return 'must be "identity" or {"linear": matrix}';
  const matrix = flatten(callable.linear);
  if (!matrix || matrix.shape.length !== 2) return 'must have a matrix';
  const weight = graph.apply('transpose', [graph.tensor(matrix.values, matrix.shape)], { axes: [1, 0] });
  return graph.apply('matmul', [argument, weight]);
}
