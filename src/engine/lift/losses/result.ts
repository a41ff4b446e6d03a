import type { Expression } from '../../ir/expression';
import { ShapeError } from '../../numerics/signature';
import { Unreadable } from '../state/unreadable';
import type { PyNode } from '../../syntax/python/node';
import type { Machine } from '../machine';
import { expressionOf } from '../values/tensor';
import type { ObjectValue, Value } from '../values/value';
import { returnsOf } from './returned';

/** Entries of a returned dict that are the total. */
const TOTAL = /^(loss|total_loss|total|losses|loss_total)$/;

/** What a loss returns as a number, and how Python takes it out of all that is returned; null where no subscript does. */
export interface Result {
  readonly node: Expression;
  readonly part: string | null;
}

/**
 * The node that a loss returns: of several values the one that is returned under the name of a loss, else the first; of a dict the
 * one called `loss`, else the sum of its entries. Null when it is not a number.
 */
export function resultOf(machine: Machine, value: Value, definition: PyNode | null = null): Result | null {
  try {
    const chosen = namedPart(machine, value, definition) ?? mainPart(machine, value);
    if (!chosen || (chosen.value.kind === 'opaque' && chosen.value.inputs.length === 0 && !chosen.value.node.value)) return null;
    const node = expressionOf(machine, chosen.value);
    return machine.graph.isWhole(node) ? { node, part: chosen.part } : null;
  } catch (error) {
    if (error instanceof Unreadable || error instanceof ShapeError) return null;
    throw error;
  }
}

/**
 * Whether a value that was read holds no number anywhere: a string, a function, an object made of these. What returns one is no
 * loss, whatever its name.
 */
export function isNumberless(value: Value): boolean {
  switch (value.kind) {
    case 'text':
    case 'function':
    case 'class':
    case 'dtype':
    case 'module':
      return true;
    case 'tuple':
      return value.items.length > 0 && value.items.every(isNumberless);
    case 'object':
      return value.model !== null && value.attributes.value.size > 0 && [...value.attributes.value.values()].every(isNumberless);
    default:
      return false;
  }
}

/** The loss among the attributes of an object that is returned: a dataclass of results; of one named for a loss, its value. */
function attributeOf(machine: Machine, { attributes, model }: ObjectValue): Part | null {
  const named = /loss/i.test(model?.name ?? '');
  const entries = [...attributes.value];
  const found =
    entries.find(([name]) => TOTAL.test(name)) ??
    (named ? entries.find(([name]) => name === 'value') : undefined) ??
    entries.find(([name]) => /_loss$/.test(name));
  return found ? within(`.${found[0]}`, mainPart(machine, found[1])) : null;
}

interface Part {
  readonly value: Value;
  readonly part: string | null;
}

function within(at: string, inner: Part | null): Part | null {
  return inner && { value: inner.value, part: inner.part === null ? null : at + inner.part };
}

/** Of several values, the first of which is none by its name, the total, or the first that is called a loss where they are returned. */
function namedPart(machine: Machine, value: Value, definition: PyNode | null): Part | null {
  if (value.kind !== 'tuple' || !definition) return null;
  const names = namesReturned(definition).filter((one) => one.length === value.items.length);
  const [last = []] = names.slice(-1);
  if (LOSS.test(last[0] ?? '')) return null;
  const total = last.findIndex((name) => TOTAL.test(name));
  const at = total < 0 ? last.findIndex((name) => LOSS.test(name)) : total;
  const item = value.items[at];
  return item ? within(`[${at}]`, mainPart(machine, item)) : null;
}

const LOSS = /(^|_)(loss|losses)($|_)/i;

/** The names of what each `return` of a definition returns beside one another, empty for what has none. */
function namesReturned(definition: PyNode): string[][] {
  return [...returnsOf(definition)]
    .filter(({ type }) => /^(expression_list|tuple)$/.test(type))
    .map(({ children }) => children.map(({ type, text }) => (type === 'identifier' ? text : '')));
}

function mainPart(machine: Machine, value: Value): Part | null {
  if (value.kind === 'object') return attributeOf(machine, value);
  if (value.kind === 'tuple' || value.kind === 'list') {
    const items = value.kind === 'tuple' ? value.items : value.cell.value;
    return items.map((item, i) => within(`[${i}]`, mainPart(machine, item))).find((item) => item !== null) ?? null;
  }
  if (value.kind !== 'dict') return ['tensor', 'number', 'free', 'opaque', 'boolean'].includes(value.kind) ? { value, part: '' } : null;
  const entries = [...value.cell.value.values()];
  for (const { key, value: entry } of entries)
    if (key.kind === 'text' && TOTAL.test(key.value)) return within(`[${JSON.stringify(key.value)}]`, mainPart(machine, entry));
  const parts = entries.map((entry) => mainPart(machine, entry.value)).filter((part) => part !== null);
  const [first, ...rest] = parts;
  return first ? { value: total(machine, [first, ...rest]), part: null } : null;
}

/** What several losses add up to; where their shapes differ, that of their sums. */
function total(machine: Machine, parts: readonly Part[]): Value {
  const values = parts.map(({ value }) => value);
  const shapes = new Set(values.map((value) => expressionOf(machine, value).shape.join()).filter((shape) => shape !== ''));
  const alike = shapes.size < 2;
  const summed = alike ? values : values.map((value) => machine.apply('sum', [value], { axes: null, keepdims: false }));
  return summed.reduce((sum, value) => machine.apply('add', [sum, value]));
}
