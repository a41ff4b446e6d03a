import type { TextEdit } from '../text/edit';
import { kerasName } from './keras-names';

/** What a module's import statements bind: local name by canonical dotted name. */
export interface Imports {
  readonly names: ReadonlyMap<string, string>;
  /** Names that the module itself defines or assigns somewhere. */
  readonly taken: ReadonlySet<string>;
  /** Where another import statement goes: the start of the line after the last import, or after the docstring and comments on top. */
  readonly insertAt: number;
}

const IMPORT = /^(?:from[ \t]+(\.*[\w.]+)[ \t]+import[ \t]+(\([^)]*\)|[^\n#;]+)|import[ \t]+([^\n#;]+))/gm;
const DEFINITION = /^[ \t]*(?:(?:async[ \t]+)?(?:def|class)[ \t]+(\w+)|(\w+)[ \t]*=(?!=))/gm;

/** Reads the import statements at the left margin of a Python text. */
export function importsOf(text: string): Imports {
  const names = new Map<string, string>();
  let insertAt = topOf(text);
  for (const match of text.matchAll(IMPORT)) {
    const [all, module, imported, modules] = match;
    for (const [name, alias] of clauses(imported ?? modules ?? '')) bind(names, module, name, alias);
    insertAt = Math.max(insertAt, lineAfter(text, match.index + all.length));
  }
  return { names, taken: new Set([...text.matchAll(DEFINITION)].map(([, defined, assigned]) => defined ?? assigned ?? '')), insertAt };
}

/** How a canonical dotted name is written here, and the import it needs if nothing that binds it is imported yet. */
export function localName(
  imports: Imports,
  canonical: string,
  statement: string,
): { readonly name: string; readonly missing: string | null } {
  const known = boundAs(imports.names, canonical);
  if (known) return { name: known, missing: null };
  const keras = kerasName(canonical);
  const ops = keras && boundAs(imports.names, 'keras.ops');
  if (keras && ops) return { name: keras.startsWith("'") ? keras : `${ops}.${keras}`, missing: null };
  const name = boundAs(importsOf(statement).names, canonical) ?? canonical;
  if (!imports.taken.has(name.split('.')[0] ?? name)) return { name, missing: statement };
  return { name: canonical, missing: `import ${canonical.split('.').slice(0, -1).join('.')}` };
}

/** The edit that adds import statements. */
export function importEdit(imports: Imports, statements: readonly string[]): TextEdit[] {
  const lines = [...new Set(statements)].sort();
  if (lines.length === 0) return [];
  return [{ span: { start: imports.insertAt, end: imports.insertAt }, newText: `${lines.join('\n')}\n` }];
}

function bind(names: Map<string, string>, module: string | undefined, name: string, alias: string | null): void {
  if (module !== undefined) names.set(ofOwnVersion(`${module}.${name}`), alias ?? name);
  else if (alias !== null) names.set(ofOwnVersion(name), alias);
  else names.set(name.split('.')[0] ?? name, name.split('.')[0] ?? name);
}

/** TensorFlow under the name of one of its versions has what is written here under the same names. */
function ofOwnVersion(name: string): string {
  return name.replace(/^tensorflow\.compat\.v[12]\b/, 'tensorflow');
}

function clauses(text: string): [name: string, alias: string | null][] {
  return text
    .replace(/[()\\]/g, ' ')
    .replace(/#[^\n]*/g, '')
    .split(',')
    .map((part) => /^([\w.]+)(?:\s+as\s+(\w+))?$/.exec(part.trim()))
    .flatMap((match): [string, string | null][] => (match?.[1] ? [[match[1], match[2] ?? null]] : []));
}

/** The shortest spelling by a binding of the name itself or of one of its prefixes. */
function boundAs(names: ReadonlyMap<string, string>, canonical: string): string | null {
  const parts = canonical.split('.');
  for (let length = parts.length; length > 0; length--) {
    const local = names.get(parts.slice(0, length).join('.'));
    if (local !== undefined && reaches(parts.slice(0, length), local)) return [local, ...parts.slice(length)].join('.');
  }
  return null;
}

/** `import scipy` binds `scipy` but loads no `scipy.special`; the other libraries load the modules that are written here. */
function reaches(prefix: readonly string[], local: string): boolean {
  return !(prefix.length === 1 && prefix[0] === 'scipy' && local === 'scipy');
}

function topOf(text: string): number {
  const match = /^(?:﻿)?(?:[ \t]*(?:#[^\n]*)?\n)*(?:[rRuU]?("""|''')[\s\S]*?\1[^\n]*\n)?/.exec(text);
  return match?.[0].length ?? 0;
}

function lineAfter(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end + 1;
}
