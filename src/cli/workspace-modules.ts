import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Tools } from '../engine/check/tools';
import { modulePlaces } from '../engine/config/module-places';
import type { Resolve } from '../engine/lift/modules/workspace';
import type { PyModule } from '../engine/syntax/python/node';
import { decode } from './decode';

/** Modules that a Python file may import from its workspace. Each is read once. */
export function workspaceModules(absolute: string, tools: Tools): Resolve {
  const known = new Map<string, ReturnType<Resolve>>();
  const folder = path.dirname(absolute).split(path.sep).join('/');
  return (dotted) => {
    if (!known.has(dotted)) known.set(dotted, load(modulePlaces(dotted, folder), tools));
    return known.get(dotted);
  };
}

function load(files: Iterable<string>, tools: Tools): ReturnType<Resolve> {
  for (const file of files) {
    const text = read(file);
    if (text !== null) return { module: moduleOf(text, tools), path: path.normalize(file) };
  }
  return undefined;
}

function read(file: string): string | null {
  if (!existsSync(file)) return null;
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
