import type { Expression } from '../../ir/expression';
import { sourceOf } from '../inputs/source';
import { comparedSizes } from '../inputs/compared-sizes';
import { demandWidth } from '../inputs/width';
import { wishFor, wishForShape } from '../inputs/wishes';
import type { Machine } from '../machine';
import { Unreadable } from '../state/unreadable';
import { asNumber } from './apply';
import { counted } from './elements';
import { contains, sameSizes } from './membership';
import { equal, itemsOf, same, wordOf } from './plain';
import { describe, expressionOf, isArray, tensorOf } from './tensor';
import { iterate } from './iterate';
import { boolean, text, tuple, type ObjectValue, type Value } from './value';

const BINARY: Readonly<Record<string, string>> = {
  '+': 'add',
  '-': 'subtract',
  '*': 'multiply',
  '/': 'divide',
  '//': 'floor_divide',
  '%': 'mod',
  '**': 'power',
  '@': 'matmul',
};

const COMPARISONS: Readonly<Record<string, string>> = {
  '==': 'equal',
  '!=': 'not_equal',
  '<>': 'not_equal',
  '<': 'less',
  '<=': 'less_equal',
  '>': 'greater',
  '>=': 'greater_equal',
};

const BITWISE: Readonly<Record<string, string>> = { '&': 'logical_and', '|': 'logical_or', '^': 'not_equal' };

/** `a <operator> b` for arithmetic and bitwise operators. */
export function binary(machine: Machine, operator: string, a: Value, b: Value): Value {
  const joined = sequences(machine, operator, a, b);
  if (joined) return joined;
  const op = BINARY[operator];
  if (op) return machine.apply(op, [a, b]);
  const whole = ofPowers(machine, operator, a, b);
  if (whole) return whole;
  const logical = BITWISE[operator];
  if (!logical) throw new Unreadable(`operator ${operator}`);
  const plain = bits(operator, a, b);
  if (plain) return plain;
  const named = [a, b].map((value) => maskOf(machine, value));
  const masks = named.some((mask) => mask !== null) ? [a, b].map((value, i) => named[i] ?? besideMask(machine, value)) : named;
  if (masks.every((mask) => mask !== null))
    return machine.apply(
      logical,
      masks.map((mask) => tensorOf(machine, mask)),
    );
  const truths = [a, b].map((value) => truthsOf(machine, value));
  const [x, y] = truths;
  if (!x || !y) throw new Unreadable(`operator ${operator} on integers`);
  return machine.apply('to_int', [machine.apply(logical, [tensorOf(machine, x), tensorOf(machine, y)])]);
}

/** What is done to the last bits of a tensor of integers that are not negative, as arithmetic; null where it is more than that. */
function ofPowers(machine: Machine, operator: string, a: Value, b: Value): Value | null {
  const bit = asNumber(b);
  if (!bit?.integer || bit.value < 0 || bit.node || asNumber(a) || expressionOf(machine, a).kind !== 'int') return null;
  const power = (exponent: number): Value => ({ kind: 'number', value: 2 ** exponent, integer: true, node: null });
  const last = (bits: number): Value => machine.apply('mod', [a, power(bits)]);
  if (operator === '<<') return machine.apply('multiply', [a, power(bit.value)]);
  if (operator === '>>') return machine.apply('floor_divide', [a, power(bit.value)]);
  if (operator === '&' && Number.isInteger(Math.log2(bit.value + 1))) return last(Math.log2(bit.value + 1));
  if (operator !== '^' || bit.value !== 1) return null;
  return machine.apply('subtract', [machine.apply('add', [a, b]), machine.apply('multiply', [last(1), power(1)])]);
}

/** The truth values that a mask of zeros and ones was made of, or null. */
function truthsOf(machine: Machine, value: Value): Expression | null {
  const number = asNumber(value);
  if (number) return number.value === 0 || number.value === 1 ? machine.graph.constant(number.value, 'bool') : null;
  const mask = maskOf(machine, value);
  if (mask) return mask;
  const node = expressionOf(machine, value);
  return node.op === 'to_int' && node.args[0]?.kind === 'bool' ? node.args[0] : null;
}

/** Truth values; a parameter whose name, or that of a part of it, says that it is a mask holds them too, where an operator wants them. */
function maskOf(machine: Machine, value: Value, name = ''): Expression | null {
  if (asNumber(value)) return null;
  const node = expressionOf(machine, value);
  if (node.kind === 'bool') return node;
  const isMask = isPart(node) && MASK.test(sourceOf(node) ?? '');
  return isMask || (MASK.test(name) && node.kind === 'float' && isPart(node)) ? machine.graph.apply('to_bool', [node]) : null;
}

/** Elements of a parameter under an operator on bits, alone or beside truth values: they are truths, or 0 and 1. */
function besideMask(machine: Machine, value: Value): Expression | null {
  if (asNumber(value)) return null;
  const node = expressionOf(machine, value);
  return isPart(node) && node.kind === 'float' ? machine.graph.apply('to_bool', [node]) : null;
}

/** Whether a node holds elements of a parameter as they are given. */
function isPart({ op, args }: Expression): boolean {
  return op === 'parameter' || (/^(slice|reshape|transpose)$/.test(op) && args[0] !== undefined && isPart(args[0]));
}

const MASK = /mask|valid|is_\w+|ignore|keep|padding|visible|flag/i;

/** `-x`, `+x`, `~x` of a value of which the code tells the name. */
export function unary(machine: Machine, operator: string, value: Value, name: string): Value {
  if (operator === '+') return value;
  if (operator === '-') return machine.apply('negative', [value]);
  if (value.kind === 'boolean' || value.kind === 'number') throw new Unreadable('operator ~ on a Python number');
  const truths = maskOf(machine, value, name) ?? besideMask(machine, value);
  if (!truths) throw new Unreadable('operator ~ on numbers');
  return machine.apply('logical_not', [tensorOf(machine, truths)]);
}

/** One comparison; chains are the caller's. */
export function compare(machine: Machine, operator: string, a: Value, b: Value): Value {
  if (operator === 'is') return identical(machine, a, b);
  if (operator === 'is not') return negated(machine, identical(machine, a, b));
  if (/in$/.test(operator) && a.kind === 'text' && isNameOfVariable(b)) return boolean(true);
  if (operator === 'in') return contains(machine, a, b);
  if (operator === 'not in') return negated(machine, contains(machine, a, b));
  const op = COMPARISONS[operator];
  if (!op) throw new Unreadable(`operator ${operator}`);
  const option = optionAgainst(machine, a, b) ?? optionAgainst(machine, b, a);
  const [x, y] = option ?? [counted(machine, a), counted(machine, b)];
  if (isArray(x) || isArray(y)) return comparedArrays(machine, op, x, y);
  const [p, q] = [asNumber(x), asNumber(y)];
  if (p && q && /^[=!]=$/.test(operator)) demandWidth(machine.inputs, p, q);
  if (p && q && p.value !== q.value && /^[=!]=$/.test(operator)) {
    if (p.of && q.integer) machine.inputs.mismatched.push({ ...p.of, value: q.value });
    if (q.of && p.integer) machine.inputs.mismatched.push({ ...q.of, value: p.value });
  }
  machine.inputs.last.sizes = comparedSizes(x, y) ?? machine.inputs.last.sizes;
  if (p && q) {
    const holds = ordered(operator, p.value, q.value);
    wishFor(machine.inputs, operator, holds, p, q);
    return boolean(holds);
  }
  if (x.kind === 'text' && y.kind === 'text' && operator !== '==' && operator !== '!=') return boolean(ordered(operator, x.value, y.value));
  if (/^[=!]=$/.test(operator)) wishForShape(machine.inputs, x, y);
  const sizes = operator === '==' || operator === '!=' ? sameSizes(machine, x, y) : null;
  if (sizes) return operator === '==' ? sizes : negated(machine, sizes);
  if (operator === '==') return boolean(equal(inFormat(machine, x), inFormat(machine, y)));
  if (operator === '!=' || operator === '<>') return boolean(!equal(inFormat(machine, x), inFormat(machine, y)));
  const first = inOrder(x, y);
  if (first !== null) return boolean(ordered(operator, first, 0));
  throw new Unreadable(`${describe(x)} ${operator} ${describe(y)}`);
}

/** A type of floats that says no more is the one that the loss is read in. */
function inFormat({ inputs }: Machine, value: Value): Value {
  return value.kind === 'dtype' && value.name === 'float' ? { ...value, name: inputs.format } : value;
}

/** Which of two tuples, or of two lists, of known numbers comes first: below 0, 0, or above; null for anything else. */
function inOrder(a: Value, b: Value): number | null {
  if (a.kind !== b.kind || (a.kind !== 'tuple' && a.kind !== 'list')) return null;
  const [left, right] = [a, b].map((sequence) => (itemsOf(sequence) ?? []).map(asNumber));
  if (!left || !right || [...left, ...right].some((one) => one === null || one.node !== null)) return null;
  const gaps = left.map((one, i) => (one && right[i] ? one.value - right[i].value : 0));
  return gaps.find((gap) => gap !== 0) ?? left.length - right.length;
}

/** A free parameter compared with a string, None or a boolean is an option; it takes the first value it is compared with. */
function optionAgainst(machine: Machine, a: Value, b: Value): [Value, Value] | null {
  const origin = a.kind === 'text' || a.kind === 'boolean' ? a.origin : undefined;
  const literal = b.kind === 'text' || b.kind === 'boolean' ? b.value : undefined;
  if (literal === undefined) return null;
  if (origin !== undefined) machine.trace.decides(origin, literal);
  return a.kind === 'free' ? [machine.inputs.option(a.path, literal), b] : null;
}

function comparedArrays(machine: Machine, op: string, a: Value, b: Value): Value {
  const numeric = [a, b].every((value) => isArray(value) || asNumber(value) || itemsOf(value));
  if (!numeric && [a, b].some((value) => value.kind === 'opaque')) throw new Unreadable('whether an unread value is a certain one');
  if (!numeric && (op === 'equal' || op === 'not_equal')) return boolean(op === 'not_equal');
  return machine.apply(op, [a, b]);
}

function identical(machine: Machine, a: Value, b: Value): Value {
  for (const value of [a, b]) if (value.kind === 'opaque') throw new Unreadable('whether an unread value is None');
  if (a.kind === 'free' && b.kind === 'boolean') return boolean(same(machine.inputs.option(a.path, b.value), b));
  if (a.kind === 'free' && b.kind === 'free' && a.path !== b.path) machine.inputs.compared.push({ path: a.path, with: b.path });
  if (a.kind === 'none' && b.kind === 'none' && a.origin !== undefined) machine.inputs.askedAbsent(a.origin);
  if (a.kind === 'free' && b.kind === 'none') machine.inputs.compared.push({ path: a.path, with: null });
  return boolean(same(a, b));
}

function negated(machine: Machine, value: Value): Value {
  return value.kind === 'tensor' ? machine.apply('logical_not', [value]) : boolean(!(value.kind === 'boolean' && value.value));
}

/** A filter by what names of variables contain is met by those that a loss is about. */
export function isNameOfVariable(value: Value): boolean {
  return value.kind === 'free' && VARIABLE_NAME.test(value.path);
}

const VARIABLE_NAME = /\.(trainable_variables|trainable_weights|variables)\[\d+\]\.(name|path)$/;

function ordered(operator: string, a: number | string, b: number | string): boolean {
  switch (operator) {
    case '==':
      return a === b;
    case '<':
      return a < b;
    case '<=':
      return a <= b;
    case '>':
      return a > b;
    case '>=':
      return a >= b;
    default:
      return a !== b;
  }
}

function bits(operator: string, a: Value, b: Value): Value | null {
  const [x, y] = [asNumber(a), asNumber(b)];
  if (!x || !y) return null;
  const value = operator === '&' ? x.value & y.value : operator === '|' ? x.value | y.value : x.value ^ y.value;
  if (a.kind === 'boolean' && b.kind === 'boolean') return boolean(value !== 0);
  return { kind: 'number', value, integer: true, node: null };
}

/** `+` and `*` of strings, tuples and lists, `%` of strings, `|` of dicts. */
function sequences(machine: Machine, operator: string, a: Value, b: Value): Value | null {
  if (a.kind === 'text' && b.kind === 'text' && operator === '+') return text(a.value + b.value);
  if (a.kind === 'text' && operator === '%') return text(filledIn(a.value, b.kind === 'tuple' ? b.items : [b]));
  if (a.kind === 'tuple' && b.kind === 'tuple' && operator === '+') return tuple([...a.items, ...b.items]);
  if (a.kind === 'list' && b.kind === 'list' && operator === '+')
    return { kind: 'list', cell: machine.journal.cell([...a.cell.value, ...b.cell.value]) };
  const modules = a.kind === 'object' && a.library === 'module_list' ? a.attributes.value.get('items') : undefined;
  if (modules && operator === '+') {
    const items: Value = { kind: 'list', cell: machine.journal.cell([...(itemsOf(modules) ?? []), ...iterate(machine, b)]) };
    return { ...(a as ObjectValue), attributes: machine.journal.cell(new Map([['items', items]])) };
  }
  if (a.kind === 'dict' && b.kind === 'dict' && operator === '|')
    return { kind: 'dict', cell: machine.journal.cell(new Map([...a.cell.value, ...b.cell.value])) };
  if (operator !== '*') return null;
  return repeated(machine, a, b) ?? repeated(machine, b, a);
}

/** `"conv%dd" % 2` where every part is a known string or integer; otherwise the pattern itself, which names nothing. */
function filledIn(pattern: string, values: readonly Value[]): string {
  const words = values.map(wordOf);
  let next = 0;
  return words.every((word) => word !== undefined) ? pattern.replace(/%[sdi]/g, (mark) => words[next++] ?? mark) : pattern;
}

function repeated(machine: Machine, sequence: Value, times: Value): Value | null {
  const items = itemsOf(sequence);
  if (!items || times.kind !== 'number' || !times.integer || times.value > 4096) return null;
  const result = Array.from({ length: Math.max(0, times.value) }, () => items).flat();
  return sequence.kind === 'tuple' ? tuple(result) : { kind: 'list', cell: machine.journal.cell(result) };
}
