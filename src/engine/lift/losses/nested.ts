import type { PyNode } from '../../syntax/python/node';
import type { Executor } from '../executor';
import { instantiate, lineageOf, member } from '../modules/classes';
import { freeArguments } from '../statements/define';
import { Found, Unreadable } from '../state/unreadable';
import type { Arguments, ClassModel, Value } from '../values/value';
import type { Candidate } from './candidate';

/** The function that another one defines inside itself, whether or not it returns it. */
export function nested(executor: Executor, outer: Value, args: Arguments, node: PyNode): Value {
  executor.sought.node = node;
  const result = executor.call(outer, args, 0);
  return result.kind === 'function' && result.node === node ? result : (executor.sought.value ?? result);
}

/** The function that stands deep inside another one, or inside a method: what is around it runs up to there. */
export function inside(executor: Executor, root: Value, args: Arguments, { node, inside: outer, name }: Candidate): Value {
  const { sought } = executor;
  sought.node = node;
  try {
    if (root.kind === 'class' && outer) runMethod(executor, root.model, args, outer);
    else {
      sought.deep = true;
      executor.call(root, args, 0);
    }
  } catch (error) {
    if (!(error instanceof Found)) throw error;
  }
  sought.deep = false;
  if (!sought.value) throw new Unreadable(`nothing defines ${name}`);
  return sought.value;
}

/** Makes an object, and calls a method of it where its constructor did not define what is looked for. */
function runMethod(executor: Executor, model: ClassModel, args: Arguments, definition: PyNode): void {
  const object = instantiate(executor, model, args, 0);
  if (executor.sought.value) return;
  executor.sought.deep = true;
  const method = member(executor, lineageOf(executor, model).classes, definition.field('name')?.text ?? '', object, 0);
  if (method) executor.call(method, freeArguments(definition, 1), 0);
}
