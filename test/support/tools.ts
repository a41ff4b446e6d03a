import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createTools } from '../../src/engine/check/tools';
import type { Tools } from '../../src/engine/check/tools';
import type { PythonParser } from '../../src/engine/syntax/python/parser';

const resolve = (name: string): string => createRequire(join(__dirname, '../../package.json')).resolve(name);
let shared: Promise<Tools> | null = null;

/** The engine's tools for tests, made once. */
export function testTools(): Promise<Tools> {
  shared ??= createTools({
    runtime: readFileSync(resolve('web-tree-sitter/web-tree-sitter.wasm')),
    grammar: readFileSync(resolve('tree-sitter-python/tree-sitter-python.wasm')),
  });
  return shared;
}

/** The one Python parser of the tests: web-tree-sitter keeps one WebAssembly instance a thread. */
export async function testParser(): Promise<PythonParser> {
  return (await testTools()).python;
}
