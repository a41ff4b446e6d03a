import { PythonParser } from '../syntax/python/parser';

/** What the engine cannot make by itself: the Python parser, which lives in WebAssembly. */
export interface Tools {
  readonly python: PythonParser;
}

/** Makes the tools from the bytes of `web-tree-sitter.wasm` and `tree-sitter-python.wasm`. */
export async function createTools(wasm: { readonly runtime: Uint8Array; readonly grammar: Uint8Array }): Promise<Tools> {
  return { python: await PythonParser.create(wasm) };
}
