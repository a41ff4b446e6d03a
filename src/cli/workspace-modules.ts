import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Tools } from '../engine/check/tools';
import type { Resolve } from '../engine/lift/modules/workspace';
import type { PyModule } from '../engine/syntax/python/node';
import { decode } from './decode';

/** How many folders above a file may be the root of its imports. */
const DEEPEST = 8;

/**
 * Modules that a Python file may import from its workspace: a relative name (`.losses`) from its own package, an absolute
 * one from any folder above it that holds it. Each is read once.
 */
export function workspaceModules(absolute: string, tools: Tools): Resolve {
  const known = new Map<string, ReturnType<Resolve>>();
  return (dotted) => {
    if (!known.has(dotted)) known.set(dotted, load(candidates(dotted, path.dirname(absolute)), tools));
    return known.get(dotted);
  };
}

function* candidates(dotted: string, folder: string): Generator<string> {
  const dots = /^\.*/.exec(dotted)?.[0].length ?? 0;
  const parts = dotted
    .slice(dots)
    .split('.')
    .filter((part) => part !== '');
  if (dots > 0) return yield path.join(folder, ...new Array<string>(dots - 1).fill('..'), ...parts);
  let root = folder;
  for (let depth = 0; depth < DEEPEST; depth++) {
    yield path.join(root, ...parts);
    if (path.dirname(root) === root) return;
    root = path.dirname(root);
  }
}

function load(places: Iterable<string>, tools: Tools): ReturnType<Resolve> {
  for (const place of places) {
    for (const file of [`${place}.py`, path.join(place, '__init__.py')]) {
      const text = read(file);
      if (text !== null) return { module: moduleOf(text, tools), path: file };
    }
  }
  return undefined;
}

function read(file: string): string | null {
  try {
    const decoded = decode(readFileSync(file));
    return 'text' in decoded ? decoded.text : null;
  } catch {
    return null;
  }
}

function moduleOf(text: string, { python }: Tools): PyModule {
  const parsed = python.parse(text);
  parsed.dispose();
  return parsed.module;
}
