import type { PyNode } from '../../syntax/python/node';

/** What picks one thing out of several: a place, or the key of a dict. */
export type Key = number | string;

/** One statement that gives a name a value. */
export interface Binding {
  /** The expression; null where it is none, as the name of a file that is opened. */
  readonly value: PyNode | null;
  /** Where in the expression's value it is. */
  readonly path: readonly Key[];
  readonly statement: PyNode;
  /** Whether only a part of what the name stands for is written. */
  readonly partial: boolean;
}

const SCOPES: ReadonlySet<string> = new Set(['function_definition', 'lambda', 'class_definition', 'module']);

/** The function, class or file that a node stands in. */
export function scopeOf(node: PyNode): PyNode {
  return !node.parent || SCOPES.has(node.parent.type) ? (node.parent ?? node) : scopeOf(node.parent);
}

/** The nearest function or class of a kind around a node. */
export function enclosing(node: PyNode, type: 'function_definition' | 'class_definition'): PyNode | null {
  if (!node.parent) return null;
  return node.parent.type === type ? node.parent : enclosing(node.parent, type);
}

const known = new WeakMap<PyNode, ReadonlyMap<string, readonly Binding[]>>();

/** What a scope binds, by name (`x`, `self.x`), in the order of the text; nested scopes left out. */
export function bindingsIn(scope: PyNode): ReadonlyMap<string, readonly Binding[]> {
  const before = known.get(scope);
  if (before) return before;
  const found = new Map<string, Binding[]>();
  const add = (name: string, binding: Binding): void => void found.set(name, [...(found.get(name) ?? []), binding]);
  for (const child of scope.children) collect(child, add);
  known.set(scope, found);
  return found;
}

type Add = (name: string, binding: Binding) => void;

function collect(node: PyNode, add: Add): void {
  if (SCOPES.has(node.type)) return;
  bind(node, add);
  for (const child of node.children) collect(child, add);
}

function bind(node: PyNode, add: Add): void {
  const [left, right] = [node.field('left'), node.field('right')];
  switch (node.type) {
    case 'assignment':
      return left && right ? assign(left, lastOf(right), [], node, add) : undefined;
    case 'augmented_assignment':
      return left ? add(left.text, { value: node, path: [], statement: node, partial: false }) : undefined;
    case 'for_statement':
    case 'for_in_clause':
      return left && right ? assign(left, right, [], node, add) : undefined;
    case 'named_expression':
      return add(node.field('name')?.text ?? '', { value: node.field('value'), path: [], statement: node, partial: false });
    case 'as_pattern':
      return node.children.slice(1).forEach(({ text }) => add(text, { value: null, path: [], statement: node, partial: false }));
    case 'call':
      return changed(node, add);
  }
}

/** The value at the end of `a = b = value`. */
function lastOf(right: PyNode): PyNode {
  const next = right.type === 'assignment' ? right.field('right') : null;
  return next ? lastOf(next) : right;
}

function assign(left: PyNode, value: PyNode, path: readonly Key[], statement: PyNode, add: Add): void {
  if (/^(pattern_list|tuple_pattern|list_pattern)$/.test(left.type))
    return left.children.forEach((one, i) => assign(one, value, [...path, i], statement, add));
  if (left.type === 'identifier' || left.type === 'attribute') return add(left.text, { value, path, statement, partial: false });
  const name = left.type === 'subscript' ? left.field('value')?.text : undefined;
  if (name !== undefined) add(`${name}[${keyOf(left) ?? ''}]`, { value, path, statement, partial: false });
  if (name !== undefined) add(name, { value, path, statement, partial: true });
}

/** `x.clamp_(0, 1)` gives `x` the value of the call. */
function changed(call: PyNode, add: Add): void {
  const callee = call.field('function');
  const name = callee?.type === 'attribute' ? callee.field('attribute')?.text : undefined;
  if (name === undefined || !/[a-z0-9]_$/.test(name) || call.parent?.type !== 'expression_statement') return;
  add(callee?.field('object')?.text ?? '', { value: call, path: [], statement: call, partial: false });
}

/** The key that a subscript writes down: a string or a whole number; null for any other. */
export function keyOf(subscript: PyNode): Key | null {
  const [, ...keys] = subscript.children;
  const [key] = keys;
  if (keys.length !== 1 || !key) return null;
  if (key.type === 'integer') return Number(key.text);
  return key.type === 'string' ? key.text.replace(/^\w*['"]+|['"]+$/g, '') : null;
}

/** The bindings of a name that may be in force where it is used, and whether what was there before them may be as well. */
export function reaching(use: PyNode, bindings: readonly Binding[]): { readonly found: readonly Binding[]; readonly open: boolean } {
  const before = bindings.filter(({ statement }) => statement.end <= use.start || isHeadOf(statement, use)).reverse();
  const last = before.findIndex((one) => !one.partial && isAlwaysRun(one.statement, use));
  const found = last < 0 ? before : before.slice(0, last + 1);
  const killer = before[last]?.statement;
  const after = bindings.filter(({ statement }) => statement.start > use.start && comesRound(statement, use, killer));
  return { found: [...after, ...found], open: last < 0 };
}

/** Whether a later statement of a loop comes before a use in its next round, and nothing else is assigned in between. */
function comesRound(statement: PyNode, use: PyNode, killer: PyNode | undefined): boolean {
  for (let loop = loopAround(use); loop; loop = loopAround(loop)) if (isWithin(statement, loop)) return !killer || !isWithin(killer, loop);
  return false;
}

/** Whether a node stands in the body of a loop. */
function isHeadOf(statement: PyNode, use: PyNode): boolean {
  if (statement.type === 'for_in_clause') return statement.parent !== null && isWithin(use, statement.parent);
  return statement.type === 'for_statement' && isWithin(use, statement.field('body') ?? use) && isWithin(use, statement);
}

function isAlwaysRun(statement: PyNode, use: PyNode): boolean {
  if (isHeadOf(statement, use)) return true;
  const block = statement.parent?.type === 'expression_statement' ? statement.parent.parent : statement.parent;
  return block !== null && isWithin(use, block);
}

function isWithin(node: PyNode, outer: PyNode): boolean {
  return node.start >= outer.start && node.end <= outer.end;
}

function loopAround({ parent }: PyNode): PyNode | null {
  if (!parent || SCOPES.has(parent.type)) return null;
  return /^(for|while)_statement$/.test(parent.type) ? parent : loopAround(parent);
}
