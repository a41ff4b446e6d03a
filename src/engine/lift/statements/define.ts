import type { PyNode } from '../../syntax/python/node';
import type { Frame, Machine } from '../machine';
import { functionOf } from '../calls/function-of';
import { parametersOf } from '../calls/parameters';
import { positional } from '../values/arguments';
import type { Arguments, Value } from '../values/value';
import { Found } from '../state/unreadable';
import { classModel } from '../modules/class-model';
import { setName } from './assign';

/** `def`, with its decorators applied. */
export function define(machine: Machine, node: PyNode, frame: Frame): void {
  const definition = node.field('definition') ?? node;
  const name = definition.field('name')?.text;
  if (name === undefined) return;
  const value = defined(machine, node, frame);
  const { sought } = machine;
  if (definition === sought.node) sought.value = value;
  setName(machine, frame, name, value);
  if (sought.deep && sought.value) throw new Found(name);
  if (sought.deep && sought.node && holds(definition, sought.node)) machine.call(value, freeArguments(definition), frame.depth + 1);
}

/** Whether a definition stands inside another one, of the same file. */
function holds(outer: PyNode, { parent }: PyNode): boolean {
  return parent !== null && (parent === outer || holds(outer, parent));
}

/** Arguments of which nothing is known, for what has none by default. */
export function freeArguments(definition: PyNode, skipped = 0): Arguments {
  const open = parametersOf(definition)
    .slice(skipped)
    .filter((one) => (one.kind === 'plain' || one.kind === 'keyword') && !one.default);
  const free = ({ name }: { readonly name: string }): Value => ({ kind: 'free', path: name });
  return {
    positional: open.filter(({ kind }) => kind === 'plain').map(free),
    keywords: new Map(open.filter(({ kind }) => kind === 'keyword').map((one) => [one.name, free(one)])),
  };
}

/** The value of a definition: a function or class, as its decorators make it. */
export function defined(machine: Machine, node: PyNode, frame: Frame): Value {
  const definition = node.field('definition') ?? node;
  const decorators = node.type === 'decorated_definition' ? node.children.filter((child) => child.type === 'decorator') : [];
  const bare: Value =
    definition.type === 'class_definition'
      ? { kind: 'class', model: classModel(definition, frame.module, frame.scope, decorators) }
      : functionOf(machine, definition, frame);
  return decorate(machine, bare, decorators, frame);
}

/** Applies decorators, the last one first; one that is not read leaves the definition as it is only if it is known to be harmless. */
function decorate(machine: Machine, bare: Value, decorators: readonly PyNode[], frame: Frame): Value {
  return [...decorators].reverse().reduce((value, decorator) => {
    const expression = decorator.children[0];
    if (!expression || INERT.test(expression.text)) return value;
    const wrapper = machine.evaluate(expression, frame);
    if (wrapper.kind === 'opaque' || wrapper.kind === 'class' || wrapper.kind === 'object') return value;
    const result = machine.call(wrapper, positional(value), frame.depth);
    return result.kind === 'opaque' || result.kind === 'none' ? value : result;
  }, bare);
}

/** `class`. */
export function defineClass(machine: Machine, node: PyNode, frame: Frame): void {
  const name = node.field('name')?.text;
  if (name !== undefined) setName(machine, frame, name, defined(machine, node, frame));
}

/** Decorators that the class model reads, or that register a definition without changing it. */
const INERT =
  /^(staticmethod|classmethod|property|\w*\.?setter|(dataclasses\.)?dataclass\b|(abc\.)?abstractmethod|typing\.\w+|overload|override|final)|register|export|deprecat|lru_cache|\.cache\b|jit\b|\.def[jv][vj]p$/;
