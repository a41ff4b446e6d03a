import { Recogniser } from './recogniser';
import { packagesWith } from '../lift/modules/packages';
import type { Resolve } from '../lift/modules/workspace';
import { PythonParser } from '../syntax/python/parser';

/** What the engine is given rather than makes anew for every text: the Python parser, which lives in WebAssembly, the known losses, and what libraries tell. */
export interface Tools {
  readonly python: PythonParser;
  readonly recogniser: Recogniser;
  /** Modules of libraries whose functions are told in Python. */
  readonly packages: Resolve;
}

/** Makes the tools from the bytes of `web-tree-sitter.wasm` and `tree-sitter-python.wasm`. */
export async function createTools(wasm: { readonly runtime: Uint8Array; readonly grammar: Uint8Array }): Promise<Tools> {
  const python = await PythonParser.create(wasm);
  return { python, recogniser: new Recogniser(), packages: packagesWith(python) };
}
