import type { Stability } from '../analyses/stability';
import type { Expression } from '../ir/expression';
import type { Loss } from '../ir/loss';
import type { Found } from '../rules/rule';
import type { Span } from '../text/span';

/** What was found in one reading of a loss, and that reading. */
export interface Told {
  readonly loss: Loss;
  readonly preconditions: Stability['preconditions'];
  readonly found: readonly Found[];
}

/**
 * What was found in one reading of a loss, told of another reading of the same code elsewhere; the nodes stay those of the
 * first. Null where something stands at a place that the readings do not share.
 */
export function movedTo(to: Loss, told: Told): Told | null {
  const { loss, preconditions, found } = told;
  if (loss === to) return told;
  const move = mover(loss, to);
  if (!move) return null;
  const moved = found.map((one) => movedFinding(one, move));
  const needs = preconditions.map((one) => {
    const span = move(one.span);
    return span && { ...one, span };
  });
  return isComplete(moved) && isComplete(needs) ? { loss: readAgain(loss, to), preconditions: needs, found: moved } : null;
}

/** Gives the places of one reading in the other; null where the readings differ in how much they have. */
function mover(from: Loss, to: Loss): ((span: Span) => Span | null) | null {
  const [old, now] = [spansOf(from), spansOf(to)];
  if (old.length !== now.length) return null;
  const places = new Map(old.map((span, i) => [keyOf(span), now[i] as Span]));
  return (span) => places.get(keyOf(span)) ?? null;
}

function spansOf(loss: Loss): readonly Span[] {
  const written = loss.writtenDerivative ? [loss.writtenDerivative.nameSpan] : [];
  const writes = (loss.writes ?? []).map(({ span }) => span);
  const own = loss.ownBackward ? [loss.ownBackward.at] : [];
  return [
    loss.span,
    loss.nameSpan,
    ...[...loss.parameters, ...loss.missing, ...loss.uses].map(({ span }) => span),
    ...written,
    ...own,
    ...writes,
  ];
}

function keyOf({ start, end, source, via }: Span): string {
  return `${start}-${end} ${source ?? ''}${via ? ` ${keyOf(via)}` : ''}`;
}

function movedFinding(found: Found, move: (span: Span) => Span | null): Found | null {
  const span = move(found.span);
  const related = found.related.map((one) => {
    const there = move(one.span);
    return there && { ...one, span: there };
  });
  return span && isComplete(related) ? { ...found, span, related } : null;
}

function isComplete<T>(list: readonly (T | null)[]): list is readonly T[] {
  return list.every((one) => one !== null);
}

/** The later reading with the nodes of the earlier. */
function readAgain(from: Loss, to: Loss): Loss {
  const nodeOf = (list: readonly { readonly node: Expression | null }[], i: number): Expression | null => list[i]?.node ?? null;
  const { writtenDerivative: written, ownBackward: own } = from;
  return {
    ...to,
    graph: from.graph,
    body: from.body,
    parameters: to.parameters.map((parameter, i) => ({ ...parameter, node: nodeOf(from.parameters, i) })),
    uses: to.uses.map(({ node, span }, i) => ({ node: nodeOf(from.uses, i) ?? node, span })),
    ...(written && to.writtenDerivative ? { writtenDerivative: { ...written, nameSpan: to.writtenDerivative.nameSpan } } : {}),
    ...(from.writes ? { writes: from.writes.map((write, i) => ({ ...write, span: to.writes?.[i]?.span ?? write.span })) } : {}),
    ...(own && to.ownBackward ? { ownBackward: { ...own, at: to.ownBackward.at } } : {}),
  };
}
