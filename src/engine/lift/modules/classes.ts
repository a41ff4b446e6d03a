import type { Frame, Machine } from '../machine';
import { functionOf } from '../calls/function-of';
import { parametersOf } from '../calls/parameters';
import { bind, type ParameterSpec } from '../calls/signature-text';
import { invoke } from '../calls/invoke';
import { Unreadable } from '../state/unreadable';
import type { PyNode } from '../../syntax/python/node';
import { integer } from '../values/value';
import type { Arguments, ClassModel, FunctionValue, Lineage, MethodModel, ObjectValue, Value } from '../values/value';

/** A class with its ancestors, nearest first. */
export function lineageOf(machine: Machine, model: ClassModel): Lineage {
  const known = machine.lineages.get(model);
  if (known) return known;
  const found = followed(machine, model, 0);
  machine.lineages.set(model, found);
  return found;
}

function followed(machine: Machine, model: ClassModel, depth: number): Lineage {
  const found = { classes: [model], libraries: [] as string[], unknown: [] as string[] };
  if (depth > 12) return found;
  const frame = classFrame(model);
  for (const base of model.bases) {
    const value = machine.evaluate(base, frame);
    const own = value.kind === 'class' ? ofLibrary(machine, value.model) : null;
    if (own !== null) found.libraries.push(own);
    else if (value.kind === 'class') {
      const above = machine.lineages.get(value.model) ?? followed(machine, value.model, depth + 1);
      found.classes.push(...above.classes);
      found.libraries.push(...above.libraries);
      found.unknown.push(...above.unknown);
    } else if (value.kind === 'library' && (machine.library.isBase(value.name) || HARMLESS.test(value.name)))
      found.libraries.push(value.name);
    else found.unknown.push(base.text);
  }
  return { ...found, classes: found.classes.filter((one, i) => !found.classes.includes(one, i + 1)) };
}

/** The name of a base of a library where its own source is at hand; null for any other class. */
function ofLibrary(machine: Machine, { name, module }: ClassModel): string | null {
  const parts = module.path?.replace(/(\/__init__)?\.py$/, '').split('/') ?? [];
  const names = parts.map((part, at) => (part === 'torch' ? [...parts.slice(at), name].join('.') : ''));
  return names.map((one) => machine.library.canonical(one)).find((one) => one === 'torch.nn.Module') ?? null;
}

/** Calls a class: a new object, its `__init__` run. Throws Unreadable, Raised. */
export function instantiate(machine: Machine, model: ClassModel, args: Arguments, depth: number): ObjectValue {
  const object: ObjectValue = { kind: 'object', model, library: null, constructed: args, attributes: machine.journal.cell(new Map()) };
  const lineage = lineageOf(machine, model);
  const constructor = methodIn(lineage.classes, '__init__');
  if (constructor) construct(machine, boundMethod(machine, constructor, object), args, depth);
  else if (lineage.classes.some((one) => one.dataclass)) fillFields(machine, lineage.classes, object, args);
  else if (lineage.libraries.length > 0) adopt(machine, lineage.libraries, object, args);
  else if (lineage.unknown.length === 0 && (args.positional.length > 0 || args.keywords.size > 0))
    throw new Unreadable(`${model.name} takes no arguments`);
  return object;
}

function construct(machine: Machine, constructor: FunctionValue, args: Arguments, depth: number): void {
  machine.trace.constructing++;
  try {
    invoke(machine, constructor, args, depth);
  } finally {
    machine.trace.constructing--;
  }
}

/** The members of an enumeration by name, or null for a class that is none. Members are their values: `Mode.MEAN` is `"mean"`. */
export function membersOf(machine: Machine, model: ClassModel): ReadonlyMap<string, Value> | null {
  const { libraries, classes } = lineageOf(machine, model);
  if (!libraries.some((name) => /^enum\./.test(name)) && !model.bases.some((base) => /Enum$/.test(base.text))) return null;
  const members = new Map<string, Value>();
  for (const one of classes) {
    for (const [name, assignment] of one.assignments) {
      const value = assignedIn(machine, one, name, assignment);
      if (value) members.set(name, value);
    }
  }
  return members;
}

/** The method or class attribute that an instance or the class itself sees, from a class of the lineage on; null when there is none. */
export function member(machine: Machine, classes: readonly ClassModel[], name: string, receiver: Value, depth: number): Value | null {
  const found = methodIn(classes, name);
  if (found) {
    const method = boundMethod(machine, found, receiver);
    return found.method.binding === 'property' ? invoke(machine, method, { positional: [], keywords: new Map() }, depth) : method;
  }
  for (const model of classes) {
    const assignment = model.assignments.get(name);
    const value = assignment && assignedIn(machine, model, name, assignment);
    if (value) return value;
  }
  return null;
}

/** What the body of a class assigns to a name; `enum.auto()` counts the names. */
function assignedIn(machine: Machine, model: ClassModel, name: string, assignment: PyNode): Value | null {
  const value = assignment.field('right');
  if (!value) return null;
  if (/^(enum\.)?auto\(\)$/.test(value.text)) return integer([...model.assignments.keys()].indexOf(name) + 1);
  return machine.evaluate(value, classFrame(model));
}

/** What a library's base class keeps of its constructor's arguments: each as an attribute of the same name. */
export function adopt(machine: Machine, libraries: readonly string[], object: ObjectValue, args: Arguments): void {
  const model = libraries.map((name) => machine.library.class(name)).find((one) => one !== null);
  const attributes = new Map(object.attributes.value);
  if (model)
    for (const [name, value] of bind(machine.library.signature(model.parameters), args, object.model?.name ?? 'the class'))
      attributes.set(name, value);
  else for (const [name, value] of args.keywords) attributes.set(name, value);
  machine.journal.set(object.attributes, attributes);
}

interface FoundMethod {
  readonly model: ClassModel;
  readonly method: MethodModel;
}

function methodIn(classes: readonly ClassModel[], name: string): FoundMethod | null {
  for (const model of classes) {
    const method = model.methods.get(name);
    if (method) return { model, method };
    if (model.assignments.has(name)) return null;
  }
  return null;
}

function boundMethod(machine: Machine, { model, method }: FoundMethod, receiver: Value): FunctionValue {
  const base = functionOf(machine, method.node, classFrame(model));
  const owned = { ...base, name: `${model.name}.${method.name}`, owner: model };
  if (method.binding === 'static') return owned;
  if (method.binding === 'class')
    return { ...owned, receiver: receiver.kind === 'object' && receiver.model ? { kind: 'class', model: receiver.model } : receiver };
  return receiver.kind === 'class' ? owned : { ...owned, receiver };
}

function classFrame(model: ClassModel): Frame {
  return { scope: model.scope, module: model.module, owner: model, receiver: null, depth: 0, pending: [], choices: null };
}

/** Whether objects are made by giving the fields of a dataclass. */
export function takesFields(classes: readonly ClassModel[]): boolean {
  return !methodIn(classes, '__init__') && classes.some((one) => one.dataclass);
}

/** The annotated assignments of classes that are fields of a dataclass, those of bases first. */
export function fieldAssignments(classes: readonly ClassModel[]): Map<string, { readonly model: ClassModel; readonly assignment: PyNode }> {
  const found = new Map<string, { readonly model: ClassModel; readonly assignment: PyNode }>();
  for (const model of [...classes].reverse())
    for (const [name, assignment] of model.assignments)
      if (assignment.field('type') && !/^(\w+\.)?ClassVar\b/.test(assignment.field('type')?.text ?? ''))
        found.set(name, { model, assignment });
  return found;
}

function fillFields(machine: Machine, classes: readonly ClassModel[], object: ObjectValue, args: Arguments): void {
  const specs = [...fieldAssignments(classes)].map(([name, { model, assignment }]): ParameterSpec => {
    const value = assignment.field('right');
    return { name, kind: 'plain', default: value ? standardOf(machine, value, classFrame(model)) : null };
  });
  machine.journal.set(object.attributes, bind(specs, args, object.model?.name ?? 'the class'));
  const after = methodIn(classes, '__post_init__');
  if (after && parametersOf(after.method.node).length === 1)
    invoke(machine, boundMethod(machine, after, object), { positional: [], keywords: new Map() }, 0);
}

/** The default of a field: what is assigned, or what `field(default=…)` and `field(default_factory=…)` say. */
function standardOf(machine: Machine, value: PyNode, frame: Frame): Value | null {
  const callee = value.type === 'call' ? machine.evaluate(value.field('function') ?? value, frame) : null;
  if (callee?.kind !== 'library' || !/(^|\.)(field|Field)$/.test(callee.name)) return machine.evaluate(value, frame);
  const given = value.field('arguments')?.children.filter((child) => child.type === 'keyword_argument') ?? [];
  const named = (name: string): PyNode | undefined => given.find((one) => one.field('name')?.text === name)?.field('value') ?? undefined;
  const [plain, factory] = [named('default'), named('default_factory')];
  if (plain) return machine.evaluate(plain, frame);
  return factory ? machine.call(machine.evaluate(factory, frame), { positional: [], keywords: new Map() }, 0) : null;
}

/** Bases that add no behaviour to a loss. */
const HARMLESS = /^(builtins\.(object|Exception)|abc\.ABC|typing\.|torch\.nn\.Module|torch\.autograd\.Function|enum\.|collections\.)/;
