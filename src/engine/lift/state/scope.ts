import type { Value } from '../values/value';
import type { Cell } from './journal';

/** Names of one block; `parent` is the enclosing function or the module. */
export interface Scope {
  readonly names: Cell<ReadonlyMap<string, Value>>;
  readonly parent: Scope | null;
  /** Names declared `nonlocal` or `global` here. */
  readonly outer: Set<string>;
}

/** The scope that holds a name, or null. */
export function holderOf(scope: Scope, name: string): Scope | null {
  for (let at: Scope | null = scope; at; at = at.parent) if (at.names.value.has(name)) return at;
  return null;
}

/** The scope that an assignment to a name writes. */
export function targetOf(scope: Scope, name: string): Scope {
  if (!scope.outer.has(name) || !scope.parent) return scope;
  return holderOf(scope.parent, name) ?? scope;
}
