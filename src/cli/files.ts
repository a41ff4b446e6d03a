import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import ignore from 'ignore';
import type { Ignore } from 'ignore';
import { languageOf } from '../engine/check/language';
import type { Language } from '../engine/check/language';

/** A file to analyse, by the path that reports print. */
export interface FoundFile {
  readonly path: string;
  readonly absolute: string;
  readonly language: Language;
}

/** Folders that never hold an author's sources. */
const SKIPPED = new Set([
  '.git',
  '.hg',
  '.svn',
  'node_modules',
  '__pycache__',
  '.venv',
  'venv',
  '.tox',
  '.mypy_cache',
  '.ipynb_checkpoints',
  'site-packages',
]);

interface Filter {
  readonly base: string;
  readonly rules: Ignore;
}

/**
 * Files that a path stands for: itself, or what a folder holds, in name order, honouring `.gitignore` files (those of the
 * folders above up to the repository's top included). `problem` where the path is not there or not readable.
 */
export function findFiles(argument: string, cwd: string): { files: FoundFile[]; problem: 'missing' | 'language' | null } {
  const absolute = path.resolve(cwd, argument);
  const kind = kindOf(absolute);
  if (kind === null) return { files: [], problem: 'missing' };
  if (kind === 'folder') return { files: [...walk(absolute, filtersAbove(absolute), cwd)], problem: null };
  const language = languageOf(absolute);
  if (!language) return { files: [], problem: 'language' };
  return { files: [{ path: printed(absolute, cwd), absolute, language }], problem: null };
}

function kindOf(absolute: string): 'file' | 'folder' | null {
  const stats = statSync(absolute, { throwIfNoEntry: false });
  if (!stats) return null;
  return stats.isDirectory() ? 'folder' : 'file';
}

function printed(absolute: string, cwd: string): string {
  const relative = path.relative(cwd, absolute);
  return (relative.startsWith('..') ? absolute : relative).split(path.sep).join('/');
}

function* walk(folder: string, above: readonly Filter[], cwd: string): Generator<FoundFile> {
  const own = filterOf(folder);
  const filters = own ? [...above, own] : above;
  for (const entry of entriesOf(folder)) {
    const absolute = path.join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!SKIPPED.has(entry.name) && !ignored(absolute, true, filters)) yield* walk(absolute, filters, cwd);
      continue;
    }
    const language = entry.isFile() && !ignored(absolute, false, filters) ? languageOf(entry.name) : null;
    if (language) yield { path: printed(absolute, cwd), absolute, language };
  }
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return [];
  }
}

function filtersAbove(folder: string): Filter[] {
  const filters: Filter[] = [];
  let current = folder;
  while (kindOf(path.join(current, '.git')) === null) {
    const parent = path.dirname(current);
    if (parent === current) return [];
    const filter = filterOf(parent);
    if (filter) filters.unshift(filter);
    current = parent;
  }
  return filters;
}

function filterOf(folder: string): Filter | null {
  try {
    return { base: folder, rules: ignore().add(readFileSync(path.join(folder, '.gitignore'), 'utf8')) };
  } catch {
    return null;
  }
}

function ignored(absolute: string, folder: boolean, filters: readonly Filter[]): boolean {
  return filters.reduce((hidden, { base, rules }) => {
    const relative = path.relative(base, absolute).split(path.sep).join('/') + (folder ? '/' : '');
    const { ignored: hides, unignored } = rules.test(relative);
    return hides || (hidden && !unignored);
  }, false);
}
