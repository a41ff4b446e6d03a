import type { Scope } from '../values/value';

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
