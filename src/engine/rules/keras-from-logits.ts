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
