import type { Span } from '../text/span';
import type { RuleContext } from './rule';

/** Whether a place stands where CUDA's autocast is on: in a `with`, or in a function so decorated. */
export function isUnderAutocast({ start, source }: Span, { loss, textAt }: Pick<RuleContext, 'loss' | 'textAt'>): boolean {
  if (loss.framework !== 'torch' || source !== undefined || start < loss.span.start) return false;
  const lines = textAt({ start: loss.span.start, end: start }).split('\n');
  let indent = indentOf(lines.pop() ?? '');
  for (const line of lines.reverse()) {
    const here = indentOf(line);
    if (here >= indent && !line.trimStart().startsWith('@')) continue;
    if (ON.test(line)) return !/cpu|enabled\s*=\s*False/.test(line);
    if (line.trim() !== '') indent = Math.min(indent, here);
  }
  return false;
}

const ON = /^\s*(with\s|async\s+with\s|@).*\bautocast\(/;

function indentOf(line: string): number {
  return line.trim() === '' ? Infinity : line.length - line.trimStart().length;
}
