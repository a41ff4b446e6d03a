/** A call in a source text: where it stands, what is called, and its arguments. */
export interface Call {
  readonly start: number;
  readonly end: number;
  readonly callee: string;
  readonly args: readonly string[];
}

/** The calls of dotted names that a pattern matches, outermost first in the order of the text. */
export function callsOf(code: string, callee: RegExp): Call[] {
  return [...code.matchAll(/(?<![\w.)\]])([A-Za-z_][\w.]*)\(/g)].flatMap((match) => {
    const name = match[1] ?? '';
    const open = match.index + name.length;
    const end = closing(code, open);
    return callee.test(name) && end > 0
      ? [{ start: match.index, end, callee: name, args: splitArguments(code.slice(open + 1, end - 1)) }]
      : [];
  });
}

/** The text with every call that a pattern matches written differently; calls inside others are left for the next round. */
export function rewriteCalls(code: string, callee: RegExp, write: (call: Call) => string | null): string {
  let text = code;
  for (let round = 0, from = 0; round < 40; round++) {
    const call = callsOf(text, callee).find(({ start }) => start >= from);
    if (!call) return text;
    const written = write(call);
    if (written !== null) text = text.slice(0, call.start) + written + text.slice(call.end);
    from = call.start + 1;
  }
  return text;
}

function closing(code: string, open: number): number {
  let depth = 0;
  for (let i = open; i < code.length; i++) {
    if ('([{'.includes(code[i] ?? '')) depth++;
    if (')]}'.includes(code[i] ?? '') && --depth === 0) return i + 1;
  }
  return -1;
}

function splitArguments(text: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const c of text) {
    if ('([{'.includes(c)) depth++;
    if (')]}'.includes(c)) depth--;
    if (c === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += c;
  }
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}
