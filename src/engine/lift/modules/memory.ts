import type { PyModule, PyNode } from '../../syntax/python/node';
import { parseSignature, type ParameterSpec } from '../calls/signature-text';
import { parametersOf, type DefinedParameter } from '../calls/parameters';
import { definitionsOf } from './module-model';

/** What is read off texts and trees once and serves every reading of every loss of a file. */
export class Memory {
  private readonly signatures = new Map<string, readonly ParameterSpec[]>();
  private readonly definitions = new Map<PyModule, ReadonlyMap<string, readonly PyNode[]>>();
  private readonly parameters = new Map<PyNode, readonly DefinedParameter[]>();
  private readonly generators = new Map<PyNode, boolean>();

  /** A parameter list written as text. */
  signature(text: string): readonly ParameterSpec[] {
    return remembered(this.signatures, text, parseSignature);
  }

  /** The top-level definitions of a module. */
  definitionsIn(module: PyModule): ReadonlyMap<string, readonly PyNode[]> {
    return remembered(this.definitions, module, ({ root }) => definitionsOf(root));
  }

  /** The parameters of a `def` or `lambda`. */
  parametersOf(definition: PyNode): readonly DefinedParameter[] {
    return remembered(this.parameters, definition, parametersOf);
  }

  /** Whether a function's body yields. */
  generates(body: PyNode): boolean {
    return remembered(this.generators, body, yields);
  }
}

function remembered<K, V>(table: Map<K, V>, key: K, make: (key: K) => V): V {
  const known = table.get(key);
  if (known !== undefined) return known;
  const made = make(key);
  table.set(key, made);
  return made;
}

function yields(body: PyNode): boolean {
  return body.children.some(
    (child) => child.type === 'yield' || (!child.type.endsWith('definition') && child.type !== 'lambda' && yields(child)),
  );
}
