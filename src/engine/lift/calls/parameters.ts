import type { PyNode } from '../../syntax/python/node';
import type { ParameterSpec } from './signature-text';

/** One parameter of a definition, with the nodes of its default and annotation. */
export interface DefinedParameter {
  readonly name: string;
  readonly kind: ParameterSpec['kind'];
  readonly default: PyNode | null;
  readonly annotation: PyNode | null;
  readonly node: PyNode;
}

/** The parameters of a `def` or `lambda`, in order. */
export function parametersOf(definition: PyNode): DefinedParameter[] {
  const result: DefinedParameter[] = [];
  let keyword = false;
  for (const node of definition.field('parameters')?.children ?? []) {
    if (node.type === 'keyword_separator') keyword = true;
    const parameter = definedParameter(node, keyword);
    if (!parameter) continue;
    if (parameter.kind === 'args') keyword = true;
    result.push(parameter);
  }
  return result;
}

function definedParameter(node: PyNode, keyword: boolean): DefinedParameter | null {
  const splat = node.type === 'typed_parameter' ? node.children[0] : node;
  const kind =
    splat?.type === 'list_splat_pattern' ? 'args' : splat?.type === 'dictionary_splat_pattern' ? 'kwargs' : keyword ? 'keyword' : 'plain';
  const named = node.field('name') ?? (splat?.type === 'identifier' ? splat : splat?.children[0]);
  if (!named || named.type !== 'identifier') return null;
  return { name: named.text, kind, default: node.field('value'), annotation: node.field('type'), node };
}
