import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { modulePlaces } from '../src/engine/config/module-places';
import { liftPython, type LiftResult } from '../src/engine/lift/lift-python';
import { mayHoldLosses } from '../src/engine/lift/losses/may-hold';
import { packagesWith } from '../src/engine/lift/modules/packages';
import type { Resolve } from '../src/engine/lift/modules/workspace';
import type { PyModule } from '../src/engine/syntax/python/node';
import { PythonParser } from '../src/engine/syntax/python/parser';

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

/** The Python files in a folder, or a file itself. */
export function pythonFiles(path: string): string[] {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return path.endsWith('.py') ? [path] : [];
  return readdirSync(path)
    .filter((name) => !name.startsWith('.') && name !== 'node_modules')
    .flatMap((name) => pythonFiles(join(path, name)));
}

/** Modules as the imports of a file see them. */
function resolver(parse: (file: string) => PyModule, file: string): Resolve {
  return (dotted) => {
    for (const found of modulePlaces(dotted, dirname(file))) if (existsSync(found)) return { module: parse(found), path: found };
    return undefined;
  };
}
