import type { Expression } from './expression';

const INFIX: Readonly<Record<string, readonly [symbol: string, strength: number]>> = {
  add: ['+', 1],
  subtract: ['-', 1],
  multiply: ['*', 2],
  divide: ['/', 2],
  power: ['^', 4],
  less: ['<', 0],
  less_equal: ['<=', 0],
  greater: ['>', 0],
  greater_equal: ['>=', 0],
  equal: ['==', 0],
  not_equal: ['!=', 0],
};
const SILENT: ReadonlySet<string> = new Set([
  'reshape',
  'transpose',
  'broadcast_to',
  'gather',
  'take',
  'identity',
  'cast',
  'to_float',
  'stop_gradient',
]);
const LONGEST = 48;

/**
 * A short text of an expression for messages, such as `log(1 - q)`; what is too long is left out as `…`. Parameters whose
 * value is known are printed as that number.
 */
export function textOf(node: Expression, known: ReadonlyMap<Expression, number> = new Map()): string {
  for (let depth = 5; depth > 0; depth--) {
    const text = print(node, 0, depth, known);
    if (text.length <= LONGEST) return text;
  }
  return node.op;
}

/** Prints within an operator of a strength; below depth 0 everything is an ellipsis. */
function print(node: Expression, strength: number, depth: number, known: ReadonlyMap<Expression, number>): string {
  const [x, y] = node.args;
  if (node.op === 'constant') return constantText(node);
  const value = known.get(node);
  if (value !== undefined) return numberText(value);
  if (!x) return String(node.attributes.name ?? node.attributes.distribution ?? node.op);
  if (SILENT.has(node.op)) return print(x, strength, depth, known);
  if (node.op === 'slice') return `${print(x, 6, depth, known)}${isName(x) ? sliceText(node, x) : ''}`;
  if (depth === 0) return '…';
  if (node.op === 'negative') return parenthesised(`-${print(x, 3, depth, known)}`, strength > 1);
  if (node.op === 'square') return `${print(x, 5, depth, known)}^2`;
  const infix = INFIX[node.op];
  if (!infix || !y) return `${node.op}(${node.args.map((a) => print(a, 0, depth - 1, known)).join(', ')})`;
  const [symbol, own] = infix;
  const text = `${print(x, own, depth - 1, known)} ${symbol} ${print(y, own + 1, depth - 1, known)}`;
  return parenthesised(text, own < strength);
}

/** Whether an expression is printed as a name. */
function isName(node: Expression): boolean {
  const [x] = node.args;
  return node.op === 'parameter' || (x !== undefined && node.op !== 'slice' && SILENT.has(node.op) && isName(x));
}

/** `[…, 3]` or `[1:]` where a slice leaves something out of one axis, else nothing. */
function sliceText({ shape, attributes }: Expression, from: Expression): string {
  const axes = from.shape.flatMap((size, axis) => (shape[axis] === size ? [] : [axis]));
  const [axis = -1] = axes;
  const starts = Array.isArray(attributes['starts']) ? (attributes['starts'] as readonly unknown[]) : [];
  const start = Number(starts[axis] ?? 0);
  if (axes.length !== 1) return axes.length === 0 ? '' : '[…]';
  const stop = start + (shape[axis] ?? 0);
  const range =
    shape[axis] === 1
      ? String(start)
      : `${start > 0 ? start : ''}:${stop === from.shape[axis] || start < 0 ? '' : stop - (from.shape[axis] ?? 0)}`;
  const before = axis === 0 ? '' : axis === from.shape.length - 1 ? '…, ' : ':, '.repeat(axis);
  return `[${before}${range}]`;
}

function parenthesised(text: string, wanted: boolean): string {
  return wanted ? `(${text})` : text;
}

function constantText({ attributes: { value, values } }: Expression): string {
  if (typeof value === 'number') return numberText(value);
  const list = Array.isArray(values) ? values : [];
  return list.length > 0 && list.every((v) => v === list[0]) ? numberText(Number(list[0])) : `[${list.length}]`;
}

/** A number as people write it: up to seven significant digits, `inf`, `-inf`, `nan`. */
export function numberText(x: number): string {
  if (Number.isNaN(x)) return 'nan';
  if (!Number.isFinite(x)) return x > 0 ? 'inf' : '-inf';
  const short = Number(x.toPrecision(7));
  const exact = String(x);
  return exact.length <= 8 ? exact : String(short);
}
