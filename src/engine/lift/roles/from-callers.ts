import { interval } from '../../ir/domain';
import type { PyNode } from '../../syntax/python/node';
import type { LineIndex } from '../../text/line-index';
import { atLine } from './evidence';
import type { GuardFinding } from './from-guards';
import { roleOfName } from './names';

/** A function whose calls in its own file are looked at. */
export interface Called {
  readonly definition: PyNode;
  readonly name: string;
  /** Whether it is called as a method of its own class. */
  readonly method: boolean;
}

const DEEPEST = 8;

/** The domain of probabilities, where that is what every call in the file gives for a parameter; null where none or one gives something else. */
export function passedDomain({ definition, name, method }: Called, parameter: string, lines: LineIndex): GuardFinding | null {
  const place = placeOf(definition, parameter) - (method ? 1 : 0);
  const calls = place < 0 ? [] : callsTo(definition, method ? `self.${name}` : name);
  const [first] = calls;
  if (!first) return null;
  const given = calls.map((call) => argumentAt(call, parameter, place));
  return given.every((value) => value !== null && isProbability(value, 0))
    ? { domain: interval(0, 1), because: `each call in the file gives it probabilities, as${atLine(lines.lineAt(first.start))}` }
    : null;
}

function rootOf(node: PyNode): PyNode {
  return node.parent ? rootOf(node.parent) : node;
}

/** The calls of a function outside of itself. */
function callsTo(definition: PyNode, callee: string): readonly PyNode[] {
  const calls = callsIn(rootOf(definition)).get(callee) ?? [];
  return calls.filter(({ start, end }) => start < definition.start || end > definition.end);
}

/** The calls in a file by what is called, looked for once. */
function callsIn(root: PyNode): ReadonlyMap<string, readonly PyNode[]> {
  const before = known.get(root);
  if (before) return before;
  const calls = new Map<string, PyNode[]>();
  const visit = (node: PyNode): void => {
    const callee = node.type === 'call' ? node.field('function')?.text : undefined;
    const others = callee === undefined ? undefined : calls.get(callee);
    if (others) others.push(node);
    else if (callee !== undefined) calls.set(callee, [node]);
    node.children.forEach(visit);
  };
  visit(root);
  known.set(root, calls);
  return calls;
}

const known = new WeakMap<PyNode, ReadonlyMap<string, readonly PyNode[]>>();

function placeOf(definition: PyNode, parameter: string): number {
  const names = definition.field('parameters')?.children.map((one) => /^\w+/.exec(one.text)?.[0] ?? '') ?? [];
  return names.indexOf(parameter);
}

function argumentAt(call: PyNode, parameter: string, place: number): PyNode | null {
  const given = call.field('arguments')?.children ?? [];
  const named = given.find((one) => one.type === 'keyword_argument' && one.field('name')?.text === parameter);
  if (named) return named.field('value');
  const [before, own] = [given.slice(0, place), given[place]];
  const plain = [...before, own].every((one) => one !== undefined && !/^(keyword_argument|list_splat|dictionary_splat)$/.test(one.type));
  return plain ? (own ?? null) : null;
}

/** Functions and methods whose results lie between 0 and 1. */
const SQUASHES = /^(hard_?)?sigmoid_?$|^softmax$/i;

/** Methods and functions that hand on, or choose among, the elements of what they are called of. */
const HANDS_ON =
  /^(detach|float|double|half|to|cpu|cuda|clone|contiguous|view|reshape|flatten|permute|transpose|t|squeeze|unsqueeze|expand|gather|index_select|take|max|min|mean|type_as)$/;

/** Whether an expression is one of probabilities, by what it is made of or, at its ends, by what it is called. */
function isProbability(node: PyNode, depth: number): boolean {
  if (depth > DEEPEST) return false;
  const inner = (one: PyNode | null | undefined): boolean => one !== null && one !== undefined && isProbability(one, depth + 1);
  switch (node.type) {
    case 'identifier':
      return isNamed(node, depth);
    case 'attribute':
      return saysProbability(node.text);
    case 'integer':
    case 'float':
      return Number(node.text) >= 0 && Number(node.text) <= 1;
    case 'subscript':
      return inner(node.field('value'));
    case 'parenthesized_expression':
      return inner(node.children[0]);
    case 'binary_operator':
      return ofOperator(node, inner);
    case 'call':
      return ofCall(node, inner);
    default:
      return false;
  }
}

/** A product of probabilities, or what is left of 1. */
function ofOperator(node: PyNode, inner: (one: PyNode | null) => boolean): boolean {
  const [left, right] = [node.field('left'), node.field('right')];
  if (node.operator === '*') return inner(left) && inner(right);
  return node.operator === '-' && /^1(\.0*)?$/.test(left?.text ?? '') && inner(right);
}

function ofCall(node: PyNode, inner: (one: PyNode | undefined | null) => boolean): boolean {
  const callee = node.field('function');
  const name = callee?.text.split('.').pop() ?? '';
  if (SQUASHES.test(name)) return true;
  if (!HANDS_ON.test(name)) return false;
  const receiver = callee?.field('object') ?? null;
  const isModule = receiver === null || /^(torch|np|numpy|jnp|tf|F)$/.test(receiver.text);
  return inner(isModule ? node.field('arguments')?.children[0] : receiver);
}

/** What is assigned to a name around the call; where nothing is, its name tells. */
function isNamed(node: PyNode, depth: number): boolean {
  const scope = scopeOf(node);
  const assigned = assignmentsIn(scope, node.text);
  const told = saysProbability(node.text);
  return assigned.length > 0 ? assigned.every((one) => told || isProbability(one, depth + 1)) : told;
}

/** Whether a word, and no single letter, says that something is a probability. */
function saysProbability(name: string): boolean {
  return /prob/i.test(name) && roleOfName(name)?.expects === 'probabilities';
}

function scopeOf(node: PyNode): PyNode {
  return node.type === 'function_definition' || !node.parent ? node : scopeOf(node.parent);
}

function assignmentsIn(node: PyNode, name: string): PyNode[] {
  const right = node.type === 'assignment' && node.field('left')?.text === name ? node.field('right') : null;
  return [...(right ? [right] : []), ...node.children.flatMap((child) => assignmentsIn(child, name))];
}
