import { ExternalTokenizer } from '@lezer/lr';
import type { InputStream } from '@lezer/lr';
import { modulus, newline, percent, softNewline } from './terms.generated';

const NEWLINE = 10;
const PERCENT = 37;

/** A line break separates statements where a statement may end, and is a space elsewhere (inside brackets, after an operator). */
export const newlines = new ExternalTokenizer(
  (input, stack) => {
    if (input.next === NEWLINE) input.acceptToken(stack.canShift(newline) ? newline : softNewline, 1);
  },
  { contextual: true },
);

/** `%` is the modulus when an operand follows, else a percentage. */
export const percents = new ExternalTokenizer((input) => {
  if (input.next !== PERCENT) return;
  let ahead = 1;
  while (isBlank(input.peek(ahead))) ahead++;
  const isModulus = startsOperand(input.peek(ahead)) && !isOperatorWord(input, ahead);
  input.acceptToken(isModulus ? modulus : percent, 1);
});

function startsOperand(c: number): boolean {
  return isWord(c) || '.([+-'.includes(String.fromCharCode(c));
}

/** Whether one of the words that are operators between two operands stands there. */
function isOperatorWord(input: InputStream, start: number): boolean {
  let word = '';
  for (let at = start; isWord(input.peek(at)) && word.length < 4; at++) word += String.fromCharCode(input.peek(at));
  return ['and', 'or', 'xor', 'mod'].includes(word);
}

function isBlank(c: number): boolean {
  return c === 32 || c === 9 || c === 13;
}

function isWord(c: number): boolean {
  return c >= 128 || /\w|\$/.test(String.fromCharCode(Math.max(c, 0)));
}
