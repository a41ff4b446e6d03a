import { isHeavy } from '../analyses/cost';
import type { Hazard } from '../analyses/hazard';
import { Replay, type FrameworkArithmetic } from '../analyses/replay';
import { type Expression, type Graph, inOrder } from '../ir/expression';
import { ShapeError } from '../numerics/signature';
import { stableForm } from '../write/stable/stable-form';
import { withEpsilon } from '../write/stable/guards';
import type { Rewrite } from './rule';
import { isOp, type View } from './view';

/** Epsilons that a guard may use in each format. */
const EPSILON = { float64: 1e-12, float32: 1e-6, bfloat16: 1e-2, float16: 1e-3 } as const;
/** Bound of an exponent whose exponential every format but float16 holds. */
const EXPONENT = { float64: 500, float32: 20, bfloat16: 20, float16: 8 } as const;

/** The first rewriting around a hazard under which its witness gives a finite value and gradients; null when none does. */
export function repairOf(hazard: Hazard, view: View, arithmetic: FrameworkArithmetic): Rewrite | null {
  if (!view.loss.body || isHeavy(view.loss.body)) return null;
  return proposals(hazard, view).find((rewrite) => cures(rewrite, hazard, view, arithmetic)) ?? null;
}

function proposals(hazard: Hazard, view: View): Rewrite[] {
  const { graph } = view.loss;
  const nearby = [hazard.node, ...view.downstream(hazard.node, 6)];
  const stable = nearby.flatMap((node) => {
    const by = stableForm(graph, node);
    return by ? [{ node, by }] : [];
  });
  return [...stable, ...fitting(() => maskedInputs(hazard, view)), ...fitting(() => guards(hazard, graph))];
}

/** Proposals whose shapes do not fit are none. */
function fitting(propose: () => Rewrite[]): Rewrite[] {
  try {
    return propose();
  } catch (error) {
    if (error instanceof ShapeError) return [];
    throw error;
  }
}

/** The double where: the input of an operation inside a branch is replaced where the branch is not taken. */
function maskedInputs({ node, operand }: Hazard, view: View): Rewrite[] {
  const { graph } = view.loss;
  const argument = node.args[operand];
  const choice = view.downstream(node, 5).find(isOp('where'));
  const [condition, yes] = choice?.args ?? [];
  if (!argument || !condition || !yes) return [];
  const taken = inOrder(yes).includes(node);
  return [1, 0.5].map((safe) => {
    const masked = graph.apply('where', taken ? [condition, argument, graph.constant(safe)] : [condition, graph.constant(safe), argument]);
    return { node, by: withOperand(graph, node, operand, masked) };
  });
}

function guards({ node, operand, format, at }: Hazard, graph: Graph): Rewrite[] {
  const argument = node.args[operand];
  if (!argument) return [];
  if (['exp', 'expm1', 'cosh', 'sinh'].includes(node.op)) {
    const bound = EXPONENT[format];
    return [{ node, by: withOperand(graph, node, 0, graph.apply('clip', [argument, graph.constant(-bound), graph.constant(bound)])) }];
  }
  if ((at[operand] ?? 0) < 0) return [];
  const guarded = withEpsilon(graph, node, EPSILON[format]);
  return guarded ? [guarded] : [];
}

function withOperand(graph: Graph, node: Expression, index: number, by: Expression): Expression {
  return graph.apply(node.op, node.args.map((argument, i) => (i === index ? by : argument)), node.attributes);
}

function cures(rewrite: Rewrite, hazard: Hazard, { loss }: View, arithmetic: FrameworkArithmetic): boolean {
  if (!loss.body || rewrite.node === rewrite.by) return false;
  const body = substituted(loss.graph, loss.body, rewrite);
  const inputs = hazard.given.map(({ input }) => input);
  const fits = hazard.given.every(({ input, values }) => values.length === input.node.shape.reduce((product, size) => product * size, 1));
  return fits && new Replay(body, inputs, arithmetic).failure(hazard.given.map(({ values }) => values)) === null;
}

/** The body with one node replaced wherever it occurs. */
function substituted(graph: Graph, body: Expression, { node, by }: Rewrite): Expression {
  const images = new Map<Expression, Expression>([[node, by]]);
  for (const inner of inOrder(body)) {
    if (images.has(inner)) continue;
    const args = inner.args.map((a) => images.get(a) ?? a);
    const kept = inner.op === 'opaque' || args.every((a, i) => a === inner.args[i]);
    images.set(inner, kept ? inner : graph.intern(inner.op, args, inner.attributes, inner.shape, inner.kind));
  }
  return images.get(body) ?? body;
}
