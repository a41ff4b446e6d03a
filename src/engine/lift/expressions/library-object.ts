import { bind } from '../calls/signature-text';
import type { Machine } from '../machine';
import { imported } from '../modules/imports';
import type { ObjectValue, Value } from '../values/value';

/** An attribute of an instance of a library's class: what it tells of itself, or what it was constructed with; null where it is a method. */
export function ofLibraryObject(machine: Machine, value: ObjectValue, name: string, depth: number): Value | null {
  return toldOf(machine, value, name, depth) ?? givenTo(machine, value, name);
}

/** What an instance of a library's class tells of itself by a function in Python, of what it was constructed with. */
function toldOf(machine: Machine, { library, constructed }: ObjectValue, name: string, depth: number): Value | null {
  const told = library === null || constructed === null ? null : machine.workspace.told(library);
  return told?.definitions.get(name) && constructed ? machine.call(imported(machine, `${library}.${name}`), constructed, depth) : null;
}

/** What an instance of a library's class was constructed with, or the default. */
function givenTo(machine: Machine, { library, constructed }: ObjectValue, name: string): Value | null {
  const spelled = library === null ? null : machine.library.class(library);
  if (!spelled || !constructed || (spelled.methods && Object.hasOwn(spelled.methods, name))) return null;
  const specs = machine.library.signature(spelled.parameters);
  if (!specs.some((spec) => spec.name === name && spec.kind !== 'args' && spec.kind !== 'kwargs')) return null;
  const given = bind(specs, constructed, library ?? '').get(name);
  return given ?? null;
}
