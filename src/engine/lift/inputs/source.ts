import type { Expression } from '../../ir/expression';
import { HANDED_ON } from '../../ir/handed-on';

/** What a node shows that was not read; null when it shows something else. */
export function unreadOf(node: Expression): string | null {
  if (node.op === 'opaque') return node.attributes['path'] === undefined ? null : String(node.attributes['path']);
  return SHOWS.has(node.op) && node.args[0] ? unreadOf(node.args[0]) : null;
}

/** The parameter whose elements a node shows, rearranged or masked but not computed with; null when there is none. */
export function sourceOf(node: Expression, depth = 0): string | null {
  if (node.op === 'parameter') return String(node.attributes['name']);
  if (depth > 12) return null;
  if (SHOWS.has(node.op) && node.args[0]) return sourceOf(node.args[0], depth + 1);
  if (node.op !== 'where') return null;
  return (
    node.args
      .slice(1)
      .map((arg) => sourceOf(arg, depth + 1))
      .find((path) => path !== null) ?? null
  );
}

/** The parameter that a node is, but for whole numbers that are added to it, that it is multiplied with or that bound it, or its sum: `n + 1`. */
export function counterOf(node: Expression): string | null {
  const shown = sourceOf(node);
  if (shown !== null) return shown;
  if ((SHOWS.has(node.op) || COUNTS.has(node.op)) && node.op !== 'multiply' && node.args[0]) return counterOf(node.args[0]);
  if (!/^(add|subtract|multiply|divide|floor_divide|maximum|minimum|mod|to_int|floor|ceil|round)$/.test(node.op)) return null;
  const open = node.args.filter((arg) => arg.op !== 'constant');
  return open.length === 1 && open[0] ? counterOf(open[0]) : null;
}

/** What adds up whole numbers to a whole number: how many a mask marks. */
const COUNTS: ReadonlySet<string> = new Set(['sum', 'cumsum']);

/** What stands for the largest of a parameter's elements, where a node is that: `max(lengths)`; null for any other node. */
export function largestOf(node: Expression): string | null {
  const [of] = node.args;
  if (/^(to_int|reshape|stop_gradient|identity)$/.test(node.op) && of) return largestOf(of);
  const path = node.op === 'max' && node.shape.length === 0 && of ? sourceOf(of) : null;
  return path === null ? null : `max(${path})`;
}

/** What still shows a parameter: the same elements, or those elements weighted and kept in bounds. */
const SHOWS: ReadonlySet<string> = new Set([...HANDED_ON, 'clip', 'surrogate', 'multiply']);
