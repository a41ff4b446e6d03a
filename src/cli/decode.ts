import type { PhraseId } from '../engine/report/phrases/en';

/** Text of a file, or the phrase that says why there is none. */
export type Decoded = { readonly text: string } | { readonly problem: PhraseId; readonly slots: Readonly<Record<string, string | number>> };

/** Files above this are not read: a program that long is data. */
const LARGEST_BYTES = 16 * 1024 * 1024;

/** Bytes as text: UTF-8, a byte order mark, or the encoding that a Python source declares (PEP 263). */
export function decode(bytes: Uint8Array): Decoded {
  if (bytes.length > LARGEST_BYTES) return { problem: 'unreadable.too-large', slots: { limit: LARGEST_BYTES / 1024 / 1024 } };
  const encoding = markedEncoding(bytes) ?? declaredEncoding(bytes) ?? 'utf-8';
  const text = decodeAs(bytes, encoding);
  if (text === null)
    return bytes.includes(0) ? { problem: 'unreadable.binary', slots: {} } : { problem: 'unreadable.encoding', slots: { encoding } };
  return text.includes('\0') ? { problem: 'unreadable.binary', slots: {} } : { text };
}

function markedEncoding(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 'utf-8' : null;
}

function declaredEncoding(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 400)).toString('latin1').split('\n', 2).join('\n');
  return /^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)/m.exec(head)?.[1] ?? null;
}

/** Python's name of an encoding as the Encoding Standard spells it. */
function standardName(encoding: string): string {
  const name = encoding.toLowerCase().replace(/_/g, '-');
  if (/^(latin-?1|iso-?8859-1|l1)$/.test(name)) return 'latin1';
  return name.replace(/^cp(125\d)$/, 'windows-$1').replace(/^utf8$/, 'utf-8');
}

function decodeAs(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(standardName(encoding), { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
