import { inOrder } from '../ir/expression';
import type { Loss, WrittenDerivative } from '../ir/loss';
import type { Span } from '../text/span';
import type { Region } from './region';
import { hashOf } from './hash';
import type { CheckOptions } from './options';

/**
 * A key that is equal for two readings of a loss exactly when the report of it is the same: where it stands and what it says,
 * the graph that was read with whatever it inlines, the imports a fix may use, and the formats asked for.
 */
export function digestOf(loss: Loss, region: Region, options: CheckOptions): string {
  const nodes = inOrder(...loss.uses.map((use) => use.node), ...(loss.body ? [loss.body] : []));
  const number = new Map(nodes.map((node, index) => [node, index]));
  const { text } = region;
  const place = (span: Span) =>
    isInside(span, loss.span) ? [span.start - loss.span.start, span.end - loss.span.start] : [span, text.slice(span.start, span.end)];
  const parts = [
    [region.rangeOf(loss.span), region.cellOf(loss.span), text.slice(loss.span.start, loss.span.end), text.match(IMPORTS)],
    [loss.name, loss.kind, loss.framework, loss.status, loss.shapesBecause, options.formats],
    loss.parameters.map(({ node, span, ...rest }) => [rest, node ? (number.get(node) ?? node.shape) : null, place(span)]),
    [loss.options, loss.declarations],
    loss.missing.map(({ span, ...rest }) => [rest, place(span)]),
    nodes.map(({ op, args, attributes, shape, kind }) => [op, args.map((argument) => number.get(argument)), attributes, shape, kind]),
    loss.body ? number.get(loss.body) : null,
    loss.uses.map(({ node, span }) => [number.get(node), place(span)]),
    loss.writtenDerivative ? [place(loss.writtenDerivative.nameSpan), writtenOf(loss.writtenDerivative)] : null,
  ];
  return hashOf(JSON.stringify(parts, exactNumber));
}

function writtenOf({ readings }: WrittenDerivative): unknown {
  const nodes = inOrder(...readings.flatMap(({ value, derivative }) => [value, derivative]));
  const number = new Map(nodes.map((node, index) => [node, index]));
  return nodes.map(({ op, args, attributes, shape }) => [op, args.map((argument) => number.get(argument)), attributes, shape]);
}

const IMPORTS = /^[ \t]*(?:import|from)\b.*$/gm;

function isInside(span: Span, outer: Span): boolean {
  return span.source === outer.source && span.start >= outer.start && span.end <= outer.end;
}

/** JSON has no infinities and no -0, and they differ here. */
function exactNumber(_key: string, value: unknown): unknown {
  if (typeof value !== 'number') return value;
  if (Object.is(value, -0)) return '#-0';
  return Number.isFinite(value) ? value : `#${value}`;
}
