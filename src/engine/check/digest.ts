import { inOrder, type Expression } from '../ir/expression';
import type { Loss, WrittenDerivative } from '../ir/loss';
import type { Span } from '../text/span';
import { asksForFormat } from './analysed';
import { hashOf } from './hash';
import type { LiftedLoss } from './lift-source';
import type { CheckOptions } from './options';

/**
 * A key that is equal for two readings of a loss exactly when the same is true of it: its code without comments, blank lines
 * and its place in the file, the graph that was read with whatever it inlines, and the formats asked for.
 */
export function digestOf({ loss, region, comments }: LiftedLoss, options: CheckOptions): string {
  const nodes = inOrder(...loss.uses.map((use) => use.node), ...(loss.body ? [loss.body] : []));
  const number = new Map(nodes.map((node, index) => [node, index]));
  const codeAt = ({ start, end }: Span): string => codeOf(region.text, start, end, comments);
  const place = (span: Span): unknown => {
    if (span.source !== undefined) return span;
    const context = isInside(span, loss.span) ? span.start : statementStart(region.text, span.start);
    return codeAt({ start: context, end: span.end });
  };
  const parts = [
    [codeAt(loss.span), loss.name, loss.kind, loss.framework, loss.status, loss.withoutAutograd ?? false, loss.fate ?? null],
    [options.formats, asksForFormat(loss, region.text)],
    loss.parameters.map((p) => [
      p.name,
      p.role,
      p.expects,
      p.guessed ?? null,
      p.domain,
      p.source,
      p.filled ?? 0,
      p.cutOff ?? false,
      p.default,
      p.plotAt,
    ]),
    loss.parameters.map(({ node, span }) => [node ? (number.get(node) ?? [node.shape, node.kind]) : null, place(span)]),
    [loss.options, loss.declarations],
    loss.missing.map(({ span, ...rest }) => [rest, place(span)]),
    nodes.map(({ op, args, attributes, shape, kind }) => [op, args.map((argument) => number.get(argument)), attributes, shape, kind]),
    loss.body ? number.get(loss.body) : null,
    loss.uses.map(({ node, span }) => [number.get(node), place(span)]),
    (loss.ownBackward?.backward ?? []).map(({ value, slopes, halved }) => graphOf([value, slopes, ...(halved ? [halved] : [])])),
    graphOf([...(loss.demands ?? [])]),
    (loss.writes ?? []).map(({ span, evaluated }) => [place(span), evaluated]),
    loss.ownBackward ? place(loss.ownBackward.at) : null,
    loss.writtenDerivative ? [place(loss.writtenDerivative.nameSpan), writtenOf(loss.writtenDerivative)] : null,
  ];
  return hashOf(JSON.stringify(parts, exactNumber));
}

/** Start of the line of an offset, of the line before it where nothing else stands in front: rules look at what takes a result. */
function statementStart(text: string, offset: number): number {
  const line = text.lastIndexOf('\n', offset - 1) + 1;
  return line > 0 && text.slice(line, offset).trim() === '' ? text.lastIndexOf('\n', line - 2) + 1 : line;
}

/** A piece of the text without comments and blank lines. */
function codeOf(text: string, start: number, end: number, comments: readonly Span[]): string {
  let code = '';
  let at = start;
  for (let i = firstAfter(comments, start); i < comments.length; i++) {
    const comment = comments[i] as Span;
    if (comment.start >= end) break;
    code += text.slice(at, Math.max(at, comment.start));
    at = Math.max(at, comment.end);
  }
  const lines = (code + text.slice(at, Math.max(at, end))).split('\n').map((line) => line.trimEnd());
  return lines.filter((line) => line !== '').join('\n');
}

/** Index of the first comment that ends behind an offset. */
function firstAfter(comments: readonly Span[], offset: number): number {
  let [low, high] = [0, comments.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((comments[middle] as Span).end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function writtenOf({ readings }: WrittenDerivative): unknown {
  return graphOf(readings.flatMap(({ value, derivative }) => [value, derivative]));
}

function graphOf(roots: readonly Expression[]): unknown {
  const nodes = inOrder(...roots);
  const number = new Map(nodes.map((node, index) => [node, index]));
  return [
    roots.map((root) => number.get(root)),
    nodes.map(({ op, args, attributes, shape }) => [op, args.map((argument) => number.get(argument)), attributes, shape]),
  ];
}

function isInside(span: Span, outer: Loss['span']): boolean {
  return span.start >= outer.start && span.end <= outer.end;
}

/** JSON has no infinities and no -0, and they differ here. */
function exactNumber(_key: string, value: unknown): unknown {
  if (typeof value !== 'number') return value;
  if (Object.is(value, -0)) return '#-0';
  return Number.isFinite(value) ? value : `#${value}`;
}
