import { Recogniser } from './recogniser';
import { PythonParser } from '../syntax/python/parser';

/** What the engine is given rather than makes anew for every text: the Python parser, which lives in WebAssembly, and the known losses. */
export interface Tools {
  readonly python: PythonParser;
  readonly recogniser: Recogniser;
}

/** Makes the tools from the bytes of `web-tree-sitter.wasm` and `tree-sitter-python.wasm`. */
export async function createTools(wasm: { readonly runtime: Uint8Array; readonly grammar: Uint8Array }): Promise<Tools> {
  return { python: await PythonParser.create(wasm), recogniser: new Recogniser() };
}
