import type { PyModule, PyNode } from '../../syntax/python/node';
import { enclosing, scopeOf } from './bindings';
import { isFitting, methodsOf } from './calls';
import { Flows } from './flows';
import { importedAs, isImportedModule, isInside, isOfLibrary, rootOf, topLevel, usesIn } from './names';

/** A file of the workspace. */
export interface Mention {
  readonly module: PyModule;
  readonly path: string;
}

/** The other files of the workspace in which a word stands; null where they are too many to be looked through. */
export type Mentions = (word: string) => readonly Mention[] | null;

const CALLED: ReadonlySet<string> = new Set(['forward', 'call', '__call__']);

/** So many classes are looked at for what one of them inherits. */
const DEEPEST = 4;

/** Finds who calls a function, in its own file and in the workspace. Tests are no callers: their numbers are their own. */
export class References {
  private readonly calls = new Map<PyNode, readonly PyNode[] | null>();
  private readonly files = new Map<PyNode, string>();

  constructor(
    private readonly root: PyNode,
    private readonly mentions: Mentions,
  ) {}

  /** The file that a node stands in, by the last part of its path; empty for the file under analysis. */
  fileOf(node: PyNode): string {
    return this.files.get(rootOf(node)) ?? '';
  }

  /** The line that a node stands in, counted from 1. */
  lineOf(node: PyNode): number {
    return rootOf(node).text.slice(0, node.start).split('\n').length;
  }

  /** The calls of a definition; null where there is none, or where it is also handed on in ways that are not followed. */
  callsOf(definition: PyNode): readonly PyNode[] | null {
    const known = this.calls.get(definition);
    if (known !== undefined) return known;
    this.calls.set(definition, null);
    const found = this.find(definition);
    const outside = found?.filter((call) => !isTest(call, definition) && isFitting(definition, call)) ?? [];
    const calls = outside.length > 0 ? outside : null;
    this.calls.set(definition, calls);
    return calls;
  }

  /** The one definition of a function or class of this name in the workspace that a file may mean; null where there are none or several. */
  definitionOf(name: string, from: PyNode): PyNode | null {
    const own = topLevel(rootOf(from), name);
    if (own || isOfLibrary(rootOf(from), name)) return own;
    const others = (this.filesWith(name, rootOf(from)) ?? []).flatMap((root) => topLevel(root, name) ?? []);
    return others.length === 1 ? (others[0] ?? null) : null;
  }

  /** The function, method or class of the workspace that a callee names; null where it is none, or one of several. */
  calledBy(callee: PyNode): PyNode | null {
    if (callee.type === 'identifier') return this.definitionOf(callee.text, callee);
    const [object, name] = [callee.field('object'), callee.field('attribute')?.text];
    if (!object || name === undefined) return null;
    const owner = object.text === 'self' ? enclosing(callee, 'class_definition') : null;
    if (owner) return methodsOf(owner).find((one) => one.field('name')?.text === name) ?? null;
    return isImportedModule(rootOf(callee), object.text) ? this.definitionOf(name, callee) : null;
  }

  /** The method that runs when an object of a class is called: its own, or that of the first class it is derived from; null where there is none. */
  methodCalled(owner: PyNode | null, depth = 0): PyNode | null {
    if (owner?.type !== 'class_definition' || depth > DEEPEST) return null;
    const own = methodsOf(owner).find((one) => CALLED.has(one.field('name')?.text ?? ''));
    const base = own ? undefined : owner.field('superclasses')?.children[0]?.text.split('.').pop();
    return own ?? (base === undefined ? null : this.methodCalled(this.definitionOf(base, owner), depth + 1));
  }

  private filesWith(word: string, besides: PyNode): PyNode[] | null {
    const roots = this.mentions(word)?.map(({ module, path }) => {
      this.files.set(module.root, path.split(/[\\/]/).pop() ?? path);
      return module.root;
    });
    return roots ? [this.root, ...roots].filter((root) => root !== besides) : null;
  }

  private find(definition: PyNode): readonly PyNode[] | null {
    const owner = scopeOf(definition);
    const name = definition.field('name')?.text ?? '';
    if (isRegistered(definition)) return null;
    if (owner.type !== 'class_definition') return this.callsOfName(definition);
    if (name === '__init__') return this.callsOfName(owner);
    return CALLED.has(name) ? this.ofObjects(owner) : this.ofMethod(definition, name);
  }

  /** The calls of all objects that are made of a class that nothing is derived from. */
  private ofObjects(owner: PyNode): readonly PyNode[] | null {
    const flows = new Flows(this);
    const calls = isRegistered(owner) ? null : this.callsOfName(owner)?.map((made) => flows.callsOf(made));
    return calls?.every((each) => each !== null) ? calls.flatMap((each) => each ?? []) : null;
  }

  /** The calls of a function or class, wherever its name is handed. */
  private callsOfName(definition: PyNode): readonly PyNode[] | null {
    const flows = new Flows(this);
    const calls = this.usesOf(definition)?.map((use) => flows.callsOf(use));
    return calls?.every((each) => each !== null) ? [...new Set(calls.flatMap((each) => each ?? []))] : null;
  }

  /** Where a function or class is named, outside of itself. */
  private usesOf(definition: PyNode): readonly PyNode[] | null {
    const [name, owner] = [definition.field('name')?.text ?? '', scopeOf(definition)];
    const own = usesIn(owner, name).filter((use) => !isInside(use, definition) && !isLastPart(use));
    const others = owner.type === 'module' ? this.importedFrom(owner, name) : [];
    return others && [...own, ...others];
  }

  /** Where other files name what stands at the top of a file; null where these are too many. */
  importedFrom(root: PyNode, name: string): readonly PyNode[] | null {
    const others = this.filesWith(name, root)?.filter((one) => !topLevel(one, name));
    return others?.flatMap((one) => usesOfImported(one, name)) ?? null;
  }

  private ofMethod(definition: PyNode, name: string): readonly PyNode[] | null {
    const root = rootOf(definition);
    const others = this.filesWith(name, root);
    return (
      others &&
      [root, ...others]
        .flatMap((one) => usesIn(one, name))
        .flatMap((use) => (isLastPart(use) && use.parent ? (calledAs(use.parent) ?? []) : []))
        .filter((call) => !isInside(call, definition))
    );
  }
}

/** Where a file names what it imports, by itself or as a part of what it imports. */
function usesOfImported(root: PyNode, name: string): readonly PyNode[] {
  const plain = importedAs(root, name).flatMap((word) => usesIn(root, word).filter((use) => !isLastPart(use)));
  const parts = usesIn(root, name).flatMap(({ parent }) => {
    const object = parent?.type === 'attribute' && parent.field('attribute')?.text === name ? parent.field('object') : null;
    return parent && object && isImportedModule(root, object.text.split('.')[0] ?? '') ? parent : [];
  });
  return [...plain, ...parts];
}

function isLastPart(use: PyNode): boolean {
  return use.parent?.type === 'attribute' && use.parent.field('attribute') === use;
}

function calledAs(callee: PyNode): PyNode | null {
  return callee.parent?.type === 'call' && callee.parent.field('function') === callee ? callee.parent : null;
}

/** Whether a decorator puts a definition where a configuration finds it. */
function isRegistered(definition: PyNode): boolean {
  const { parent } = definition;
  return parent?.type === 'decorated_definition' && /regist/i.test(parent.text.slice(0, definition.start - parent.start));
}

/** Whether a call is that of a test, or of the file of the definition run by itself. */
function isTest(call: PyNode, definition: PyNode): boolean {
  const around = enclosing(call, 'function_definition');
  if (around && /^test(_|$)/.test(around.field('name')?.text ?? '')) return true;
  return rootOf(call) === rootOf(definition) && isUnderMain(call);
}

/** Whether a node stands where a file is run by itself. */
function isUnderMain(node: PyNode): boolean {
  if (!node.parent) return false;
  return (node.type === 'if_statement' && /^__name__\s*==/.test(node.field('condition')?.text ?? '')) || isUnderMain(node.parent);
}
