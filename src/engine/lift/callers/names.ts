import type { PyNode } from '../../syntax/python/node';
import { bare } from '../losses/candidate';

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
export function isOfLibrary(root: PyNode, name: string): boolean {
  const imported = root.children.find(
    (one) => one.type === 'import_from_statement' && one.fieldAll('name').some(({ text }) => text.split(' as ').pop() === name),
  );
  return LIBRARIES.test(imported?.field('module_name')?.text ?? '');
}

/** The one function or class of a name at the top of a file. */
export function topLevel(root: PyNode, name: string): PyNode | null {
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

/** The names by which a file imports a name: its own, or the one it is given there; all names of a file that imports everything. */
export function importedAs(root: PyNode, name: string): readonly string[] {
  const from = importsOf(root);
  return [...new Set([...(from.everything ? [name] : []), ...(from.names.get(name) ?? [])])];
}

/** Whether a name stands for a file or package that is imported, and is none of a library's. */
export function isImportedModule(root: PyNode, name: string): boolean {
  const from = importsOf(root);
  return from.modules.has(name) || [...from.names.values()].some((all) => all.includes(name));
}

/** What a file imports of others than libraries. */
interface Imports {
  readonly names: ReadonlyMap<string, readonly string[]>;
  readonly modules: ReadonlySet<string>;
  readonly everything: boolean;
}

const imports = new WeakMap<PyNode, Imports>();

function importsOf(root: PyNode): Imports {
  const known = imports.get(root);
  if (known) return known;
  const names = new Map<string, string[]>();
  const modules = new Set<string>();
  let everything = false;
  for (const statement of importStatements(root)) {
    if (LIBRARIES.test(statement.field('module_name')?.text ?? '')) continue;
    everything ||= statement.children.some(({ type }) => type === 'wildcard_import');
    for (const one of statement.fieldAll('name')) {
      const [name = '', alias = name] = one.text.split(/\s+as\s+/);
      if (statement.type === 'import_statement' && LIBRARIES.test(name)) continue;
      if (statement.type === 'import_statement') modules.add(alias.split('.')[0] ?? alias);
      else names.set(name, [...(names.get(name) ?? []), alias]);
    }
  }
  const found = { names, modules, everything };
  imports.set(root, found);
  return found;
}

function* importStatements(node: PyNode): Generator<PyNode> {
  if (/^import_(from_)?statement$/.test(node.type)) yield node;
  else if (!/^(expression_statement|assignment|call)$/.test(node.type)) for (const child of node.children) yield* importStatements(child);
}

/** Whether a node stands inside another one. */
export function isInside(node: PyNode, outer: PyNode): boolean {
  return node.start >= outer.start && node.end <= outer.end && rootOf(node) === rootOf(outer);
}

/** The file that a node stands in. */
export function rootOf(node: PyNode): PyNode {
  return node.parent ? rootOf(node.parent) : node;
}

/** Where an attribute, as `self.loss`, is spoken of in a class. */
export function attributesIn(holder: PyNode, text: string): readonly PyNode[] {
  const own = holder.type === 'attribute' && holder.text === text ? [holder] : [];
  return [...own, ...holder.children.flatMap((child) => attributesIn(child, text))];
}
