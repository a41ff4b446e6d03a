import { candidates } from '../analyses/candidates';
import { isHeavy } from '../analyses/cost';
import type { Failure, Hazard } from '../analyses/hazard';
import { Replay, type FrameworkArithmetic } from '../analyses/replay';
import { type Expression, inOrder, sizeOf } from '../ir/expression';
import { ShapeError } from '../numerics/signature';
import { stableForm } from '../write/stable/stable-form';
import { domainGuards, withOperand } from './domain-guards';
import { outermost } from './outermost';
import type { Rewrite } from './rule';
import { substituted } from './substitute';
import { isOp, type View } from './view';

/** The first rewriting around a hazard under which its witness gives a finite value and gradients, one that the source can take if there is one; null when none does. */
export function repairOf(hazard: Hazard, view: View, arithmetic: FrameworkArithmetic): Rewrite | null {
  if (!view.loss.body || isHeavy(view.loss.body)) return null;
  const all = proposals(hazard, view);
  const written = all.filter(({ node }) => outermost(node, view) === node);
  return [...written, ...all].find((rewrite) => cures(rewrite, hazard, view, arithmetic)) ?? null;
}

function proposals(hazard: Hazard, view: View): Rewrite[] {
  const { graph } = view.loss;
  const nearby = [hazard.node, ...view.downstream(hazard.node, 6)];
  const stable = nearby.flatMap((node) => {
    const by = stableForm(graph, node);
    return by ? [{ node, by }] : [];
  });
  return [...stable, ...fitting(() => maskedInputs(hazard, view)), ...fitting(() => domainGuards(hazard, graph))];
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

/** Whether the witness, and the simplest other inputs, no longer break what the rewriting puts in. */
function cures(rewrite: Rewrite, hazard: Hazard, view: View, arithmetic: FrameworkArithmetic): boolean {
  const { given } = hazard;
  const { loss } = view;
  if (!loss.body || rewrite.node === rewrite.by) return false;
  const inputs = given.map(({ input }) => input);
  if (given.some(({ values, input }) => values.length !== sizeOf(input.node.shape))) return false;
  const replay = new Replay(substituted(loss.graph, loss.body, rewrite), inputs, arithmetic);
  const added = newNodes(rewrite);
  const left = replay.failure(given.map(({ values }) => values));
  if (left && (added.has(left.blame.node) || !curesPart(rewrite, left.blame.node, hazard, view, arithmetic))) return false;
  for (const assignment of first(TRIED, candidates({ inputs, tier: 'ordinary', format: arithmetic.format, benign: true }))) {
    const failure = replay.failure(assignment);
    if (failure && added.has(failure.blame.node)) return false;
  }
  return true;
}

/** Whether the witness, under which another operation breaks too, no longer breaks the part of the loss that this one is in alone. */
function curesPart(rewrite: Rewrite, other: Expression, hazard: Hazard, view: View, arithmetic: FrameworkArithmetic): boolean {
  const { graph } = view.loss;
  const parts = [hazard.node, ...view.downstream(hazard.node, 6)].filter((node) => !inOrder(node).includes(other));
  const inputs = hazard.given.map(({ input }) => input);
  const failureOf = (part: Expression): Failure | null =>
    new Replay(part, inputs, arithmetic).failure(hazard.given.map(({ values }) => values));
  const part = parts.reverse().find((node) => node.kind === 'float' && inOrder(node).includes(rewrite.node) && failureOf(node) !== null);
  return part !== undefined && failureOf(substituted(graph, part, rewrite)) === null;
}

const TRIED = 30;

function* first<T>(count: number, items: Iterable<T>): Generator<T> {
  let left = count;
  for (const item of items) {
    if (left-- <= 0) return;
    yield item;
  }
}

/** What a rewriting brings in: its nodes that were not under the one it replaces, and the replaced one's own place. */
function newNodes({ node, by }: Rewrite): ReadonlySet<Expression> {
  const old = new Set(inOrder(...node.args));
  return new Set(inOrder(by).filter((n) => !old.has(n)));
}
