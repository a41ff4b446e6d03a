import type { PyNode } from '../../syntax/python/node';
import type { LineIndex } from '../../text/line-index';
import type { Span } from '../../text/span';
import type { Definitions } from '../values/value';
import type { Candidate } from './candidate';

/** A piece of a file, and where it stands; lines are counted from 0. */
export interface Piece extends Span {
  readonly text: string;
  readonly line: number;
  readonly lastLine: number;
}

/** Where the code of a candidate, and the definitions of some names, stand in a file; null where some of it is no Python. */
export function piecesOf(
  candidate: Candidate,
  names: Iterable<string>,
  definitions: Definitions,
  file: { readonly text: string; readonly lines: LineIndex },
): readonly (readonly Piece[])[] | null {
  const own = [decorated(candidate.owner ?? candidate.node), ...(candidate.slice ?? [])];
  const others = [...names].map((name) => definitions.get(name) ?? []);
  if ([own, ...others].some((nodes) => nodes.some((node) => node.hasError))) return null;
  const piece = ({ start, end }: Span): Piece => {
    const [line, lastLine] = [file.lines.lineAt(start), file.lines.lineAt(end)];
    return { start, end, text: file.text.slice(start, end), line, lastLine };
  };
  return [[...own, candidate.span].map(piece), ...others.map((nodes) => nodes.map(piece))];
}

function decorated(node: PyNode): PyNode {
  return node.parent?.type === 'decorated_definition' ? node.parent : node;
}

/** Whether two files have the same pieces, wherever they stand. */
export function sameCode(before: readonly (readonly Piece[])[], now: readonly (readonly Piece[])[]): boolean {
  return (
    before.length === now.length &&
    before.every((group, i) => group.length === now[i]?.length && group.every(({ text }, j) => text === now[i]?.[j]?.text))
  );
}

/** Gives places of a file as it was in the file as it is; null for a place outside its pieces. */
export interface Shift {
  /** Whether nothing moved. */
  readonly still: boolean;
  span(span: Span): Span | null;
  line(line: number): number | null;
}

interface Moved {
  readonly from: Piece;
  readonly to: Piece;
}

/** How the same pieces moved; null where they came into another order, or overlap in another way. */
export function shiftOf(before: readonly (readonly Piece[])[], now: readonly (readonly Piece[])[]): Shift | null {
  const all = before.flatMap((group, i) => group.map((from, j): Moved => ({ from, to: now[i]?.[j] ?? from })));
  const moved = all.sort((a, b) => a.from.start - b.from.start || b.from.end - a.from.end);
  if (!keepsOrder(moved)) return null;
  const span = (at: Span): Span | null => {
    const via = at.via && span(at.via);
    if (via === null) return null;
    if (at.source !== undefined) return via ? { ...at, via } : at;
    const piece = moved.find(({ from }) => from.start <= at.start && at.end <= from.end);
    return piece ? { start: at.start + by(piece), end: at.end + by(piece) } : null;
  };
  const line = (at: number): number | null => {
    const lines = new Set(moved.filter(({ from }) => from.line <= at && at <= from.lastLine).map(({ from, to }) => to.line - from.line));
    const [by] = lines;
    return by === undefined || lines.size > 1 ? null : at + by;
  };
  return { still: moved.every(({ from, to }) => from.start === to.start && from.line === to.line), span, line };
}

function by({ from, to }: Moved): number {
  return to.start - from.start;
}

/** Whether pieces that lie in or behind one another still do; given in their order of before. */
function keepsOrder(moved: readonly Moved[]): boolean {
  let around: Moved | null = null;
  for (const one of moved) {
    const inside: boolean = around !== null && one.from.start < around.from.end;
    if (around && (inside ? by(one) !== by(around) || one.from.end > around.from.end : one.to.start < around.to.end)) return false;
    if (!inside) around = one;
  }
  return true;
}
