import type { PyNode } from '../../syntax/python/node';
import type { Frame, Machine } from '../machine';
import { float, type ModuleModel, type Value } from '../values/value';

/** Runs an import statement: binds its names in the frame's scope. */
export function importInto(machine: Machine, statement: PyNode, frame: Frame): void {
  const names = new Map(frame.scope.names.value);
  for (const [name, value] of importsOf(machine, statement, frame.module)) names.set(name, value);
  machine.journal.set(frame.scope.names, names);
}

/** What an import statement binds, by name; with a name only that, so that nothing else is looked up. */
export function importsOf(machine: Machine, statement: PyNode, module: ModuleModel, only?: string): Map<string, Value> {
  const result = new Map<string, Value>();
  const from = statement.field('module_name');
  const base = from ? absolute(from, module) : '';
  for (const name of statement.fieldAll('name')) {
    const dotted = (name.field('name') ?? name).text;
    const alias = name.field('alias')?.text;
    const top = dotted.split('.', 1)[0] ?? dotted;
    const bound = alias ?? (from ? dotted : top);
    if (only !== undefined && bound !== only) continue;
    if (from) result.set(bound, imported(machine, base.endsWith('.') ? base + dotted : `${base}.${dotted}`));
    else result.set(bound, alias === undefined ? { kind: 'library', name: top } : imported(machine, dotted));
  }
  return result;
}

/** The dotted names of all modules that a file imports. */
export function importedModules(root: PyNode): string[] {
  const result: string[] = [];
  const visit = (node: PyNode): void => {
    if (node.type === 'import_statement') result.push(...node.fieldAll('name').map((name) => (name.field('name') ?? name).text));
    else if (node.type === 'import_from_statement') result.push(node.field('module_name')?.text ?? '');
    else if (node.type !== 'expression_statement') node.children.forEach(visit);
  };
  visit(root);
  return result;
}

/** The function of a library that a method of its tensors is, where the library is told in Python; null where none is. */
export function toldMethod(machine: Machine, name: string): Value | null {
  const found = machine.library.framework.id === 'torch' ? told(machine, `torch.${name}`) : null;
  return found?.kind === 'function' ? found : null;
}

/** Where a file lies: its path, null for the file under analysis, and its dotted name. */
type Place = Pick<ModuleModel, 'path' | 'dotted'>;

/** The absolute dotted names of all that a file imports, a name out of a module with that module: each may be a file. */
export function importedPlaces(root: PyNode, place: Place): string[] {
  const visit = (node: PyNode): string[] => {
    const names = node.fieldAll('name').map((name) => (name.field('name') ?? name).text);
    if (node.type === 'import_statement') return names;
    if (node.type !== 'import_from_statement') return node.type === 'expression_statement' ? [] : node.children.flatMap(visit);
    const from = node.field('module_name');
    const base = from ? absolute(from, place) : '';
    return [base, ...names.map((name) => (base.endsWith('.') ? base + name : `${base}.${name}`))];
  };
  return visit(root);
}

/** A name of the workspace or of a library, by its absolute dotted name. */
export function imported(machine: Machine, dotted: string): Value {
  if (FLAGS.test(dotted)) return machine.inputs.open('FLAGS');
  const canonical = machine.library.canonical(dotted);
  const known = machine.library.knows(dotted) || STANDARD.test(dotted);
  const constant = machine.library.constant(canonical);
  if (constant !== null) return float(constant);
  if (known) return told(machine, canonical) ?? { kind: 'library', name: canonical };
  const { container, name } = cut(dotted);
  const parent = container === '' ? null : machine.workspace.module(container);
  const value = parent ? moduleMember(machine, parent, name) : null;
  const renamed = canonical !== dotted && STANDARD.test(canonical);
  if (value && !(renamed && (value.kind === 'module' || value.kind === 'library'))) return value;
  if (renamed) return { kind: 'library', name: canonical };
  const whole = machine.workspace.module(dotted);
  if (whole) return { kind: 'module', model: whole };
  return told(machine, canonical) ?? { kind: 'library', name: canonical };
}

/** A function or class of a library that is told in Python, or null. */
function told(machine: Machine, canonical: string): Value | null {
  const { container, name } = cut(canonical);
  const model = container === '' ? null : machine.workspace.told(container);
  return model?.definitions.get(name) ? moduleMember(machine, model, name) : null;
}

/** A top-level name of a module, evaluated when first asked for; null when the module does not define it. */
export function moduleMember(machine: Machine, module: ModuleModel, name: string): Value | null {
  const own = ownMember(machine, module, name);
  if (own || !module.definitions.get('*') || machine.workspace.lacks(module, name)) return own;
  const value = wildcardMember(machine, module, name, new Set([module]));
  if (!value) machine.workspace.lack(module, name);
  return value;
}

function ownMember(machine: Machine, module: ModuleModel, name: string): Value | null {
  const known = module.scope.names.value.get(name);
  if (known) return known;
  const statement = module.definitions.get(name)?.at(-1);
  return statement ? machine.define(statement, name, module) : null;
}

/** A name out of the modules that a module imports whole, and those that they import whole, each looked through once. */
function wildcardMember(machine: Machine, module: ModuleModel, name: string, seen: Set<ModuleModel>): Value | null {
  for (const wildcard of module.definitions.get('*') ?? []) {
    const from = wildcard.field('module_name');
    const dotted = from ? absolute(from, module) : '';
    if (machine.library.knows(`${dotted}.${name}`)) return imported(machine, `${dotted}.${name}`);
    const source = from ? machine.workspace.module(dotted) : null;
    if (!source || seen.has(source)) continue;
    seen.add(source);
    const value = ownMember(machine, source, name) ?? wildcardMember(machine, source, name, seen);
    if (value) return value;
  }
  return null;
}

/**
 * The dotted name of an imported module. Relative names are kept relative to the file under analysis (`.losses`), whose own
 * place nobody knows; those of an imported file are resolved against its name.
 */
function absolute(from: PyNode, module: Place): string {
  const prefix = from.type === 'relative_import' ? (from.children.find((child) => child.type === 'import_prefix')?.text ?? '') : '';
  if (prefix === '') return from.text;
  const rest = from.text.slice(prefix.length).trim();
  let dots = module.path === null ? 1 : (/^\.*/.exec(module.dotted)?.[0].length ?? 0);
  const parts = module.path === null ? [] : module.dotted.split('.').filter((part) => part !== '');
  if (module.path !== null && !/__init__\.py$/.test(module.path)) parts.pop();
  for (let up = prefix.length - 1; up > 0; up--) if (parts.pop() === undefined) dots++;
  return '.'.repeat(dots) + [...parts, ...(rest === '' ? [] : [rest])].join('.');
}

/** A dotted name cut before its last part; what is left of `.losses` is the package `.`. */
function cut(dotted: string): { readonly container: string; readonly name: string } {
  const [, container = '', name = dotted] = /^(.*?)\.?([^.]*)$/.exec(dotted) ?? [];
  return { container: /^\.*$/.test(container) ? dotted.slice(0, dotted.length - name.length) : container, name };
}

/** Settings of the command line: as free as those that are passed in. */
const FLAGS = /(^|\.)(flags|absl)\.FLAGS$/;

/** Modules of Python itself and the cores of the libraries, which no workspace holds. */
const STANDARD =
  /^(torch|tensorflow|jax|numpy|keras(?!\.src)|builtins|math|cmath|functools|itertools|typing|collections|operator|abc|enum|dataclasses|warnings|logging|contextlib|copy|os|sys|re|time|random|inspect|types|numbers|string|json|pathlib|io|gc|platform|traceback|statistics|__future__)(\.|$)/;
