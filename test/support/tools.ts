import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createTools } from '../../src/engine/check/tools';
import type { Tools } from '../../src/engine/check/tools';

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
