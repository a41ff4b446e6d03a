import type { PyNode } from '../../syntax/python/node';
import type { Frame, Machine } from '../machine';
import type { ParameterSpec } from './signature-text';
import type { FunctionValue, Value } from '../values/value';

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

/** The value of a `def` or `lambda`: defaults are evaluated where it stands. */
export function functionOf(machine: Machine, definition: PyNode, frame: Frame): FunctionValue {
  const defaults = new Map<string, Value>();
  for (const parameter of parametersOf(definition))
    if (parameter.default) defaults.set(parameter.name, machine.evaluate(parameter.default, frame));
  const name = definition.field('name')?.text ?? 'lambda';
  return {
    kind: 'function',
    name,
    node: definition,
    scope: frame.scope,
    module: frame.module,
    defaults,
    owner: frame.owner,
    receiver: null,
  };
}

function definedParameter(node: PyNode, keyword: boolean): DefinedParameter | null {
  const splat = node.type === 'typed_parameter' ? node.children[0] : node;
  const kind =
    splat?.type === 'list_splat_pattern' ? 'args' : splat?.type === 'dictionary_splat_pattern' ? 'kwargs' : keyword ? 'keyword' : 'plain';
  const named = node.field('name') ?? (splat?.type === 'identifier' ? splat : splat?.children[0]);
  if (!named || named.type !== 'identifier') return null;
  return { name: named.text, kind, default: node.field('value'), annotation: node.field('type'), node };
}
