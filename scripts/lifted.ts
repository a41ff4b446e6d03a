import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { liftPython, type LiftResult } from '../src/engine/lift/lift-python';
import { mayHoldLosses } from '../src/engine/lift/losses/may-hold';
import { packagesWith } from '../src/engine/lift/modules/packages';
import type { Resolve } from '../src/engine/lift/modules/workspace';
import type { PyModule } from '../src/engine/syntax/python/node';
import { PythonParser } from '../src/engine/syntax/python/parser';

const DEEPEST = 8;

/** A file of Python: what its lift gave, or how that ended instead; milliseconds with parsing. */
export interface LiftedFile {
  readonly path: string;
  readonly result: LiftResult | null;
  readonly crash: string | null;
  readonly milliseconds: number;
}

/** Lifts every file of Python in some folders, one after the other. */
export async function* liftedFiles(paths: readonly string[]): AsyncGenerator<LiftedFile> {
  const parser = await PythonParser.create({
    runtime: wasm('web-tree-sitter/web-tree-sitter.wasm'),
    grammar: wasm('tree-sitter-python/tree-sitter-python.wasm'),
  });
  const packages = packagesWith(parser);
  const known = new Map<string, PyModule>();
  const parse = (file: string): PyModule => {
    const before = known.get(file);
    if (before) return before;
    const parsed = parser.parse(readFileSync(file, 'utf8'));
    parsed.dispose();
    known.set(file, parsed.module);
    return parsed.module;
  };
  for (const path of paths.flatMap(pythonFiles)) yield lifted(path, parse, packages);
}

function lifted(path: string, parse: (file: string) => PyModule, packages: Resolve): LiftedFile {
  const text = readFileSync(path, 'utf8');
  const start = performance.now();
  const told = (result: LiftResult | null, crash: string | null): LiftedFile => ({
    path,
    result,
    crash,
    milliseconds: performance.now() - start,
  });
  try {
    if (!mayHoldLosses(text, path)) return told(null, null);
    return told(liftPython(parse(path), text, { path, modules: resolver(parse, path), packages }), null);
  } catch (error) {
    return told(null, `${path}: ${String(error)}`);
  }
}

function wasm(path: string): Uint8Array {
  return new Uint8Array(readFileSync(join('node_modules', path)));
}

function pythonFiles(path: string): string[] {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return path.endsWith('.py') ? [path] : [];
  return readdirSync(path)
    .filter((name) => !name.startsWith('.') && name !== 'node_modules')
    .flatMap((name) => pythonFiles(join(path, name)));
}

/** Modules as a file's imports see them: relative names from its folder, absolute ones from the folders above it. */
function resolver(parse: (file: string) => PyModule, file: string): Resolve {
  return (dotted) => {
    const dots = /^\.*/.exec(dotted)?.[0].length ?? 0;
    const rest = dotted.slice(dots).replaceAll('.', '/');
    let folder = dirname(file);
    for (let up = 1; up < dots; up++) folder = dirname(folder);
    for (let depth = 0; depth < (dots > 0 ? 1 : DEEPEST); depth++, folder = dirname(folder)) {
      const found = [`${join(folder, rest)}.py`, join(folder, rest, '__init__.py')].find(existsSync);
      if (found) return { module: parse(found), path: found };
    }
    return undefined;
  };
}
