import type { Hazard } from '../analyses/hazard';
import { outermost } from './outermost';
import type { Rewrite } from './rule';
import { substituted } from './substitute';
import type { View } from './view';

/** The operation to blame, with what it is taken of in float32; a library's call is written out around it. */
export function inFloat32({ node }: Hazard, view: View): Rewrite {
  const { graph } = view.loss;
  const [x] = node.args;
  const args = node.args.map((argument) => (argument === x ? graph.apply('cast', [argument], { format: 'float32' }) : argument));
  const by = graph.apply(node.op, args, node.attributes);
  const whole = outermost(node, view);
  return { node: whole, by: whole === node ? by : substituted(graph, whole, { node, by }) };
}
