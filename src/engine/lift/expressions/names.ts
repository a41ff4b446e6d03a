import type { PyNode } from '../../syntax/python/node';
import { CONVENTIONAL_NAMES } from '../../frameworks/index';
import type { Frame, Machine } from '../machine';
import { isBuiltin, PYTHON_VALUES } from '../calls/builtins';
import { moduleMember } from '../modules/imports';
import { modelOr } from '../modules/unread-model';
import { holderOf } from '../state/scope';
import { Raised, Unreadable } from '../state/unreadable';
import type { Value } from '../values/value';

/** The value of a name: of the scopes around, of the module, of Python itself. Throws Unreadable for a name that nothing binds. */
export function lookUp(machine: Machine, node: PyNode, frame: Frame): Value {
  const name = node.text;
  const holder = holderOf(frame.scope, name);
  const bound = holder?.names.value.get(name) ?? moduleMember(machine, frame.module, name) ?? pythonName(name);
  if (!bound && isAssigned(frame.scope.of, name)) throw new Raised(`${name} is not assigned`);
  const known = bound ?? conventional(name);
  const found = known ? modelOr(known, name) : null;
  if (!found) throw new Unreadable(`nothing defines ${name}`);
  return found.kind === 'free' ? (machine.inputs.child(found.path) ?? found) : found;
}

/** Whether a function assigns a name somewhere: where it is not bound, Python raises. */
function isAssigned(node: PyNode | undefined, name: string): boolean {
  return node !== undefined && /^\w+$/.test(name) && new RegExp(`^[ \\t]+([\\w, ]*, *)?${name}( *,[\\w, ]*)? = `, 'm').test(node.text);
}

function pythonName(name: string): Value | null {
  if (Object.hasOwn(PYTHON_VALUES, name)) return PYTHON_VALUES[name] ?? null;
  const now = Object.hasOwn(OLDER, name) ? (OLDER[name] ?? name) : name;
  return isBuiltin(now) ? { kind: 'library', name: `builtins.${now}` } : null;
}

/** Names of Python 2, which code of its time still mentions. */
const OLDER: Readonly<Record<string, string>> = { long: 'int', unicode: 'str', basestring: 'str', xrange: 'range' };

function conventional(name: string): Value | null {
  const module = Object.hasOwn(CONVENTIONAL_NAMES, name) ? CONVENTIONAL_NAMES[name] : undefined;
  return module === undefined ? null : { kind: 'library', name: module };
}
