/**
 * A call of Keras's binary cross-entropy on a sigmoid that is written inside it, as one on its logits; null for other text.
 */
export function kerasFromLogits(text: string): string | null {
  if (/from_logits/.test(text)) return null;
  const call = /^[\w.]*\b(?:binary_crossentropy|BinaryCrossentropy)\(/.exec(text)?.[0];
  const squashed = /[\w.]*\bsigmoid\(/.exec(text);
  if (call === undefined || !squashed) return null;
  const open = squashed.index + squashed[0].length;
  const close = closingOf(text, open);
  const inner = text.slice(open, close);
  if (close < 0 || /,\s*\w+\s*=|^\s*$/.test(inner)) return null;
  const logits = `${text.slice(0, squashed.index)}${inner}${text.slice(close + 1)}`;
  const end = closingOf(logits, call.length);
  const before = logits.slice(0, end).replace(/,\s*$/, '');
  return end < 0 ? null : `${before}${before.endsWith('(') ? '' : ', '}from_logits=True${logits.slice(end)}`;
}

/** The place of the parenthesis that closes what is open before a place; -1 where there is none. */
function closingOf(text: string, from: number): number {
  let depth = 1;
  for (let i = from; i < text.length; i++) {
    depth += '([{'.includes(text[i] ?? '') ? 1 : ')]}'.includes(text[i] ?? '') ? -1 : 0;
    if (depth === 0) return i;
  }
  return -1;
}

/** Text for the call, and for as many characters in front of it as it changes. */
export interface FromLogits {
  readonly newText: string;
  readonly reach: number;
}

/**
 * The same where the sigmoid was assigned to a name before, and where the loss was made before; `before` is the text up to the
 * call, from where the function begins. Null where the call does not take that name, or what the sigmoid was taken of has changed since.
 */
export function kerasFromEarlier(text: string, before: string): FromLogits | null {
  const open = /^[\w.]*\w\(/.exec(text)?.[0] ?? '';
  const given = /from_logits/.test(text) ? null : onLogits(text, before, open.length);
  if (given === null) return null;
  if (/\bbinary_crossentropy\($/.test(open)) {
    const end = closingOf(given, open.length);
    return end < 0 ? null : { newText: `${given.slice(0, end).replace(/,\s*$/, '')}, from_logits=True${given.slice(end)}`, reach: 0 };
  }
  const made = lastLine(before, `${open.slice(0, -1).replaceAll('.', '\\.')} = [\\w.]*\\bBinaryCrossentropy\\(([^()\\n]*)\\)`);
  if (!made) return null;
  const settings = (made[1] ?? '').replace(/(,\s*)?from_logits\s*=\s*False/, '').replace(/^\s*,\s*/, '');
  if (/from_logits/.test(settings)) return null;
  const from = made.index + made[0].lastIndexOf('(') + 1;
  const rest = before.slice(from + (made[1] ?? '').length);
  return { newText: `${settings}${settings === '' ? '' : ', '}from_logits=True${rest}${given}`, reach: before.length - from };
}

/** A call with the logits in the place of the name of their sigmoid. */
function onLogits(text: string, before: string, open: number): string | null {
  for (const { 0: name, index } of text.slice(open).matchAll(/(?<![\w.])[a-zA-Z_]\w*(?!\w*\s*[=(.[])/g)) {
    const made = lastLine(before, `${name} = [\\w.]*\\bsigmoid\\(([\\w.]+)\\)`);
    const logits = made?.[1];
    if (!made || logits === undefined) continue;
    const since = before.slice(made.index + made[0].length);
    const changed = new RegExp(`(?<![\\w.])(${name}|${logits.replaceAll('.', '\\.')})\\s*([-+*/]?=(?!=)|,[^()\\n]*=(?!=))`);
    if (!changed.test(since)) return text.slice(0, open + index) + logits + text.slice(open + index + name.length);
  }
  return null;
}

/** The last line of a text that a pattern describes whole. */
function lastLine(text: string, pattern: string): RegExpExecArray | undefined {
  return [...text.matchAll(new RegExp(`^[ \\t]*${pattern}[ \\t]*$`, 'gm'))].pop();
}
