import { isNetwork } from '../calls/network';
import type { PyNode } from '../../syntax/python/node';
import type { Frame, Machine } from '../machine';
import { handedModule } from '../modules/handed-library';
import { placeIn } from '../place';
import { functionOf } from '../calls/function-of';
import { noticed } from '../state/noticed';
import { NothingThere, Unreadable } from '../state/unreadable';
import { iterate } from '../values/iterate';
import { distinct, itemsOf, keyOf } from '../values/plain';
import { opaque } from '../values/opaque';
import { NONE, text, tuple, type DictEntry, type Open, type Value, type Arguments } from '../values/value';
import { attribute } from './attribute';
import { comprehension, dictComprehension, summed } from './comprehension';
import { booleanOperator, comparison, conditional, negation } from './logic';
import { numberLiteral, stringLiteral } from './literals';
import { lookUp } from './names';
import { operate, operateAlone } from './operators';
import { index, subscriptOf } from './subscript';
import { setName } from '../statements/assign';

type Handler = (machine: Machine, node: PyNode, frame: Frame) => Value;

const inner: Handler = (machine, node, frame) => (node.children[0] ? machine.evaluate(node.children[0], frame) : NONE);

const BY_TYPE: Readonly<Record<string, Handler>> = {
  identifier: lookUp,
  integer: (machine, node) => numberLiteral(machine, node.text),
  float: (machine, node) => numberLiteral(machine, node.text),
  string: (machine, node, frame) => stringLiteral(machine, node, frame),
  concatenated_string: (machine, node, frame) => stringLiteral(machine, node, frame),
  true: () => ({ kind: 'boolean', value: true }),
  false: () => ({ kind: 'boolean', value: false }),
  none: () => NONE,
  ellipsis: () => ({ kind: 'ellipsis' }),
  parenthesized_expression: inner,
  list_splat: inner,
  type: inner,
  await: inner,
  yield: give,
  attribute: evaluateAttribute,
  subscript: (machine, node, frame) => {
    const { value, index: at } = subscriptOf(machine, node, frame);
    return attempt(machine, node, [value, at], () => index(machine, value, at, frame.depth));
  },
  slice: evaluateSlice,
  call: evaluateCall,
  binary_operator: evaluateBinary,
  unary_operator: (machine, node, frame) => {
    const argument = node.field('argument');
    const value = argument ? machine.evaluate(argument, frame) : NONE;
    return attempt(machine, node, [value], () =>
      operateAlone(machine, node.operator ?? '', value, argument?.type === 'identifier' ? argument.text : '', frame.depth),
    );
  },
  boolean_operator: booleanOperator,
  comparison_operator: comparison,
  not_operator: negation,
  conditional_expression: conditional,
  lambda: functionOf,
  tuple: (machine, node, frame) => tuple(elements(machine, node, frame)),
  expression_list: (machine, node, frame) => tuple(elements(machine, node, frame)),
  list: (machine, node, frame) => ({ kind: 'list', cell: machine.journal.cell<readonly Value[]>(elements(machine, node, frame)) }),
  set: (machine, node, frame) => setOf(elements(machine, node, frame)),
  dictionary: evaluateDictionary,
  list_comprehension: (machine, node, frame) => ({
    kind: 'list',
    cell: machine.journal.cell<readonly Value[]>(comprehension(machine, node, frame)),
  }),
  generator_expression: (machine, node, frame) => ({
    kind: 'list',
    cell: machine.journal.cell<readonly Value[]>(comprehension(machine, node, frame)),
  }),
  set_comprehension: (machine, node, frame) => setOf(comprehension(machine, node, frame)),
  dictionary_comprehension: dictComprehension,
  named_expression: (machine, node, frame) => {
    const name = node.field('name');
    const value = node.field('value');
    const result = value ? machine.evaluate(value, frame) : NONE;
    if (name) setName(machine, frame, name.text, result);
    return result;
  },
};

const HANDLERS: ReadonlyMap<string, Handler> = new Map(Object.entries(BY_TYPE));

/** A set holds equal numbers and strings once; tensors are all different. */
function setOf(items: readonly Value[]): Value {
  return tuple(items.every((item) => /^(number|text|boolean|none)$/.test(item.kind)) ? distinct(items) : items);
}

/** The value of an expression; what cannot be read is an opaque value. */
export function evaluate(machine: Machine, node: PyNode, frame: Frame): Value {
  const { trace } = machine;
  trace.step();
  const before = trace.enter(placeIn(node, frame));
  try {
    const handler = HANDLERS.get(node.type);
    if (handler) return handler(machine, node, frame);
    const why = node.type === 'ERROR' ? 'a syntax error' : `${node.type.replaceAll('_', ' ')} is not modelled`;
    return opaque(machine, excerpt(node), why, []);
  } catch (error) {
    return unread(machine, node, [], error);
  } finally {
    trace.leave(before);
  }
}

/** `yield x`, `yield from xs`: one more of what a generator gives. */
function give(machine: Machine, node: PyNode, frame: Frame): Value {
  if (!frame.given) throw new Unreadable('yield outside of a generator');
  const value = node.children[0] ? machine.evaluate(node.children[0], frame) : NONE;
  const whole = /^yield\s+from\b/.test(node.text);
  const more = whole ? itemsOf(value) : [value];
  const known = frame.given.value && more && frame.pending.length === 0;
  machine.journal.set(frame.given, known ? [...(frame.given.value ?? []), ...more] : null);
  return NONE;
}

/** Runs one evaluation; what it cannot read becomes an opaque value of the operands. */
function attempt(machine: Machine, node: PyNode, from: readonly Value[], action: () => Value): Value {
  try {
    return action();
  } catch (error) {
    return unread(machine, node, from, error);
  }
}

function unread(machine: Machine, node: PyNode, from: readonly Value[], error: unknown): Value {
  const why = noticed(machine, error);
  if (why === null) throw error;
  return opaque(machine, excerpt(node), why, from);
}

function excerpt(node: PyNode): string {
  const line = node.text.replace(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 57)}...` : line;
}

function evaluateAttribute(machine: Machine, node: PyNode, frame: Frame): Value {
  const object = node.field('object');
  const name = node.field('attribute');
  if (!object || !name) throw new Unreadable('an unfinished attribute');
  const value = handedModule(machine, object, machine.evaluate(object, frame));
  return attempt(machine, node, [value], () => {
    const found = attribute(machine, value, name.text, frame.depth);
    if (!found) throw new NothingThere(`nothing defines .${name.text}`, leftOut(value, name.text));
    return found;
  });
}

/** The argument of a constructor that is None by default and that an attribute is named after: given, it would be there. */
function leftOut(object: Value, name: string): Value {
  const { positional = [], keywords } = (object.kind === 'object' && object.constructed) || {};
  return [...positional, ...(keywords?.values() ?? [])].find((one) => one.kind === 'none' && one.origin === name) ?? object;
}

function evaluateSlice(machine: Machine, node: PyNode, frame: Frame): Value {
  const parts: Value[] = [NONE, NONE, NONE];
  let at = 0;
  const pieces = [
    ...node.children.map((child) => ({ start: child.start, child })),
    ...node.tokens.map((token) => ({ start: token.start, child: null })),
  ];
  for (const { child } of pieces.sort((a, b) => a.start - b.start)) {
    if (child) parts[at] = machine.evaluate(child, frame);
    else at++;
  }
  return { kind: 'slice', start: parts[0] ?? NONE, stop: parts[1] ?? NONE, step: parts[2] ?? NONE };
}

function evaluateBinary(machine: Machine, node: PyNode, frame: Frame): Value {
  const left = node.field('left');
  const right = node.field('right');
  if (!left || !right) throw new Unreadable('an unfinished expression');
  const a = machine.evaluate(left, frame);
  const b = machine.evaluate(right, frame);
  return attempt(machine, node, [a, b], () => operate(machine, node.operator ?? '', a, b, frame.depth));
}

function evaluateCall(machine: Machine, node: PyNode, frame: Frame): Value {
  const target = node.field('function');
  if (!target) throw new Unreadable('an unfinished call');
  if (target.text === 'super') return superOf(frame);
  const callee = machine.evaluate(target, frame);
  const list = node.field('arguments');
  if (callee.kind === 'library' && callee.name === 'builtins.sum' && list?.type === 'generator_expression')
    return summed(machine, list, frame);
  const args = argumentsOf(machine, list, frame);
  return machine.call(callee, args, frame.depth);
}

function superOf(frame: Frame): Value {
  if (!frame.owner || !frame.receiver) throw new Unreadable('super() outside a method');
  return { kind: 'super', owner: frame.owner, receiver: frame.receiver };
}

function argumentsOf(machine: Machine, list: PyNode | null, frame: Frame): Arguments {
  const args: Value[] = [];
  const keywords = new Map<string, Value>();
  let open: Open | undefined;
  if (list?.type === 'generator_expression') return { positional: [machine.evaluate(list, frame)], keywords };
  for (const child of list?.children ?? []) {
    const value = child.field('value') ?? child.children[0];
    if (child.type === 'keyword_argument' && value)
      keywords.set(child.field('name')?.text ?? '', machine.evaluate(child.field('value') ?? value, frame));
    else if (child.type === 'list_splat' && value) {
      const listed = machine.evaluate(value, frame);
      const path = openness(machine, listed);
      if (path !== undefined) open = { ...open, elements: { path, from: args.length } };
      args.push(...(isNetwork(listed) ? [listed] : iterate(machine, listed)));
    } else if (child.type === 'dictionary_splat' && value) {
      const entries = machine.evaluate(value, frame);
      const path = openness(machine, entries);
      if (path !== undefined) open = { ...open, entries: path };
      for (const [name, item] of spread(machine, entries)) keywords.set(name, item);
    } else args.push(machine.evaluate(child, frame));
  }
  return { positional: args, keywords, ...(open === undefined ? {} : { open }) };
}

/** What a call hands on of which not everything is known: the loss's own `**kwargs` or `*args`, or a parameter that is a dict. */
function openness(machine: Machine, value: Value): string | undefined {
  if (value.kind === 'free') return machine.inputs.isTensor(value.path) ? undefined : value.path;
  return value.kind === 'dict' || value.kind === 'tuple' ? value.open : undefined;
}

/** The entries of a dict; a parameter of which nothing is known brings none. */
function spread(machine: Machine, value: Value): [string, Value][] {
  if (value.kind === 'free' && !machine.inputs.isTensor(value.path)) {
    machine.inputs.object(value.path);
    return [];
  }
  if (value.kind !== 'dict') throw new Unreadable('** of something that is not a known dict');
  return [...value.cell.value.values()].map(({ key, value: item }) => [key.kind === 'text' ? key.value : '', item]);
}

/** `*x.shape[-2:]` comes from the parser as a subscript of `*x`. */
function elements(machine: Machine, node: PyNode, frame: Frame): Value[] {
  return node.children.flatMap((child) => {
    const starred = child.type === 'list_splat' ? child.children[0] : child.text.startsWith('*') ? child : null;
    return starred ? iterate(machine, machine.evaluate(starred, frame)) : [machine.evaluate(child, frame)];
  });
}

function evaluateDictionary(machine: Machine, node: PyNode, frame: Frame): Value {
  const entries = new Map<string, DictEntry>();
  let open: string | undefined;
  for (const child of node.children) {
    const [key, value] = [child.field('key'), child.field('value')];
    const splat = child.type === 'dictionary_splat' ? child.children[0] : null;
    if (splat) {
      const from = machine.evaluate(splat, frame);
      open ??= openness(machine, from);
      for (const [name, item] of spread(machine, from)) entries.set(`s:${name}`, { key: text(name), value: item });
    } else if (key && value) {
      const at = machine.evaluate(key, frame);
      entries.set(keyOf(at), { key: at, value: machine.evaluate(value, frame) });
    }
  }
  return { kind: 'dict', cell: machine.journal.cell<ReadonlyMap<string, DictEntry>>(entries), ...(open === undefined ? {} : { open }) };
}
