import type { Machine } from '../machine';
import { Unreadable } from '../state/unreadable';
import { NONE, type NativeValue, type Value } from '../values/value';
import type { Bound } from './bound';
import type { Primitive } from './primitive';

/** Runs an action while gradients are on or off, and leaves them as they were. */
export function underGradients<T>(machine: Machine, on: boolean, run: () => T): T {
  const before = machine.trace.frozen;
  machine.trace.frozen = on ? 0 : before + 1;
  try {
    return run();
  } finally {
    machine.trace.frozen = before;
  }
}

/** A context, or a decorator around a function, under which gradients are on or off. */
function switched(machine: Machine, at: Bound, on: boolean, depth: number): Value {
  const name = on ? 'enable_grad' : 'no_grad';
  const wrap = (callee: Value): NativeValue => ({
    kind: 'native',
    name,
    call: (args) => underGradients(machine, on, () => machine.call(callee, args, depth)),
  });
  const callee = at.value('f');
  if (callee.kind === 'function' || callee.kind === 'native') return wrap(callee);
  if (callee.kind === 'boolean' && callee.value) return { kind: 'native', name: 'context', call: (args) => args.positional[0] ?? NONE };
  return { kind: 'native', name, call: (args) => wrap(args.positional[0] ?? NONE) };
}

/** `set_grad_enabled(mode)`: at once and from then on, or until the `with` around it ends. Throws Unreadable. */
function set(machine: Machine, at: Bound): Value {
  const mode = at.value('mode');
  if (mode.kind !== 'boolean') throw new Unreadable('gradients are turned on or off by something that is not known here');
  machine.trace.frozen = mode.value ? 0 : 1;
  return { kind: 'native', name: 'context', call: (args) => args.positional[0] ?? NONE };
}

/** What turns gradients on and off. */
export const GRAD_MODES = {
  no_grad: (machine, at, depth) => switched(machine, at, false, depth),
  enable_grad: (machine, at, depth) => switched(machine, at, true, depth),
  set_grad_enabled: set,
} satisfies Record<string, Primitive>;
