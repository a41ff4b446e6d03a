import type { PyNode } from '../../syntax/python/node';
import type { Frame, Machine } from '../machine';
import type { FunctionValue, Value } from '../values/value';

/** The value of a `def` or `lambda`: defaults are evaluated where it stands. */
export function functionOf(machine: Machine, definition: PyNode, frame: Frame): FunctionValue {
  const defaults = new Map<string, Value>();
  for (const parameter of machine.memory.parametersOf(definition))
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
