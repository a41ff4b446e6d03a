import type { Expression } from '../ir/expression';
import { outermost } from './outermost';
import type { Rewrite } from './rule';
import { substituted } from './substitute';
import { elementsOf, type View } from './view';

/** A library's binary cross entropy of a sigmoid, as the one of its logits; the whole call is replaced. Null for other probabilities. */
export function withLogits(node: Expression, view: View): Rewrite | null {
  const { graph } = view.loss;
  const [p, y] = node.args;
  const logits = p && p.op === 'sigmoid' ? p.args[0] : undefined;
  if (node.op !== 'bounded_cross_entropy' || !logits || !y || elementsOf(logits).op === 'opaque') return null;
  const by = graph.apply('subtract', [graph.apply('softplus', [logits]), graph.apply('multiply', [logits, y])]);
  const whole = outermost(node, view);
  return { node: whole, by: substituted(graph, whole, { node, by }) };
}
