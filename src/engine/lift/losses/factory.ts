import { parametersOf } from '../calls/parameters';
import type { Machine } from '../machine';
import { lineageOf, member } from '../modules/classes';
import type { Value } from '../values/value';

/** The value of a loss; where a function or an object that is called like one comes back, what it gives for inputs of its own. */
export function givenInputs(machine: Machine, value: Value): Value {
  const names = inputsOf(machine, value);
  if (names.length === 0) return value;
  const positional = names.map((path): Value => ({ kind: 'free', path }));
  return machine.call(value, { positional, keywords: new Map() }, 1);
}

function inputsOf(machine: Machine, value: Value): string[] {
  if (value.kind === 'function')
    return parametersOf(value.node)
      .filter((one) => one.kind === 'plain' && one.default === null)
      .map(({ name }) => name)
      .slice(value.receiver ? 1 : 0);
  if (value.kind !== 'object') return [];
  const method = value.model ? CALLS.map((name) => methodOf(machine, value, name)).find((one) => one !== null) : null;
  return method ? inputsOf(machine, method) : value.library === null ? [] : ofLibrary(machine, value.library);
}

const CALLS = ['__call__', 'forward', 'call'];

function methodOf(machine: Machine, value: Extract<Value, { kind: 'object' }>, name: string): Value | null {
  return value.model ? member(machine, lineageOf(machine, value.model).classes, name, value, 1) : null;
}

/** What an instance of a library's loss is called with. */
function ofLibrary(machine: Machine, name: string): string[] {
  const model = machine.library.class(name);
  if (!model?.call.means.startsWith('loss:')) return [];
  return machine.library
    .signature(model.call.parameters)
    .filter((one) => one.kind === 'plain' && one.default === null)
    .map((one) => one.name);
}
