import { FRAMEWORKS } from '../frameworks/index';
import { operationFacts } from '../analyses/operation-range';
import type { Use } from '../ir/loss';
import type { Interval } from '../numerics/interval';
import { opNamed } from '../ops/registry';
import type { Position, Range } from '../text/line-index';
import { formatsOf } from './format-of-loss';
import { jsonNumber } from './json-number';
import { liftSource } from './lift-source';
import type { LiftedLoss } from './lift-source';
import type { JsonNumber } from './report';
import type { CheckOptions } from './options';
import type { Source } from './source';
import type { Tools } from './tools';

/** Values that something can take; `nan` when it may also be none. */
export interface ReportedRange {
  readonly low: JsonNumber;
  readonly high: JsonNumber;
  readonly nan: boolean;
}

/** One operation inside a loss, for a reader who points at it. */
export interface OperationReport {
  readonly range: Range;
  readonly op: string;
  /** One sentence; in English, until it is put into the reader's language. */
  readonly summary: string;
  readonly dtype: string;
  readonly values: ReportedRange;
  /** Its operand where it has only one, as the code writes it. */
  readonly operand: { readonly code: string; readonly values: ReportedRange } | null;
  /** Its derivative as a mathjs formula in `x`, and what the framework returns at the ends of the operand's range. */
  readonly slope: { readonly formula: string; readonly atLow: JsonNumber; readonly atHigh: JsonNumber } | null;
}

/** The innermost operation of a loss at a position (of a notebook, in a cell); null where there is none, or it is a constant. */
export function operationAt(source: Source, name: string, at: Position, tools: Tools, options: CheckOptions): OperationReport | null {
  const [found] = liftSource(source, tools, { ...options, only: name }).lifted;
  const use = found && innermost(found, at);
  const op = use && opNamed(use.node.op);
  if (!found || !op) return null;
  const { loss, region } = found;
  const [format] = formatsOf(loss, options);
  const { conventions, flushesSubnormals } = FRAMEWORKS[loss.framework];
  const { values, operands, derivative, slopes } = operationFacts(loss, use.node, { format, flushesSubnormals, conventions });
  const [argument] = use.node.args;
  const [only] = operands;
  return {
    range: region.rangeOf(use.span),
    op: op.name,
    summary: op.summary,
    dtype: format,
    values: reported(values),
    operand: argument && only && operands.length === 1 ? { code: codeOf(found, argument, use), values: reported(only) } : null,
    slope: derivative !== null && slopes ? { formula: derivative, atLow: jsonNumber(slopes[0]), atHigh: jsonNumber(slopes[1]) } : null,
  };
}

/** The shortest use around a position that stands in this very text; null where several operations share its code, as in a library's own loss. */
function innermost({ loss, region }: LiftedLoss, at: Position): Use | null {
  const around = loss.uses.filter(({ node, span }) => {
    if (span.source !== undefined || node.op === 'constant') return false;
    const { start, end } = region.rangeOf(span);
    return !before(at, start) && !before(end, at);
  });
  const length = ({ span }: Use): number => span.end - span.start;
  const shortest = Math.min(...around.map(length));
  const [only, ...others] = new Map(around.filter((use) => length(use) === shortest).map((use) => [use.node, use])).values();
  return only && others.length === 0 ? only : null;
}

function before(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}

/** The code of an operand: as the operation is given it, else where it was made; a parameter's name where the code has neither. */
function codeOf({ loss, region }: LiftedLoss, node: Use['node'], { span: whole }: Use): string {
  const [, given] = /\(\s*([\w.]+)\s*(?:,[^()]*)?\)$/.exec(region.text.slice(whole.start, whole.end)) ?? [];
  if (given !== undefined) return given;
  const own = loss.uses.filter((use) => use.node === node && use.span.source === undefined);
  const span = (own.find((use) => use.span.start >= whole.start && use.span.end <= whole.end) ?? own[0])?.span;
  return span ? region.text.slice(span.start, span.end).replace(/\s+/g, ' ') : String(node.attributes['name'] ?? 'x');
}

function reported({ lo, hi, nan }: Interval): ReportedRange {
  return { low: jsonNumber(lo), high: jsonNumber(hi), nan };
}
