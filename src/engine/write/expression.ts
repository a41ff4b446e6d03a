import { FRAMEWORKS } from '../frameworks/index';
import type { Writing } from '../frameworks/framework';
import type { Expression } from '../ir/expression';
import type { FrameworkId } from '../ir/loss';
import type { Attribute } from '../numerics/signature';
import { parenthesised, STRENGTH, type Strength } from './python-text';
import { fillTemplate, pythonLiteral, pythonNumber } from './template';

/** Code with the canonical dotted names it uses, each with the import statement that binds it. */
export interface Written {
  readonly code: string;
  readonly names: ReadonlyMap<string, string>;
}

/** How an expression is written. */
export interface Manner {
  readonly framework: FrameworkId;
  /** The code of a node that stands already somewhere, or null to write it out. */
  known(node: Expression): string | null;
  /** The text of an attribute (an axis keeps the sign that the author gave it), or null for its value. */
  attribute?(node: Expression, name: string, value: Attribute): string | null;
  /** The code of a node that only moves elements, given its first operand's: written as it was elsewhere; absent: by its attributes. */
  moved?(node: Expression, operand: string): string | null;
  /** How a canonical dotted name is written in the module. */
  local(canonical: string, statement: string): string;
}

const INFIX: Readonly<Record<string, readonly [symbol: string, strength: Strength]>> = {
  add: [' + ', STRENGTH.sum],
  subtract: [' - ', STRENGTH.sum],
  multiply: [' * ', STRENGTH.product],
  divide: [' / ', STRENGTH.product],
  power: [' ** ', STRENGTH.power],
  less: [' < ', STRENGTH.comparison],
  less_equal: [' <= ', STRENGTH.comparison],
  greater: [' > ', STRENGTH.comparison],
  greater_equal: [' >= ', STRENGTH.comparison],
  equal: [' == ', STRENGTH.comparison],
  not_equal: [' != ', STRENGTH.comparison],
};
/** Operations that only move elements: a quick fix keeps the author's way to write them, whose sizes are not those of one example. */
export const MOVES: ReadonlySet<string> = new Set(['reshape', 'slice', 'gather', 'take', 'transpose', 'broadcast_to', 'diagonal', 'flip', 'tile', 'roll']);
const SILENT = new Set(['identity', 'cast']);
const CANONICAL = /\b(?:torch|jax|tensorflow|numpy|scipy|math)(?:\.\w+)+/g;

/** The code of an expression in a library's spelling; null where the library has no spelling of one of its ops, or a leaf is not known. */
export function writeExpression(node: Expression, manner: Manner): string | null {
  const known = manner.known(node);
  if (known !== null) return known;
  if (node.op === 'constant') return constantCode(node);
  if (manner.moved && MOVES.has(node.op)) {
    const operand = node.args[0] && writeExpression(node.args[0], manner);
    return operand ? manner.moved(node, operand) : null;
  }
  const operands = node.args.map((argument) => writeExpression(argument, manner));
  if (operands.some((code) => code === null)) return null;
  return combined(node, operands as string[], manner);
}

function combined(node: Expression, operands: readonly string[], manner: Manner): string | null {
  const [x = '', y = ''] = operands;
  if (SILENT.has(node.op)) return x;
  if (node.op === 'negative') return `-${parenthesised(x, STRENGTH.sign)}`;
  if (node.op === 'square' && manner.framework === 'python') return `${parenthesised(x, STRENGTH.atom)} ** 2`;
  const infix = INFIX[node.op];
  if (infix) return infixCode(infix, x, y);
  const writing = FRAMEWORKS[manner.framework].writings[node.op];
  return writing ? templateCode(writing, node, operands, manner) : null;
}

function infixCode([symbol, strength]: readonly [string, Strength], x: string, y: string): string {
  const tighter = Math.min(strength + 1, STRENGTH.atom) as Strength;
  const [left, right] = symbol === ' ** ' ? [STRENGTH.atom, STRENGTH.sign] : [strength === STRENGTH.comparison ? tighter : strength, tighter];
  return `${parenthesised(x, left)}${symbol}${parenthesised(y, right)}`;
}

function templateCode({ code, imports }: Writing, node: Expression, operands: readonly string[], manner: Manner): string {
  const localised = code.replace(CANONICAL, (canonical) => manner.local(canonical, imports[0] ?? ''));
  const wrapped = operands.map((operand, index) => parenthesised(operand, strengthAround(localised, index + 1)));
  const filled = fillTemplate(localised, wrapped, node.attributes, (name, value) => manner.attribute?.(node, name, value) ?? attributeText(name, value));
  return filled.replace(/-\(-([\w.]+)\)/g, '$1');
}

/** An operand between commas or brackets needs no parentheses; one beside an operator or before a dot does. */
function strengthAround(code: string, index: number): Strength {
  const match = new RegExp(`(.?)#${index}(.?)`).exec(code);
  return match && /[-\s]/.test(match[1] ?? '') && !code.includes(`, #${index}`) ? STRENGTH.atom : match?.[2] === '.' ? STRENGTH.atom : STRENGTH.choice;
}

/** One axis is written without a tuple; an infinite bound of a clip as None where it is left out. */
function attributeText(name: string, value: Attribute): string {
  if (name === 'axes' && Array.isArray(value) && value.length === 1) return pythonLiteral(value[0] as Attribute);
  return pythonLiteral(value);
}

function constantCode({ attributes: { value, values } }: Expression): string | null {
  if (typeof value === 'number') return pythonNumber(value);
  const list = Array.isArray(values) ? values : [];
  const [first] = list;
  return typeof first === 'number' && list.every((v) => v === first) ? pythonNumber(first) : null;
}
