import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Tools } from '../engine/check/tools';
import { WordIndex } from '../engine/check/word-index';
import type { Mentions } from '../engine/lift/callers/references';
import { decode } from './decode';
import { findFiles } from './files';

/** What stands at the top of a project; a repository's own mark comes first. */
const MARKS = [['.git'], ['pyproject.toml', 'setup.py', 'setup.cfg', 'losswright.json']];

/** Folders, at most, that a project's top is looked for in. */
const DEEPEST = 12;

/** Finds words in the other Python files of the project that a file belongs to: what lies below the nearest repository, project file or package. Each project is looked through once. */
export class WorkspaceMentions {
  private readonly indexes = new Map<string, WordIndex>();

  constructor(private readonly tools: Tools) {}

  /** Finds words around a file. */
  around(absolute: string): Mentions {
    return (word) => this.indexOf(topOf(path.dirname(absolute))).filesWith(word, posix(absolute));
  }

  private indexOf(top: string): WordIndex {
    const known = this.indexes.get(top);
    if (known) return known;
    const sources = findFiles(top, top).files.filter(({ language }) => language === 'python');
    const texts = sources.map(({ absolute }) => ({ path: posix(absolute), text: textOf(absolute) }));
    const made = new WordIndex(texts, this.tools.python);
    this.indexes.set(top, made);
    return made;
  }
}

/** A path with the separators that the engine reads. */
function posix(file: string): string {
  return file.split(path.sep).join('/');
}

function textOf(file: string): string {
  try {
    const decoded = decode(readFileSync(file));
    return 'text' in decoded ? decoded.text : '';
  } catch {
    return '';
  }
}

function topOf(folder: string): string {
  const above = foldersAbove(folder);
  const marked = MARKS.map((names) => above.find((one) => names.some((name) => existsSync(path.join(one, name))))).find(Boolean);
  return marked ?? above.find((one) => !existsSync(path.join(one, '__init__.py'))) ?? folder;
}

function foldersAbove(folder: string): string[] {
  const above = [folder];
  while (above.length < DEEPEST && path.dirname(above[above.length - 1] ?? '') !== above[above.length - 1])
    above.push(path.dirname(above[above.length - 1] ?? ''));
  return above;
}
