/** How tightly the outermost operator of a Python expression binds; a call or a name binds tightest. */
export const STRENGTH = { tuple: 0, choice: 1, logic: 2, comparison: 3, bits: 4, sum: 5, product: 6, sign: 7, power: 8, atom: 9 } as const;

/** One of the values of {@link STRENGTH}. */
export type Strength = (typeof STRENGTH)[keyof typeof STRENGTH];

const WORDS: readonly [RegExp, Strength][] = [
  [/^,/, STRENGTH.tuple],
  [/^(?:(?:lambda|if|else|for)\b|:=)/, STRENGTH.choice],
  [/^(?:and|or|not)\b/, STRENGTH.logic],
  [/^(?:==|!=|<=|>=|<(?!<)|>(?!>)|in\b|is\b)/, STRENGTH.comparison],
  [/^(?:\||&|\^|<<|>>)/, STRENGTH.bits],
  [/^\*\*/, STRENGTH.power],
  [/^[*/%@]/, STRENGTH.product],
];

/** How tightly the outermost operator of a piece of Python source binds. */
export function strengthOf(code: string): Strength {
  let weakest: Strength = STRENGTH.atom;
  for (const { text, previous } of topLevel(code)) {
    const found = strengthAt(text, previous);
    if (found < weakest) weakest = found;
  }
  return weakest;
}

/** The code, in parentheses where an operator of this strength around it would tear it apart. */
export function parenthesised(code: string, within: Strength): string {
  return strengthOf(code) < within ? `(${code})` : code;
}

/** Arguments of the call that a piece of source ends with: `f(a, dim=1)` has `a` and `dim=1`; null when it is no call. */
export function callArguments(code: string): readonly string[] | null {
  const open = matchingOpen(code.trimEnd());
  if (open === null) return null;
  const inside = code.trimEnd().slice(open + 1, -1);
  const parts: string[] = [];
  let start = 0;
  for (const { text, at } of topLevel(inside)) {
    if (!text.startsWith(',')) continue;
    parts.push(inside.slice(start, at));
    start = at + 1;
  }
  parts.push(inside.slice(start));
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

/** The two sides of the outermost binary operator (`+ - * / @ **` and comparisons), the last one of its strength; null where there is none. */
export function infixSides(code: string): readonly [string, string] | null {
  const strength = strengthOf(code);
  if (![STRENGTH.sum, STRENGTH.product, STRENGTH.power, STRENGTH.comparison].some((s) => s === strength)) return null;
  const splits = [...topLevel(code)].filter(({ text, previous }) => strengthAt(text, previous) === strength);
  const split = strength === STRENGTH.power ? splits[0] : splits[splits.length - 1];
  if (!split) return null;
  return [code.slice(0, split.at).trim(), code.slice(split.end).trim()];
}

function matchingOpen(code: string): number | null {
  if (!code.endsWith(')')) return null;
  for (const { at, end, text } of topLevel(code)) {
    if (text.startsWith('(') && end === code.length) return at;
  }
  return null;
}

interface Piece {
  /** What follows from here on, for operators; the whole group for brackets and strings. */
  readonly text: string;
  readonly at: number;
  readonly end: number;
  /** The last character before this piece that is no space, or ''. */
  readonly previous: string;
}

/** The operators, brackets and words of a piece of source that are inside no bracket or string. */
function* topLevel(code: string): Generator<Piece> {
  let previous = '';
  for (let at = 0; at < code.length;) {
    const end = endOfPiece(code, at);
    const text = code.slice(at, end);
    if (text.trim() !== '') {
      yield { text: isOperator(text) ? code.slice(at) : text, at, end, previous };
      previous = text[text.length - 1] ?? '';
    }
    at = end;
  }
}

function isOperator(text: string): boolean {
  return !/^[\w."'([{]/.test(text);
}

function endOfPiece(code: string, at: number): number {
  const c = code[at] ?? '';
  if (c === '"' || c === "'") return endOfString(code, at, c);
  if ('([{'.includes(c)) return endOfGroup(code, at);
  const word = /^(?:\d[\d_]*\.?\d*(?:[eE][-+]?\d+)?|\.\d+(?:[eE][-+]?\d+)?|\w+|\*\*|<<|>>|:=|[<>=!]=)/.exec(code.slice(at));
  return at + (word?.[0].length ?? 1);
}

function endOfString(code: string, at: number, quote: string): number {
  const triple = quote.repeat(3);
  const mark = code.startsWith(triple, at) ? triple : quote;
  for (let i = at + mark.length; i < code.length; i++) {
    if (code[i] === '\\') i++;
    else if (code.startsWith(mark, i)) return i + mark.length;
  }
  return code.length;
}

function endOfGroup(code: string, at: number): number {
  let i = at + 1;
  while (i < code.length && !')]}'.includes(code[i] ?? '')) i = endOfPiece(code, i);
  return Math.min(i + 1, code.length);
}

function strengthAt(text: string, previous: string): Strength {
  if (/^[-+~]/.test(text)) return previous === '' || !/[\w)\]}"'.]/.test(previous) ? STRENGTH.sign : STRENGTH.sum;
  return WORDS.find(([pattern]) => pattern.test(text))?.[1] ?? STRENGTH.atom;
}
