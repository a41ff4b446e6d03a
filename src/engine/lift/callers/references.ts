import type { PyModule, PyNode } from '../../syntax/python/node';
import { bare } from '../losses/candidate';
import { enclosing, scopeOf } from './bindings';

/** A file of the workspace. */
export interface Mention {
  readonly module: PyModule;
  readonly path: string;
}

/** The other files of the workspace in which a word stands; null where they are too many to be looked through. */
export type Mentions = (word: string) => readonly Mention[] | null;

const CALLED: ReadonlySet<string> = new Set(['forward', 'call', '__call__']);

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

  /** The calls of a definition; null where there is none, or where it is also handed on in ways that are not followed. */
  callsOf(definition: PyNode): readonly PyNode[] | null {
    const known = this.calls.get(definition);
    if (known !== undefined) return known;
    this.calls.set(definition, null);
    const found = this.find(definition);
    const outside = found?.filter((call) => !isTest(call)) ?? [];
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

  private filesWith(word: string, besides: PyNode): PyNode[] | null {
    const roots = this.mentions(word)?.map(({ module, path }) => {
      this.files.set(module.root, path.split(/[\\/]/).pop() ?? path);
      return module.root;
    });
    return roots ? [this.root, ...roots].filter((root) => root !== besides) : null;
  }

  private find(definition: PyNode): readonly PyNode[] | null {
    const name = definition.field('name')?.text ?? '';
    const owner = scopeOf(definition);
    if (isRegistered(definition)) return null;
    if (owner.type !== 'class_definition') return this.ofFunction(definition, name, owner);
    if (name === '__init__') return this.ofInstances(owner, (made) => [made]);
    return CALLED.has(name) ? this.ofInstances(owner, callsOfMade) : this.ofMethod(definition, name);
  }

  private ofFunction(definition: PyNode, name: string, owner: PyNode): readonly PyNode[] | null {
    const own = usesIn(owner, name).filter((use) => !isInside(use, definition));
    const others = owner.type === 'module' ? this.filesWith(name, owner)?.filter((root) => !topLevel(root, name)) : [];
    if (!others) return null;
    const uses = [...own, ...others.flatMap((root) => usesIn(root, name))];
    const calls = uses.map((use) => callOf(use));
    return calls.every((call) => call !== null) ? (calls as PyNode[]) : null;
  }

  private ofMethod(definition: PyNode, name: string): readonly PyNode[] | null {
    const root = rootOf(definition);
    const others = this.filesWith(name, root);
    return (
      others &&
      [root, ...others]
        .flatMap((one) => usesIn(one, name))
        .flatMap((use) => callOf(use) ?? [])
        .filter((call) => call.field('function')?.type === 'attribute' && !isInside(call, definition))
    );
  }

  /** The calls that make objects of a class that nothing is derived from, or those of these objects. */
  private ofInstances(owner: PyNode, followed: (made: PyNode) => readonly PyNode[] | null): readonly PyNode[] | null {
    const name = owner.field('name')?.text ?? '';
    if (isRegistered(owner)) return null;
    const root = rootOf(owner);
    const others = this.filesWith(name, root);
    if (!others) return null;
    const uses = [root, ...others].flatMap((one) => usesIn(one, name)).filter((use) => !isInside(use, owner));
    const calls = uses.map((use) => callOf(use)).map((made) => made && followed(made));
    return calls.every((each) => each !== null) ? calls.flatMap((each) => each ?? []) : null;
  }
}

/** The calls of an object where it is made: `C()(x)`, `c = C()` and `c(x)`; null where it goes elsewhere. */
function callsOfMade(made: PyNode): readonly PyNode[] | null {
  const { parent } = made;
  if (parent?.type === 'call' && parent.field('function') === made) return [parent];
  if (
    parent?.type === 'attribute' &&
    /^(to|cuda|cpu|double|float|half)$/.test(parent.field('attribute')?.text ?? '') &&
    parent.parent?.type === 'call'
  )
    return callsOfMade(parent.parent);
  const left = parent?.type === 'assignment' && parent.field('right') === made ? parent.field('left') : null;
  if (left?.type === 'identifier') return allCalls(usesIn(scopeOf(made), left.text).filter((use) => use !== left));
  const holder = left && /^self\.\w+$/.test(left.text) ? enclosing(made, 'class_definition') : null;
  return left && holder ? callsOfAttribute(left, holder) : null;
}

/** The calls of what a class keeps in an attribute; null where it says more of it than to keep and to call it. */
function callsOfAttribute(attribute: PyNode, holder: PyNode): readonly PyNode[] | null {
  const word = attribute.field('attribute')?.text ?? '';
  const calls = usesIn(holder, word).flatMap((use) => (use.parent?.text === attribute.text ? (callOf(use) ?? []) : []));
  const spoken = [...holder.text.matchAll(new RegExp(`\\bself\\.${word}\\b(\\s*=[^=])?`, 'g'))];
  return spoken.length === calls.length + spoken.filter(([, assigned]) => assigned !== undefined).length ? calls : null;
}

function allCalls(uses: readonly PyNode[]): readonly PyNode[] | null {
  const calls = uses.map(callOf);
  return calls.every((call) => call !== null) ? (calls as PyNode[]) : null;
}

/** The call whose callee a name is, or the last part of; null where it is used otherwise. */
function callOf(use: PyNode): PyNode | null {
  const callee = use.parent?.type === 'attribute' && use.parent.field('attribute') === use ? use.parent : use;
  return callee.parent?.type === 'call' && callee.parent.field('function') === callee ? callee.parent : null;
}

const NO_USE: ReadonlySet<string> = new Set(['import_statement', 'import_from_statement', 'future_import_statement']);

/** Where a word stands as a name in a node, other than where it is imported, defined or a keyword. */
export function usesIn(node: PyNode, word: string): readonly PyNode[] {
  const uses = namesIn(rootOf(node)).get(word) ?? [];
  return node.parent ? uses.filter((use) => use.start >= node.start && use.end <= node.end) : uses;
}

/** Where the names of a file stand, looked for once. */
function namesIn(root: PyNode): ReadonlyMap<string, readonly PyNode[]> {
  const known = names.get(root);
  if (known) return known;
  const found = new Map<string, PyNode[]>();
  collect(root, found);
  names.set(root, found);
  return found;
}

const names = new WeakMap<PyNode, ReadonlyMap<string, readonly PyNode[]>>();

function collect(node: PyNode, found: Map<string, PyNode[]>): void {
  if (NO_USE.has(node.type)) return;
  if (node.type === 'identifier' && !isNaming(node)) {
    const before = found.get(node.text);
    if (before) before.push(node);
    else found.set(node.text, [node]);
  }
  for (const child of node.children) collect(child, found);
}

function isNaming(node: PyNode): boolean {
  const { parent } = node;
  if (!parent) return false;
  if (/_definition$|^keyword_argument$/.test(parent.type)) return parent.field('name') === node;
  if (/parameter/.test(parent.type)) return parent.field('value') !== node;
  return parent.type === 'attribute' && parent.field('attribute') === node && parent.parent?.type !== 'call';
}

const LIBRARIES = /^(torch\w*|numpy|scipy|jax|flax|optax|tensorflow\w*|keras|sklearn|math|einops)(\.|$)/;

/** Whether a file imports a name from a library. */
function isOfLibrary(root: PyNode, name: string): boolean {
  const imported = root.children.find(
    (one) => one.type === 'import_from_statement' && one.fieldAll('name').some(({ text }) => text.split(' as ').pop() === name),
  );
  return LIBRARIES.test(imported?.field('module_name')?.text ?? '');
}

/** The one function or class of a name at the top of a file. */
function topLevel(root: PyNode, name: string): PyNode | null {
  const found = tops.get(root) ?? new Map<string, PyNode | null>();
  if (!tops.has(root)) {
    tops.set(root, found);
    for (const one of root.children.map(bare).filter(({ type }) => /^(function|class)_definition$/.test(type))) {
      const defined = one.field('name')?.text ?? '';
      found.set(defined, found.has(defined) ? null : one);
    }
  }
  return found.get(name) ?? null;
}

const tops = new WeakMap<PyNode, Map<string, PyNode | null>>();

/** Whether a decorator puts a definition where a configuration finds it. */
function isRegistered(definition: PyNode): boolean {
  const { parent } = definition;
  return parent?.type === 'decorated_definition' && /regist/i.test(parent.text.slice(0, definition.start - parent.start));
}

function isTest(call: PyNode): boolean {
  const around = enclosing(call, 'function_definition');
  if (around && /^test(_|$)/.test(around.field('name')?.text ?? '')) return true;
  return isUnderMain(call);
}

/** Whether a node stands where a file is run by itself. */
function isUnderMain(node: PyNode): boolean {
  if (!node.parent) return false;
  return (node.type === 'if_statement' && /^__name__\s*==/.test(node.field('condition')?.text ?? '')) || isUnderMain(node.parent);
}

function isInside(node: PyNode, outer: PyNode): boolean {
  return node.start >= outer.start && node.end <= outer.end && rootOf(node) === rootOf(outer);
}

function rootOf(node: PyNode): PyNode {
  return node.parent ? rootOf(node.parent) : node;
}
