import { CodeRegion } from './region';

/** Container marks before a fence (quotes, list items, indentation), the fence, and its info string. */
const OPENING = /^((?:[ \t]*(?:>|[-*+]|\d{1,9}[.)]))*[ \t]*)(`{3,}(?=[^`]*$)|~{3,})[ \t]*(.*)$/;
const PYTHON = /^\{?\.?(?:code-cell\}?\s+)?(?:i?python3?|py3?)(?![\w+#-])/i;
const LOSS = /^\{?\.?loss(?![\w+#-])/i;

interface Line {
  readonly text: string;
  readonly start: number;
}

interface Fence {
  readonly mark: string;
  readonly info: string;
  /** Columns before the fence, quote marks not counted. */
  readonly indent: number;
  readonly quotes: number;
  readonly listed: boolean;
}

/**
 * The fenced code of a Markdown text that may hold losses: fences marked as Python or `.loss`, and fences without a
 * language whose content `isPython`. Fences follow CommonMark: tildes, any length, inside lists and quotes, unclosed ones to
 * the end of their container. Never throws.
 */
export function codeRegions(text: string, isPython: (code: string) => boolean): CodeRegion[] {
  const lines = linesOf(text);
  const regions: CodeRegion[] = [];
  for (let i = 0; i < lines.length; i++) {
    const fence = openingOf(lines[i]?.text ?? '');
    if (!fence) continue;
    const content: Line[] = [];
    for (i++; i < lines.length; i++) {
      const line = strip(lines[i] as Line, fence);
      if (!line || closes(line.text, fence)) break;
      content.push(line);
    }
    if (i < lines.length && !strip(lines[i] as Line, fence)) i--;
    const region = regionOf(fence, content, isPython);
    if (region) regions.push(region);
  }
  return regions;
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  for (let start = 0; start <= text.length;) {
    const end = text.indexOf('\n', start);
    const stop = end < 0 ? text.length : end;
    lines.push({ text: text.slice(start, stop), start });
    start = stop + 1;
  }
  return lines;
}

function openingOf(line: string): Fence | null {
  const match = OPENING.exec(line.replace(/\r$/, ''));
  if (!match) return null;
  const [, prefix = '', mark = '', info = ''] = match;
  const afterQuotes = prefix.slice(prefix.lastIndexOf('>') + 1).replace(/^ (?=[^ ]|$)/, '');
  return { mark, info, indent: columns(afterQuotes), quotes: prefix.split('>').length - 1, listed: /[-*+.)]/.test(afterQuotes) };
}

/** The line without its container's marks; null when it is outside the container. */
function strip(line: Line, fence: Fence): Line | null {
  let at = 0;
  for (let i = 0; i < fence.quotes; i++) {
    const quote = /^[ \t]*> ?/.exec(line.text.slice(at));
    if (!quote) return null;
    at += quote[0].length;
  }
  const from = at;
  while (columns(line.text.slice(from, at)) < fence.indent && /[ \t]/.test(line.text.charAt(at))) at++;
  const inside = !fence.listed || columns(line.text.slice(from, at)) >= fence.indent || line.text.slice(at).trim() === '';
  return inside ? { text: line.text.slice(at), start: line.start + at } : null;
}

function closes(line: string, { mark }: Fence): boolean {
  const match = /^[ \t]*(`{3,}|~{3,})[ \t\r]*$/.exec(line);
  return match?.[1] !== undefined && match[1][0] === mark[0] && match[1].length >= mark.length;
}

function regionOf({ info }: Fence, content: readonly Line[], isPython: (code: string) => boolean): CodeRegion | null {
  const text = content.map((line) => line.text).join('\n');
  const language = PYTHON.test(info) ? 'python' : LOSS.test(info) ? 'loss' : info.trim() === '' && isPython(text) ? 'python' : null;
  if (!language) return null;
  let at = 0;
  const starts = content.map((line) => {
    const start = { at, source: line.start };
    at += line.text.length + 1;
    return start;
  });
  return new CodeRegion(language, text, starts);
}

/** Width of leading text with tab stops every four columns. */
function columns(text: string): number {
  let width = 0;
  for (const c of text) width += c === '\t' ? 4 - (width % 4) : 1;
  return width;
}
