import { FRAMEWORKS } from '../frameworks/index';
import type { Writing } from '../frameworks/framework';
import type { Expression } from '../ir/expression';
import type { FrameworkId } from '../ir/loss';
import type { Attribute } from '../numerics/signature';
import { parenthesised, STRENGTH, type Strength } from './python-text';
import { constantCode, tensorMaker } from './constant-code';
import { fillTemplate, pythonLiteral } from './template';

/** How an expression is written. */
export interface Manner {
  readonly framework: FrameworkId;
  /** The code of a node that stands already somewhere, or null to write it out. */
  known(node: Expression): string | null;
  /** The text of an attribute (an axis keeps the sign that the author gave it), or null for its value. */
  attribute?(node: Expression, name: string, value: Attribute): string | null;
  /** The code of a node that only moves elements, given its first operand's: written as it was elsewhere; absent: by its attributes. */
  moved?(node: Expression, operand: string): string | null;
  /** Whether changes of the floating-point format are written too. */
  readonly casts?: true;
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
const MOVES: ReadonlySet<string> = new Set([
  'reshape',
  'slice',
  'gather',
  'take',
  'transpose',
  'broadcast_to',
  'diagonal',
  'flip',
  'tile',
  'roll',
]);
/** TensorFlow multiplies matrices only. */
const VECTOR_PRODUCT: Writing = { code: 'tensorflow.tensordot(#1, #2, 1)', imports: ['import tensorflow as tf'] };
const SILENT = new Set(['identity', 'cast', 'surrogate']);
const CANONICAL = /\b(?:torch|jax|tensorflow|numpy|scipy|math)(?:\.\w+)+/g;

/** The code of an expression in a library's spelling; null where the library has no spelling of one of its ops, or a leaf is not known. */
export function writeExpression(node: Expression, manner: Manner): string | null {
  const known = manner.known(node);
  if (known !== null) return known;
  if (node.op === 'constant') return tensorCode(node, manner);
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
  if (node.op === 'cast' && manner.casts) return castCode(node, x, manner);
  if (SILENT.has(node.op)) return x;
  if (node.op === 'negative') return `-${parenthesised(x, STRENGTH.sign)}`;
  if (node.op === 'square' && manner.framework === 'python') return `${parenthesised(x, STRENGTH.atom)} ** 2`;
  if (node.op === 'slice' && hasForwardSteps(node)) return sliceCode(node, x);
  const infix = INFIX[node.op];
  if (infix) return infixCode(infix, x, y);
  if (node.op === 'clip') {
    if (constantOf(node.args[1]) === -Infinity) return bounded('minimum', node, [x, operands[2] ?? ''], manner);
    if (constantOf(node.args[2]) === Infinity) return bounded('maximum', node, [x, y], manner);
  }
  if (node.op === 'maximum' || node.op === 'minimum') return bounded(node.op, node, operands, manner);
  const writing = writingOf(node, manner.framework);
  return writing ? templateCode(writing, node, operands, manner) : null;
}

const CASTS: Readonly<Partial<Record<FrameworkId, string>>> = {
  torch: '#1.to(torch.@)',
  jax: '#1.astype(jax.numpy.@)',
  numpy: '#1.astype(numpy.@)',
  tensorflow: 'tensorflow.cast(#1, tensorflow.@)',
};

/** A change of the floating-point format; torch has a short word for the usual one. */
function castCode(node: Expression, x: string, manner: Manner): string | null {
  const { framework } = manner;
  const format = String(node.attributes.format);
  const code = framework === 'torch' && format === 'float32' ? '#1.float()' : CASTS[framework]?.replace('@', format);
  const imports = FRAMEWORKS[framework].writings.exp?.imports ?? [];
  return code === undefined ? null : templateCode({ code, imports }, node, [x], manner);
}

/** Arithmetic of Python numbers is done by `math`: torch takes no numbers for tensors, TensorFlow makes integers of them. */
function writingOf(node: Expression, framework: FrameworkId): Writing | undefined {
  const { [framework]: own, python } = FRAMEWORKS;
  const strict = framework === 'torch' || framework === 'tensorflow';
  const plain =
    (node.kind === 'weak' && node.shape.length === 0) || node.args.every(({ op, shape }) => op === 'constant' && shape.length === 0);
  if (framework === 'tensorflow' && node.op === 'matmul' && node.args.some(({ shape }) => shape.length === 1)) return VECTOR_PRODUCT;
  if (framework === 'tensorflow' && isSampleSpread(node)) return undefined;
  return (strict && plain ? python.writings[node.op] : undefined) ?? own.writings[node.op];
}

/** A variance or deviation of a sample, which TensorFlow has no word for. */
function isSampleSpread({ op, attributes }: Expression): boolean {
  return (op === 'var' || op === 'std') && attributes.correction !== 0;
}

/** A maximum or minimum; torch writes one with a number as a clamp. */
function bounded(op: 'maximum' | 'minimum', node: Expression, operands: readonly string[], manner: Manner): string | null {
  const writing = writingOf({ ...node, op }, manner.framework);
  const [x = '', y = ''] = operands;
  const numbers = node.args.slice(0, 2).map((argument) => argument.kind === 'weak');
  if (manner.framework !== 'torch' || writing === FRAMEWORKS.python.writings[op] || !(numbers[0] || numbers[1] || node.op === 'clip')) {
    return writing ? templateCode(writing, node, operands, manner) : null;
  }
  const clamp = { code: `torch.clamp(#1, ${op === 'maximum' ? 'min' : 'max'}=#2)`, imports: ['import torch'] };
  return templateCode(clamp, node, numbers[0] ? [y, x] : [x, y], manner);
}

function constantOf(node: Expression | undefined): Attribute {
  return node?.op === 'constant' ? (node.attributes.value ?? null) : null;
}

function infixCode([symbol, strength]: readonly [string, Strength], x: string, y: string): string {
  const tighter = Math.min(strength + 1, STRENGTH.atom) as Strength;
  const [left, right] =
    symbol === ' ** ' ? [STRENGTH.atom, STRENGTH.sign] : [strength === STRENGTH.comparison ? tighter : strength, tighter];
  return `${parenthesised(x, left)}${symbol}${parenthesised(y, right)}`;
}

function templateCode({ code, imports }: Writing, node: Expression, operands: readonly string[], manner: Manner): string {
  const localised = code.replace(CANONICAL, (canonical) => manner.local(canonical, imports[0] ?? ''));
  const wrapped = operands.map((operand, index) => parenthesised(operand, strengthAround(localised, index + 1)));
  const filled = fillTemplate(
    localised,
    wrapped,
    node.attributes,
    (name, value) => manner.attribute?.(node, name, value) ?? attributeText(name, value),
  );
  return filled.replace(/-\(-([\w.]+)\)/g, '$1');
}

/** An operand between commas or brackets needs no parentheses; one beside an operator or before a dot does. */
function strengthAround(code: string, index: number): Strength {
  const match = new RegExp(`(.?)#${index}(.?)`).exec(code);
  return match && /[-\s]/.test(match[1] ?? '') && !code.includes(`, #${index}`)
    ? STRENGTH.atom
    : match?.[2] === '.'
      ? STRENGTH.atom
      : STRENGTH.choice;
}

/** One axis is written without a tuple; an infinite bound of a clip as None where it is left out. */
function attributeText(name: string, value: Attribute): string {
  if (name === 'axes' && Array.isArray(value) && value.length === 1) return pythonLiteral(value[0] as Attribute);
  return pythonLiteral(value);
}

function tensorCode(node: Expression, manner: Manner): string | null {
  const constant = constantCode(node);
  if (!constant?.nested) return constant?.code ?? null;
  const maker = tensorMaker(manner.framework);
  const statement = FRAMEWORKS[manner.framework].writings.exp?.imports[0];
  if (!maker || !statement) return null;
  const typed = manner.framework === 'tensorflow' && node.kind === 'int' ? `, ${manner.local('tensorflow.int64', statement)}` : '';
  return `${manner.local(maker, statement)}(${constant.code}${typed})`;
}

function hasForwardSteps({ attributes: { steps } }: Expression): boolean {
  return Array.isArray(steps) && steps.every((step) => typeof step === 'number' && step > 0);
}

/** `x[0:2, :]`: one slice for each axis, those that take all left out at the end. */
function sliceCode(node: Expression, x: string): string {
  const { starts, stops, steps } = node.attributes;
  const of = (list: Attribute | undefined, i: number): number => (Array.isArray(list) ? Number(list[i]) : NaN);
  const parts = (node.args[0]?.shape ?? []).map((size, i) => {
    const [start, stop, step] = [of(starts, i), of(stops, i), of(steps, i)];
    return `${start === 0 ? '' : start}:${stop === size ? '' : stop}${step === 1 ? '' : `:${step}`}`;
  });
  while (parts.length > 1 && parts[parts.length - 1] === ':') parts.pop();
  return `${parenthesised(x, STRENGTH.atom)}[${parts.join(', ')}]`;
}
